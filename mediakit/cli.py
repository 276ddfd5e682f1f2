"""The ``mediakit`` command: each subcommand is a thin function over the library.

Exit codes: 0 done; 1 done, and something falls short (said plainly); 2 could not do it.
Everything beyond argparse is imported by the command that uses it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

__all__ = ["main"]

Command = Callable[[argparse.Namespace], int]

WHAT = """\
mediakit helps you weigh sources: who says what, who told whom, and how far that goes.
"""
NEXT = """\
Start the course:         {0} learn
See the lessons:          {0} lessons
Look at a case:           {0} case show metrojet
Read an article of yours: {0} read FILE
Everything else:          {0} --help
"""


class _Usage(Exception):
    """The command line itself could not be understood."""


class _Parser(argparse.ArgumentParser):
    """argparse, with one line in place of a block of usage."""

    def error(self, message: str) -> NoReturn:
        raise _Usage(f"{message}; see: {self.prog} --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no error of a user ends in a traceback."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a dash or a letter
    try:
        options = _parser().parse_args(arguments)
        command: Command = options.run
        _warn_of_namesake()
        code = command(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except _Usage as error:
        return _fail(str(error))
    except ImportError as error:
        return _fail(_missing(error))
    except (OSError, ValueError, LookupError) as error:
        return _fail(_words(error))


def _fail(message: str) -> int:
    _say(f"mediakit: {message}", error=True)
    return 2


# Signs that command a terminal, or turn the direction of writing; a tab and a new line may stay.
_COMMANDING = [*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F)]
_HARMLESS = {code: f"\\u{code:04x}" for code in (*_COMMANDING, *range(0x2066, 0x206A))}


def _say(text: object, error: bool = False) -> None:
    """Print what files and their names may have put words into, with no sign a terminal obeys."""
    print(str(text).translate(_HARMLESS), file=sys.stderr if error else sys.stdout)


def _words(error: Exception) -> str:
    """An error as its sentence; the system's own errors as file and reason."""
    if isinstance(error, OSError) and error.strerror and error.filename:
        return f"{error.filename}: {error.strerror[0].lower()}{error.strerror[1:]}"
    if isinstance(error, KeyError):
        return f"nothing is called {error.args[0]!r} here"
    return str(error) or type(error).__name__


def _missing(error: ImportError) -> str:
    name = (error.name or "a package").split(".")[0]
    return f"{name!r} is not installed in this Python; run: python -m pip install mediakit-lessons"


def _warn_of_namesake() -> None:
    """Say so when the unrelated distribution that is called mediakit is installed too."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("mediakit")
    except PackageNotFoundError:
        return
    print(
        f"mediakit: another project's package, 'mediakit' {found}, is installed here. It uses the "
        "same import name, so the two can break each other. To put it right: "
        "python -m pip uninstall mediakit, then install mediakit-lessons again.",
        file=sys.stderr,
    )


# --- the command line ----------------------------------------------------------------------


def _parser() -> _Parser:
    parser = _Parser(prog="mediakit", description=WHAT)
    parser.add_argument("--version", action=_Version, help="show the version and stop")
    parser.set_defaults(run=_welcome)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_course(commands)
    _add_case(commands)
    _add_exercise(commands)
    _add_read(commands)
    _add_grading(commands)
    return parser


class _Version(argparse.Action):
    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "nargs": 0, "default": argparse.SUPPRESS})

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from mediakit import __version__

        parser.exit(0, f"mediakit {__version__}\n")


def _command(commands: Any, name: str, what: str, example: str) -> Any:
    """One more command, with what it does and an example on its own page of help."""
    return commands.add_parser(
        name,
        help=what,
        description=f"{what[0].upper()}{what[1:]}.",
        epilog=f"example: {_called()} {example}",
        formatter_class=_Help,
    )


class _Help(argparse.HelpFormatter):
    """argparse's page, with an example that is never broken into lines: it can be copied."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if text.startswith("example:") else super()._fill_text(text, width, indent)


