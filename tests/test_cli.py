"""The command line: what it prints, its exit codes, and how little it imports."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediakit import cli, load_case
from mediakit.content import content
from mediakit.exercises import load_questions
from mediakit.exercises.notebook import notebook_text

HEAVY = {
    "IPython",
    "ipywidgets",
    "markdown",
    "matplotlib",
    "mediakit.case",
    "nbformat",
    "nh3",
    "numpy",
    "ruamel",
}

Text = pytest.CaptureFixture[str]


def _run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mediakit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command is run as a newcomer would: in an empty folder, importing this mediakit."""
    monkeypatch.setenv("PYTHONPATH", str(Path(cli.__file__).parent.parent))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def bad_files(tmp_path: Path) -> dict[str, str]:
    """Files that nothing can be done with, by what is wrong with them."""
    contents = {
        "binary": b"\x00\x01\xff\xfe" * 50,
        "empty": b"",
        "not-a-case": b"just: words\n",
        "broken-yaml": b"case: [one\n  two: {",
        "latin-1": "case: Müller\n".encode("latin-1"),
    }
    for name, data in contents.items():
        (tmp_path / f"{name}.yaml").write_bytes(data)
        (tmp_path / f"{name}.txt").write_bytes(data)
        (tmp_path / f"{name}.ipynb").write_bytes(data)
    return {name: str(tmp_path / name) for name in contents}


def _refused(capsys: Text, *arguments: str) -> str:
    """Exit code 2, nothing on stdout, and a message that begins with our name."""
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mediakit: ")
    assert "Traceback" not in err
    return err


def test_alone_it_says_what_it_is_and_what_to_do_next(capsys: Text) -> None:
    """No arguments: a sentence about the thing, and the first commands."""
    assert cli.main([]) == 0
    out = capsys.readouterr().out
    assert out.startswith("mediakit helps you weigh sources")
    assert "learn" in out


