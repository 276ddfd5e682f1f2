"""An exercise from any case: which questions its records can carry, and the files of it.

What is made is a question file like those that people write, read by the same reader, so an
instructor can open it and change every word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mediakit.case import Case, load_case
from mediakit.exercises.exercisefile import check_exercise, parse_exercise
from mediakit.exercises.making import MAKERS, Draft
from mediakit.exercises.questions import ExerciseData

__all__ = [
    "Carried",
    "Written",
    "build_exercise",
    "possible_questions",
    "question_source",
    "write_exercise",
]

ENOUGH = 8
HEAD = """\
# Questions on the case {case}, made from its records by `mediakit exercise build`. Every word may
# be changed: the answers that say `finding` are worked out on the case when this file is read.
# Practice keys stand open here. Keep this file to yourself if you would rather not show them.

"""


@dataclass(frozen=True, repr=False)
class Carried:
    """Which questions a case can carry, and why not the others.

    ``drafts`` holds the questions by what they ask, ``missing`` the reasons for the rest.
    """

    case: str
    drafts: tuple[tuple[str, Draft], ...]
    missing: tuple[tuple[str, str], ...]

    @property
    def enough(self) -> bool:
        """True when there are questions for a whole exercise."""
        return len(self.drafts) >= ENOUGH

    def __repr__(self) -> str:
        count = len(self.drafts)
        head = f"Questions that {self.case!r} can carry: {count or 'none yet'}"
        lines = [f"  {what} ({draft['kind']})" for what, draft in self.drafts]
        if self.missing:
            lines += ["Not these, and what is missing for them:"]
            lines += [f"  {what}: {why}" for what, why in self.missing]
        return "\n".join([head, *lines])


@dataclass(frozen=True, repr=False)
class Written:
    """The files of an exercise that was built."""

    folder: Path
    files: tuple[str, ...]
    carried: Carried

    def __repr__(self) -> str:
        lines = [f"Wrote {self.folder / name}" for name in self.files]
        return "\n".join([*lines, repr(self.carried)])


def possible_questions(case: Case) -> Carried:
    """Which questions the records of a case can carry.

    It looks at what is written down, not at whether it is worth asking: read the questions
    before you hand them out.

    Examples
    --------
    >>> carried = possible_questions(load_case("larkhaven"))
    >>> carried.enough
    True
    """
    drafts: list[tuple[str, Draft]] = []
    missing: list[tuple[str, str]] = []
    for what, maker in MAKERS.items():
        found = maker(case)
        if isinstance(found, str):
            missing.append((what, found))
            continue
        draft = {"id": f"q{len(drafts) + 1}", **found}
        faults = _faults(case, draft)
        if faults:
            missing.append((what, faults[0]))
        else:
            drafts.append((what, draft))
    return Carried(case.id, tuple(drafts), tuple(missing))


def _faults(case: Case, draft: Draft) -> list[str]:
    """What the reader of question files, or the lint, has against a question."""
    source = question_source(case, [draft], case.id)
    told = [problem.message for problem in check_exercise(source, lambda name: case)]
    return told or [f"its words would not be fair: {flag}" for flag in _flags(draft)]


def _flags(draft: Draft) -> list[str]:
    from mediakit.wording import lint_wording

    return [str(flag) for text in _texts(draft) for flag in lint_wording(text).flags]


def _texts(draft: Draft) -> list[str]:
    """Every text that a learner may read in our voice; the wrong sentences are not ours."""
    told = [draft["prompt"], draft["right"], draft["solution"], *draft["hints"]]
    for group in ("options", "items", "rubric"):
        told += draft.get(group, {}).values()
    for m in draft.get("misconceptions", ()):
        told += [m[part] for part in ("fact", "tempting", "misleads", "better")]
    return told


def build_exercise(case: Case) -> ExerciseData:
    """An exercise with every question that a case can carry.

    Prompts, wrong answers with their explanations, hints and solutions come from the records.
    On a case that was cut to a day, nothing later is in any of them. A claim that is marked open
    is asked about only as to who says so and where it stands.

    Parameters
    ----------
    case : Case
        Any case, whole or cut: ``load_case("larkhaven")``.

    Returns
    -------
    ExerciseData
        As :func:`mediakit.exercises.load_questions` gives it.

    Raises
    ------
    ValueError
        When the records carry no question at all; the message says what is missing.

    Examples
    --------
    >>> len(build_exercise(load_case("larkhaven")).questions) >= 8
    True
    """
    source, _ = _whole(case, case.id)
    return parse_exercise(source, f"{case.id}/questions.yaml", lambda name: case)


def _whole(case: Case, name: str) -> tuple[bytes, Carried]:
    carried = possible_questions(case)
    if not carried.drafts:
        why = "; ".join(f"{what}: {why}" for what, why in carried.missing[:3])
        raise ValueError(f"the case {case.id!r} can carry no question yet. {why}")
    return question_source(case, [draft for _, draft in carried.drafts], name), carried


def question_source(case: Case, drafts: list[Draft], name: str) -> bytes:
    """A question file with these questions, as text."""
    import io

    from ruamel.yaml import YAML

    root: dict[str, Any] = {
        "exercise": f"{case.id}-questions",
        "title": case.title,
        "case": name,
        **({"as_of": case.cut.isoformat()} if case.cut else {}),
        "intro": (
            f"{len(drafts)} questions on the case {case.id}. They ask who says what, who had it "
            "from whom, and what could be known when. None asks whether an open claim is true."
        ),
        "questions": drafts,
    }
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.width = 96
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False
    yaml.representer.ignore_aliases = _never  # our reader refuses aliases
    text = io.StringIO()
    yaml.dump(root, text)
    return (HEAD.format(case=case.id) + text.getvalue()).encode()


def _never(data: object) -> bool:
    return True


def write_exercise(case: str | Path, out: str | Path, as_of: str = "") -> Written:
    """Build an exercise from a case and write its files: notebook, questions, the case itself.

    Parameters
    ----------
    case : str or Path
        A shipped case's name, or the path of a case file.
    out : str or Path
        The folder; made when it is not there. Nothing in it is ever overwritten.
    as_of : str
        A day, year-month-day: only what was public by then. Empty for the whole case.

    Raises
    ------
    ValueError, LookupError, FileNotFoundError
        With one line: no such case, nothing to ask, or files that are there already.
    """
    from mediakit.exercises.notebook import notebook_text

    found = load_case(str(case))
    path = Path(case)
    own = path.suffix in (".yaml", ".yml")
    name = path.name if own else found.id
    cut = found.as_of(as_of) if as_of else found
    source, carried = _whole(cut, name)
    data = parse_exercise(source, "questions.yaml", lambda _: cut)
    data = replace(data, case=name)
    files = {"questions.yaml": source.decode()}
    files["exercise.ipynb"] = notebook_text(data, "questions.yaml", name)
    if own:
        files[name] = path.read_text("utf-8-sig")
    folder = Path(out)
    _write(folder, files, path if own else None)
    return Written(folder, tuple(files), carried)


def _write(folder: Path, files: dict[str, str], original: Path | None) -> None:
    """Write every file, or none when one is there already."""
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{str(folder)!r} is a file; give a folder for the exercise")
    inside = original is not None and original.resolve().parent == folder.resolve()
    wanted = {n: t for n, t in files.items() if not (inside and original and n == original.name)}
    there = [name for name in wanted if (folder / name).exists()]
    if there:
        raise ValueError(
            f"{folder / there[0]} is there already and may hold somebody's work; give another "
            "folder with --out, or rename it"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