def _add_course(commands: Any) -> None:
    learn = _command(commands, "learn", "put the course into a folder and open it",
                     "learn my-course")  # fmt: skip
    learn.add_argument("folder", metavar="DIR", nargs="?", help="default: mediakit-course")
    learn.add_argument("--no-browser", action="store_true", help="print the address only")
    learn.add_argument("--notebook", action="store_true", help="Notebook 7, not JupyterLab")
    learn.add_argument(
        "--case",
        choices=("real", "fictional"),
        default="",
        help="fictional: the same lessons on an invented case, for those who would rather not "
        "work with a real one",
    )
    learn.add_argument("--port", type=int, default=0, help="default: the first free from 8888 on")
    learn.set_defaults(run=_learn)
    lessons = _command(commands, "lessons", "the lessons, with your progress", "lessons my-course")
    lessons.add_argument("folder", metavar="DIR", nargs="?", help="the folder of your course")
    lessons.add_argument("--json", action="store_true", help="the list for other programs")
    lessons.set_defaults(run=_lessons)


def _add_case(commands: Any) -> None:
    case = _command(
        commands, "case", "look at a case, or check the file of your own", "case show larkhaven"
    )
    actions = case.add_subparsers(title="what to do", metavar="ACTION", required=True)
    listing = _command(actions, "list", "the cases that come with mediakit", "case list")
    listing.add_argument("--json", action="store_true", help="the list for other programs")
    listing.set_defaults(run=_case_list)
    show = _command(actions, "show", "claims, official items, reports, evidence",
                    "case show metrojet --as-of 2015-12-26")  # fmt: skip
    show.add_argument("name", metavar="NAME", help="a case of mediakit, or a .yaml file")
    show.add_argument("--as-of", metavar="DATE", help="only what was public on 2015-12-26")
    show.add_argument("--json", action="store_true", help="everything, for other programs")
    show.set_defaults(run=_case_show)
    check = _command(actions, "check", "every fault of a case file, with its line and fix",
                     "case check broken-weir.yaml")  # fmt: skip
    check.add_argument("file", metavar="FILE")
    check.set_defaults(run=_case_check)
    new = _command(actions, "new", "an empty case file of your own, with comments",
                   "case new broken-weir")  # fmt: skip
    new.add_argument("name", metavar="NAME", help="like broken-weir; writes broken-weir.yaml")
    new.set_defaults(run=_case_new)
    hide = _command(actions, "hide", "a list of private names that holds no names",
                    "case hide broken-weir")  # fmt: skip
    hide.add_argument("salt", metavar="SALT", help="one word of the case's own")
    hide.set_defaults(run=_case_hide)


def _add_exercise(commands: Any) -> None:
    exercise = _command(commands, "exercise", "exercises, also from a case of your own",
                        "exercise list")  # fmt: skip
    actions = exercise.add_subparsers(title="what to do", metavar="ACTION", required=True)
    listing = _command(actions, "list", "the exercises that come with mediakit", "exercise list")
    listing.set_defaults(run=_exercise_list)
    build = _command(
        actions, "build", "questions from a case: notebook and question file",
        "exercise build synthetic --hand-in --roster class.csv --seed SECRET --out week-3",
    )  # fmt: skip
    build.add_argument("case", metavar="FILE", help="a .yaml file, or a case of mediakit")
    build.add_argument("--out", metavar="DIR", help="default: the case's name, with -exercise")
    build.add_argument("--as-of", metavar="DATE", default="", help="only what was public by then")
    build.add_argument(
        "--hand-in",
        action="store_true",
        help="a notebook for each student, without its key; the case may be 'synthetic'",
    )
    build.add_argument("--roster", metavar="CSV", help="the class list, with a column of ids")
    build.add_argument("--seed", metavar="SECRET", help="8 signs or more; grading needs it again")
    build.set_defaults(run=_exercise_build)


def _add_read(commands: Any) -> None:
    read = _command(commands, "read", "the source sheet of an article: who says what",
                    "read article.txt --html sheet.html")  # fmt: skip
    read.add_argument("file", metavar="FILE", help="a text file, or - for what is piped in")
    read.add_argument("--json", action="store_true", help="for other programs")
    read.add_argument("--html", metavar="OUT", help="write a page to OUT")
    read.set_defaults(run=_read)