def test_alone_it_says_where_the_learner_stopped(capsys: Text, tmp_path: Path) -> None:
    """With a course in the folder, the last lesson worked on is named."""
    from mediakit.course import copy_course

    copy_course(tmp_path / "mediakit-course")
    assert cli.main([]) == 0
    assert "No lesson begun yet" in capsys.readouterr().out
    first = tmp_path / "mediakit-course/lessons/00_start_here.ipynb"
    first.write_text(first.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert cli.main([]) == 0
    assert "You stopped at: Start here" in capsys.readouterr().out
    assert cli.main(["lessons"]) == 0
    assert "worked on" in capsys.readouterr().out


def test_help_and_version_import_nothing_heavy() -> None:
    """`mediakit --help` answers from argparse alone."""
    for arguments in (["--help"], ["--version"], []):
        command = [sys.executable, "-X", "importtime", "-m", "mediakit", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
        tops = loaded | {name.split(".")[0] for name in loaded}
        assert "argparse" in tops
        assert not tops & HEAVY, f"{arguments} imports {tops & HEAVY}"


def test_every_command_explains_itself(capsys: Text) -> None:
    """Each subcommand has a help text that ends with exit code 0."""
    for command in ("learn", "lessons", "case", "read", "check", "grade"):
        with pytest.raises(SystemExit) as end:
            cli.main([command, "--help"])
        assert end.value.code == 0
        assert f"usage: mediakit {command}" in capsys.readouterr().out


def _pages(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command's own page, the groups' among them."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for page in action.choices.values():
                yield page
                yield from _pages(page)


def test_every_page_of_help_ends_with_an_example_that_works() -> None:
    """The example of a command is on one line, and the command line reads it."""
    pages = {page.prog: page for page in _pages(cli._parser())}
    assert {"mediakit case show", "mediakit exercise build", "mediakit grade"} <= set(pages)
    for name, page in pages.items():
        example = page.format_help().rstrip().splitlines()[-1]
        head, words, arguments = example.partition("mediakit ")
        assert head.startswith("example: "), name
        assert f"{words}{arguments}".startswith(name)
        assert callable(cli._parser().parse_args(arguments.split()).run)


def test_a_terminal_offers_no_command_of_a_notebook(tmp_path: Path, capsys: Text) -> None:
    """A wrong answer is explained; where the hints are is said once, at the end."""
    text = notebook_text(load_questions("00_start_here"))
    path = tmp_path / "one.ipynb"
    for value, offered in (("A", True), ("B", False)):
        path.write_text(text.replace('"q1 = ..."', f"\"q1 = '{value}'\""), encoding="utf-8")
        assert cli.main(["check", str(path)]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert any("q1 = " in line and ("not yet" in line) is offered for line in lines)
        assert sum("ex.hint(" in line for line in lines) == int(offered)
        assert ("For a hint, open the notebook" in lines[-1]) is offered


def test_a_wrong_command_line_is_one_line(capsys: Text) -> None:
    """A mistyped command, a missing argument: one line that names the choices or the help."""
    assert "'learn'" in _refused(capsys, "lern")
    for arguments in (["case"], ["case", "show"], ["grade", "x"], ["learn", "--port", "x"]):
        assert _refused(capsys, *arguments).count("\n") == 1


def test_cases_are_listed_with_what_they_are(capsys: Text) -> None:
    """Name, title, and whether it happened."""
    assert cli.main(["case", "list"]) == 0
    out = capsys.readouterr().out
    assert "larkhaven        The fire on the ferry Larkhaven (fictional)" in out
    assert "metrojet" in out


def test_a_case_is_shown_with_standing_officials_and_counts(capsys: Text) -> None:
    """Claims carry their standing, official items their body, kind and date."""
    assert cli.main(["case", "show", "larkhaven"]) == 0
    out = capsys.readouterr().out
    case = load_case("larkhaven")
    for heading, records in (
        ("Claims", case.claims),
        ("Official items", case.officials),
        ("Reports", case.documents),
    ):
        assert f"\n{heading}: {len(records)}\n" in out
    assert f"{len(case.evidence)} items in all" in out
    assert "said, not verified" in out
    assert "Merrow Coastguard (assessment)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_time_cut_shows_nothing_later(capsys: Text) -> None:
    """As of a day, neither the text nor the JSON holds what became public after it."""
    cut = ["case", "show", "larkhaven", "--as-of", "2019-05-01"]
    assert cli.main(cut) == 0
    out = capsys.readouterr().out
    assert "As known on 1 May 2019" in out
    assert "2020" not in out
    assert cli.main([*cut, "--json"]) == 0
    assert "2020" not in capsys.readouterr().out


def test_the_json_of_a_case_holds_every_record(capsys: Text) -> None:
    """Other programs get the records with the ids they have in the file."""
    for name in ("larkhaven", "metrojet"):
        assert cli.main(["case", "show", name, "--json"]) == 0
        data = json.loads(capsys.readouterr().out)
        case = load_case(name)
        first = next(iter(case.claims.values()))
        assert [c["id"] for c in data["claims"]] == list(case.claims)
        assert [d["id"] for d in data["documents"]] == list(case.documents)
        assert data["claims"][0]["reports"] == [r.id for r in first.reports]


def test_every_list_speaks_json(capsys: Text, tmp_path: Path) -> None:
    """Lessons, cases and checks come as JSON for other programs."""
    notebook = content("exercises") / "00_start_here" / "exercise.ipynb"
    (tmp_path / "one.ipynb").write_bytes(notebook.read_bytes())
    commands = (["lessons"], ["case", "list"], ["check", str(tmp_path / "one.ipynb")])
    found = []
    for command in commands:
        cli.main([*command, "--json"])
        found.append(json.loads(capsys.readouterr().out))
    lessons, cases, checks = found
    assert {lesson["number"] for lesson in lessons} >= {0, 3}
    assert {case["id"] for case in cases} >= {"larkhaven", "metrojet"}
    assert {q["outcome"] for q in checks[0]["questions"]} == {"not attempted"}


def test_a_sound_case_file_passes_and_a_faulty_one_lists_its_faults(
    capsys: Text, tmp_path: Path, bad_files: dict[str, str]
) -> None:
    """0 when sound; 1 with file, line and fix when not; 2 in one line when it is no YAML."""
    from mediakit.content import content

    sound = tmp_path / "sound.yaml"
    sound.write_bytes((content("cases") / "larkhaven.yaml").read_bytes())
    assert cli.main(["case", "check", str(sound)]) == 0
    assert "sound.yaml: no faults\n" in capsys.readouterr().out
    faulty = bad_files.pop("not-a-case")
    assert cli.main(["case", "check", f"{faulty}.yaml"]) == 1
    assert capsys.readouterr().out.startswith(f"{faulty}.yaml, line 1: ")
    for name in bad_files.values():
        assert f"{name}.yaml" in _refused(capsys, "case", "check", f"{name}.yaml")


def test_bad_input_is_refused_in_words(capsys: Text, bad_files: dict[str, str]) -> None:
    """A missing file, an unknown case, a wrong date, a file of the wrong kind: exit code 2."""
    assert "did you mean 'larkhaven'?" in _refused(capsys, "case", "show", "larkhven")
    assert "2015-12-26" in _refused(capsys, "case", "show", "larkhaven", "--as-of", "yesterday")
    for command in (
        ["case", "show", "none.yaml"],
        ["case", "check", "none.yaml"],
        ["read", "none.txt"],
        ["check", "none.ipynb"],
        ["grade", "none", "--out", "out"],
        ["lessons", "none"],
        ["case", "check", "."],
        ["read", "."],
    ):
        assert _refused(capsys, *command).count("\n") == 1
    for name in bad_files.values():
        assert name in _refused(capsys, "case", "show", f"{name}.yaml")
    for name in ("binary", "empty"):
        assert _refused(capsys, "read", f"{bad_files[name]}.txt").count("\n") == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(st.text(max_size=12), max_size=4))
def test_no_words_on_the_command_line_end_in_a_traceback(words: list[str]) -> None:
    """Whatever is typed, the answer is an exit code (help stops with 0)."""
    try:
        code: object = cli.main(["case", "show", *words])
    except SystemExit as end:
        code = end.code
    assert code in (0, 2)


def test_an_article_is_read_from_a_file_and_from_a_pipe(tmp_path: Path) -> None:
    """The same sheet either way; --json is JSON; --html writes a page."""
    article = 'The harbour office said on Monday: "The fire began below." Ann Smith, 40, agreed.'
    (tmp_path / "article.txt").write_text(article)
    file = _run("read", "article.txt", check=True).stdout
    assert file == _run("read", "-", input=article, check=True).stdout
    assert json.loads(_run("read", "article.txt", "--json", check=True).stdout)
    assert _run("read", "article.txt", "--html", "sheet.html", check=True).stdout == ""
    assert "<html" in (tmp_path / "sheet.html").read_text()


def test_what_is_piped_in_must_be_text() -> None:
    """Bytes that are no text are refused in one line."""
    command = [sys.executable, "-m", "mediakit", "read", "-"]
    done = subprocess.run(command, capture_output=True, input=b"\xff\xfe\x00" * 9, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`mediakit case show metrojet | head -1` is quiet."""
    command = [sys.executable, "-m", "mediakit", "case", "show", "metrojet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""


def test_a_terminal_that_lacks_letters_still_gets_its_text() -> None:
    """Dashes and accents are replaced where the output cannot show them."""
    done = _run("case", "show", "metrojet", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "Metrojet Flight 9268" in done.stdout


def test_the_namesake_from_pypi_is_noticed(
    capsys: Text, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the unrelated package installed, the command works and says what to do."""
    info = tmp_path / "site" / "mediakit-9.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mediakit\nVersion: 9.9\n")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert cli.main(["case", "list"]) == 0
    err = capsys.readouterr().err
    assert "another project's package, 'mediakit' 9.9, is installed here" in err
    assert "uninstall mediakit" in err


def test_interrupted_it_stops_without_a_word(capsys: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a command with the usual code and nothing on the screen."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_warn_of_namesake", interrupt)
    assert cli.main(["case", "list"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_missing_package_is_named(capsys: Text, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without its dependencies says which one and how to get it."""
    monkeypatch.setitem(sys.modules, "ruamel", None)
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    Path("mine.yaml").write_text("case: mine\n")
    assert "'ruamel' is not installed" in _refused(capsys, "case", "show", "mine.yaml")


def test_no_file_commands_the_terminal(capsys: Text, tmp_path: Path) -> None:
    """Control signs in a case or in a file name are shown and not obeyed."""
    sound = (content("cases") / "larkhaven.yaml").read_text("utf-8")
    title = "title: The fire on the ferry Larkhaven"
    assert title in sound
    case = tmp_path / "c.yaml"
    case.write_text(sound.replace(title, 'title: "A \\e[2J\\u202efire"'), encoding="utf-8")
    cli.main(["case", "show", str(case)])
    notebook = tmp_path / "a\x1b[31m.ipynb"
    notebook.write_text("{}", encoding="utf-8")
    cli.main(["check", str(notebook)])
    cli.main(["grade", str(tmp_path), "--out", str(tmp_path / "out")])
    cli.main(["check", "x\x1b[31m"])
    shown = capsys.readouterr()
    assert not {"\x1b", "\u202e"} & set(shown.out + shown.err)
    assert "\\u001b[2J" in shown.out