def _add_grading(commands: Any) -> None:
    check = _command(commands, "check", "check exercise notebooks without Jupyter",
                     "check exercise.ipynb")  # fmt: skip
    check.add_argument("paths", metavar="PATH", nargs="+", help="notebooks or folders")
    check.add_argument("--json", action="store_true", help="the outcomes for other programs")
    check.set_defaults(run=_check)
    grade = _command(commands, "grade", "grade a folder of exercise notebooks",
                     "grade handed-in --out results --exercise week-3 --seed SECRET")  # fmt: skip
    grade.add_argument("path", metavar="PATH", help="a folder, or one notebook")
    grade.add_argument("--out", metavar="DIR", required=True, help="where the results go")
    grade.add_argument("--exercise", metavar="NAME", help="a name, a file, or what was handed out")
    grade.add_argument("--seed", metavar="SECRET", help="of an exercise that was handed out")
    grade.add_argument("--solutions", action="store_true", help="show them on the pages")
    grade.set_defaults(run=_grade)


# --- the commands --------------------------------------------------------------------------


def _welcome(options: argparse.Namespace) -> int:
    from mediakit.course import find_course, lessons

    print(WHAT)
    folder = find_course()
    if folder:
        worked_on = [lesson for lesson in lessons(folder) if lesson.state == "worked on"]
        last = f"You stopped at: {worked_on[-1].question}" if worked_on else "No lesson begun yet."
        print(f"Your course is in {folder.resolve()}\n{last}\n")
    print(NEXT.format(_called()), end="")
    return 0


def _learn(options: argparse.Namespace) -> int:
    from pathlib import Path

    from mediakit.course import DEFAULT_FOLDER, copy_course, find_course
    from mediakit.learn import serve

    folder = Path(options.folder) if options.folder else find_course() or Path(DEFAULT_FOLDER)
    print(copy_course(folder.resolve(), options.case), flush=True)
    return serve(
        folder, browser=not options.no_browser, notebook=options.notebook, port=options.port
    )


def _lessons(options: argparse.Namespace) -> int:
    from mediakit.course import find_course, lessons

    folder = find_course(options.folder)
    if options.folder and not folder:
        raise FileNotFoundError(f"there is no course in {options.folder}; see: mediakit learn DIR")
    if options.json:
        from dataclasses import asdict

        print(_as_json([asdict(lesson) for lesson in lessons(folder)]))
        return 0
    for lesson in lessons(folder):
        _say(lesson)
    print(f"\nOpen them with: {_called()} learn {options.folder or ''}".rstrip())
    return 0


def _called() -> str:
    """The command as it works where this run was started."""
    if not sys.argv[0].endswith("__main__.py"):
        return "mediakit"
    return "py -m mediakit" if os.name == "nt" else "python3 -m mediakit"


def _case_list(options: argparse.Namespace) -> int:
    from mediakit.case import list_cases, load_case

    cases = [load_case(name) for name in list_cases()]
    if options.json:
        listed = [{"id": c.id, "title": c.title, "reality": c.reality} for c in cases]
        print(_as_json(listed))
        return 0
    for case in cases:
        _say(f"{case.id:<16} {case.title} ({case.reality})")
    return 0


def _case_show(options: argparse.Namespace) -> int:
    from mediakit.case import load_case
    from mediakit.show import case_json, case_text

    case = load_case(options.name)
    if options.as_of:
        case = case.as_of(options.as_of)
    _say(_as_json(case_json(case)) if options.json else case_text(case, _width()))
    return 0


def _case_check(options: argparse.Namespace) -> int:
    from pathlib import Path

    from mediakit.casefile import advise_case, check_case
    from mediakit.yamlfile import Problem, compose

    source = Path(options.file).read_bytes()
    unreadable: list[Problem] = []
    if compose(source, unreadable) is None:
        why = unreadable[0] if unreadable else "the file is empty"
        raise ValueError(f"{options.file}, {why}")
    problems, advice = check_case(source), advise_case(source)
    for problem in problems:
        _say(f"{options.file}, {problem}")
    for problem in advice:
        _say(f"{options.file}, advice, {problem}")
    print(f"{options.file}: {_counted(len(problems), 'fault')}", end="")
    print(f"; {_counted(len(advice), 'line')} of advice" if advice else "")
    if not problems:
        from mediakit.casefile import parse_case
        from mediakit.exercises.building import possible_questions

        print(f"\n{_wrapped(str(possible_questions(parse_case(source, options.file))))}")
    return 1 if problems else 0


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _case_new(options: argparse.Namespace) -> int:
    from mediakit.casefile.skeleton import new_case

    for path in new_case(options.name):
        what = (
            "the case to fill in" if path.suffix == ".yaml" else "for editors: fields and choices"
        )
        print(f"Wrote {path} ({what})")
    name = options.name.removesuffix(".yaml")
    print(f"A filled one to look at: {_called()} case show larkhaven")
    print(f"Then run: {_called()} case check {name}.yaml")
    return 0


def _case_hide(options: argparse.Namespace) -> int:
    from mediakit.casefile.skeleton import hide_names

    if sys.stdin.isatty():
        print("Type one name a line, and an empty line to end.", file=sys.stderr)
    names = list(iter(lambda: sys.stdin.readline().strip(), ""))
    print(hide_names(names, options.salt))
    return 0


def _width() -> int:
    """As wide as the terminal, and no wider than a line that reads well."""
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((80, 24)).columns, 100))


def _wrapped(text: str) -> str:
    """Each line of a text within the terminal's width, further lines under its first word."""
    from textwrap import fill

    lines = []
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 3)
        lines.append(fill(line, _width(), subsequent_indent=indent))
    return "\n".join(lines)


def _as_json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)


def _exercise_list(options: argparse.Namespace) -> int:
    from mediakit.exercises import list_exercises, load_questions

    for name in list_exercises():
        data = load_questions(name)
        print(f"{name:<32} {data.title} ({len(data.questions)} questions on {data.case})")
    print(f"\nFrom any case, a file of your own too: {_called()} exercise build FILE")
    return 0


def _exercise_build(options: argparse.Namespace) -> int:
    from pathlib import Path

    from mediakit.exercises.building import write_exercise

    if options.hand_in:
        return _hand_out(options)
    if options.roster or options.seed:
        raise ValueError("--roster and --seed go with --hand-in")
    out = options.out or f"{Path(options.case).stem}-exercise"
    written = write_exercise(options.case, out, options.as_of)
    print(_wrapped(str(written)))
    print(f"\nRead the questions before you hand them out: {Path(out) / 'questions.yaml'}")
    print(f"Grade with: {_called()} grade FOLDER --out RESULTS --exercise {out}")
    return 0 if written.carried.enough else 1


def _hand_out(options: argparse.Namespace) -> int:
    from pathlib import Path
    from secrets import token_urlsafe

    from mediakit.exercises.handout import hand_out
    from mediakit.exercises.roster import read_roster

    if options.as_of:
        raise ValueError("--as-of does not go with --hand-in: each variant has a day of its own")
    roster = read_roster(options.roster) if options.roster else ()
    secret = options.seed or token_urlsafe(12)
    out = options.out or f"{Path(options.case).stem}-hand-in"
    print(hand_out(options.case, out, secret, roster, _progress))
    if not options.seed:
        print(f"The secret was drawn for you. Write it down, no file holds it: {secret}")
    print(f"Give each student a folder. Grade with: {_called()} grade FOLDER --out RESULTS "
          f"--exercise {out} --seed SECRET")  # fmt: skip
    return 0


def _progress(done: int, of: int) -> None:
    """A line that counts, on a terminal only."""
    if of > 1 and sys.stderr.isatty():
        print(f"\r{done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _read(options: argparse.Namespace) -> int:
    from pathlib import Path

    from mediakit.reading import read

    if options.file == "-":
        try:
            sheet = read(sys.stdin.buffer.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise ValueError("what was piped in is not text in UTF-8") from None
    else:
        if not Path(options.file).is_file():
            raise FileNotFoundError(f"there is no file at {options.file!r}")
        sheet = read(Path(options.file))
    if options.html:
        Path(options.html).write_text(sheet.to_html(), encoding="utf-8")
        print(f"Wrote {options.html}", file=sys.stderr)
    if options.json or not options.html:
        _say(sheet.to_json() if options.json else _wrapped(f"{sheet}\n\n{sheet.why()}"))
    return 0


def _check(options: argparse.Namespace) -> int:
    from mediakit.exercises import check_notebooks

    report = check_notebooks(options.paths)
    if options.json:
        print(_as_json(report.as_dicts()))
    else:
        _say(report)
    return 0 if report.complete else 1


def _grade(options: argparse.Namespace) -> int:
    from mediakit.grading import grade

    report = grade(options.path, options.out, options.exercise, options.seed, options.solutions)
    _say(report)
    return 0 if report.complete else 1
