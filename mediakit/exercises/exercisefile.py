"""Question files: ``questions.yaml`` in, an exercise out, every fault at its line.

The format is shown, with a comment beside each field, in
``tests/fixtures/exercises/weir/questions.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mediakit.answers import is_blank, read_value
from mediakit.case import Case
from mediakit.exercises.borrowing import borrow, is_borrowed
from mediakit.exercises.computed import compute
from mediakit.exercises.fields import BY_KIND, HEAD, QUESTION
from mediakit.exercises.kinds import KINDS, Kind, Unread
from mediakit.exercises.paper import is_paper, read_paper
from mediakit.exercises.questions import (
    ENDINGS,
    ExerciseData,
    Misconception,
    Outcome,
    Question,
)
from mediakit.records import Document, unknown
from mediakit.yamlfile import UNREAD, Problem, build, compose, line_of

__all__ = ["check_exercise", "parse_exercise"]

LEAST_MISCONCEPTIONS = 3
GIVING_CHANCES = ("likelihood", "number")


def parse_exercise(source: bytes, name: str, load: Callable[[str], Case]) -> ExerciseData:
    """Read an exercise from the bytes of its question file.

    Parameters
    ----------
    source : bytes
        The file.
    name : str
        Its name, for messages.
    load : callable
        Gives the case for what the file writes after ``case:``.

    Raises
    ------
    ValueError
        Naming every fault with its line, when there is at least one.
    """
    exercise, problems = _read(source, load)
    if exercise is None or problems:
        lines = "\n".join(f"  {name}, {problem}" for problem in problems)
        noun = "fault" if len(problems) == 1 else "faults"
        raise ValueError(f"the question file {name!r} has {len(problems)} {noun}:\n{lines}")
    return exercise


def check_exercise(source: bytes, load: Callable[[str], Case]) -> list[Problem]:
    """Every fault of a question file, in the order of its lines; empty when it is sound."""
    return _read(source, load)[1]


# --- from the file to an exercise ------------------------------------------------------------


@dataclass(frozen=True)
class _Work:
    """What the steps below share: the case after its cut, named values, the faults so far."""

    case: Case
    values: Mapping[str, str]
    problems: list[Problem]
    load: Callable[[str], Case]
    as_of: str = ""

    def fault(self, line: int, message: str, fix: str = "") -> None:
        self.problems.append(Problem(line, message, fix))


def _read(source: bytes, load: Callable[[str], Case]) -> tuple[ExerciseData | None, list[Problem]]:
    problems: list[Problem] = []
    root = compose(source, problems)
    if root is None:
        return None, problems or [Problem(1, "the file is empty", "see the shipped exercises")]
    if is_paper(root):
        return read_paper(root, problems), sorted(problems)
    raw = build(dict, HEAD, ("exercise", "title", "case", "questions"))(root, problems)
    if raw is UNREAD:
        return None, sorted(problems)
    work = _work(root, raw, load, problems)
    if work is None:
        return None, sorted(problems)
    questions: dict[str, Question] = {}
    for node in raw["questions"]:
        question = _borrowed(node, work) if is_borrowed(node) else _whole(node, work)
        if question and question.id in questions:
            work.fault(line_of(node), f"the question id {question.id!r} is taken already")
        elif question:
            questions[question.id] = question
    if problems:
        return None, sorted(problems)
    fields = {name: raw.get(name, "") for name in ("title", "case", "lesson", "intro", "as_of")}
    fields["setup"] = raw.get("setup", ())
    return ExerciseData(raw["exercise"], questions=questions, **fields), []


def _work(
    root: Any, raw: Mapping[str, Any], load: Callable[[str], Case], problems: list[Problem]
) -> _Work | None:
    """What the head of the file says, ready for its questions; None when its case is no use."""
    lines = {str(key.value): line_of(key) for key, _ in root.value}
    as_of = raw.get("as_of", "")
    case = _case(raw["case"], as_of, lines, load, problems)
    if case is None:
        return None
    work = _Work(case, {}, problems, load, as_of)
    return replace(work, values=_named_values(raw.get("values", {}), lines, work))


def _case(
    name: str,
    as_of: str,
    lines: Mapping[str, int],
    load: Callable[[str], Case],
    problems: list[Problem],
) -> Case | None:
    try:
        case = load(name)
    except (LookupError, OSError, ValueError) as error:
        message = str(error.args[0]) if error.args else str(error)
        problems.append(Problem(lines["case"], message.split("\n")[0], "mend 'case'"))
        return None
    try:
        return case.as_of(as_of) if as_of else case
    except ValueError as error:
        problems.append(Problem(lines["as_of"], str(error)))
        return None


def _borrowed(node: Any, work: _Work) -> Question | None:
    """A question of another exercise that comes with mediakit, on that exercise's case."""
    found = borrow(node, work.problems)
    if found is None:
        return None
    raw = build(dict, HEAD, ())(found.root, work.problems)
    theirs = None if raw is UNREAD else _work(found.root, raw, work.load, work.problems)
    question = _whole(found.node, theirs) if theirs else None
    if question is None:
        return None
    return replace(
        question,
        id=found.id or question.id,
        case=question.case or str(raw["case"]),
        as_of=question.as_of or str(raw.get("as_of", "")),
    )


def _named_values(raw: Mapping[str, Any], lines: Mapping[str, int], work: _Work) -> dict[str, str]:
    computed = {name: _computed(spec, lines.get("values", 1), work) for name, spec in raw.items()}
    return {name: str(value) for name, value in computed.items() if value is not UNREAD}


def _computed(value: Any, line: int, work: _Work) -> Any:
    """A value of the file; a named finding is worked out on the case."""
    if not (isinstance(value, dict) and "finding" in value):
        return value
    spec = {key: part for key, part in value.items() if key not in ("case", "as_of")}
    try:
        case = work.load(value["case"]) if "case" in value else work.case
        case = case.as_of(value["as_of"]) if "as_of" in value else case
        return read_value(compute(case, spec))
    except (LookupError, OSError, ValueError) as error:
        work.fault(line, str(error.args[0]).split("\n")[0])
        return UNREAD


def _whole(node: Any, work: _Work) -> Question | None:
    """A question with its key computed and read, its texts filled, its faults told."""
    question = QUESTION(node, work.problems)
    if question is UNREAD:
        return None
    at = line_of(node)
    if not re.fullmatch(r"[a-z]\w{0,30}", question.id) or question.id.endswith(ENDINGS):
        work.fault(at, f"{question.id!r} is no question id", "write a short name like q1")
    kind = KINDS.get(question.kind)
    if kind is None:
        work.fault(at, unknown("kind of question", question.kind, list(KINDS)))
        return None
    before = len(work.problems)
    work = _on_its_own_case(node, question, work)
    _check_fields(node, question, kind, work)
    if len(work.problems) > before:
        return None
    question = _filled(question, work, at)
    question = _with_key(question, kind, at, work)
    if question.answer is not None or not kind.scored:
        for message in kind.faults(question):
            work.fault(at, f"{question.id}: {message}")
        question = _with_misconceptions(question, kind, at, work)
    _check_records(question, at, work)
    return replace(question, named={key: _in_words(work.case, key) for key in _ids(question)})


def _on_its_own_case(node: Any, question: Question, work: _Work) -> _Work:
    """The work on the question's own case and day, where it names them.

    A question with a case of its own is on the whole of it unless it names a day too.
    """
    if not (question.case or question.as_of):
        return work
    lines = {"case": line_of(node), "as_of": line_of(node)}
    lines |= {str(key.value): line_of(key) for key, _ in node.value}
    as_of = question.as_of or ("" if question.case else work.as_of)
    case = _case(question.case or work.case.id, as_of, lines, work.load, work.problems)
    return replace(work, case=case, as_of=as_of) if case else work


def _check_fields(node: Any, question: Question, kind: Kind, work: _Work) -> None:
    for key, _ in node.value:
        if key.value in BY_KIND and key.value not in kind.uses:
            fix = f"it uses {', '.join(sorted(kind.uses)) or 'no field of its own'}"
            message = f"a question of the kind {question.kind!r} has no field {key.value!r}"
            work.fault(line_of(key), message, fix)
    there = {key.value for key, _ in node.value}
    for name in sorted(kind.needs - there):
        work.fault(line_of(node), f"{question.id}: the field {name!r} is missing", "add it")
    if not 2 <= len(question.hints) <= 3:
        work.fault(line_of(node), f"{question.id}: two or three hints are needed")
    if kind.scored and sum(bool(m.when) for m in question.misconceptions) < LEAST_MISCONCEPTIONS:
        message = f"{question.id}: {LEAST_MISCONCEPTIONS} misconceptions with 'when' are needed"
        work.fault(line_of(node), message, "name the wrong answers that people give, and why")


def _with_key(question: Question, kind: Kind, at: int, work: _Work) -> Question:
    if not kind.scored:
        return question
    key = _computed(question.answer, at, work)
    if key is UNREAD:
        return replace(question, answer=None)
    found = kind.read_key(replace(question, answer=None), read_value(key))
    if isinstance(found, Unread):
        work.fault(at, f"{question.id}: the answer can't be read: {found.why}")
        return replace(question, answer=None)
    return replace(question, answer=found.value)


def _with_misconceptions(question: Question, kind: Kind, at: int, work: _Work) -> Question:
    """Each wrong answer read, and shown to bring the misconception it is meant for."""
    done: list[Misconception] = []
    for m in question.misconceptions:
        read = [_wrong(question, kind, m, _computed(v, at, work), at, work) for v in m.when]
        done.append(replace(m, when=tuple(v for v in read if v is not UNREAD)))
        _check_pattern(question, kind, m, at, work)
    question = replace(question, misconceptions=tuple(done))
    wrong = [v for m in done for v in m.when]
    if any(kind.same(question, v, w) for i, v in enumerate(wrong) for w in wrong[:i]):
        work.fault(at, f"{question.id}: a wrong answer stands under two misconceptions")
    names = [m.name for m in done]
    for name in sorted({n for n in names if names.count(n) > 1}):
        work.fault(at, f"{question.id}: the misconception {name!r} stands here twice")
    return question


def _wrong(
    question: Question, kind: Kind, m: Misconception, value: Any, at: int, work: _Work
) -> Any:
    if value is UNREAD:
        return UNREAD
    label = f"{question.id}, {m.name}: the wrong answer {value!r}"
    found = kind.read(question, read_value(value))
    if isinstance(found, Unread) or is_blank(value):
        why = found.why if isinstance(found, Unread) else "it is blank"
        work.fault(at, f"{label} can't be read: {why}")
    elif kind.judge(question, found.value).outcome is Outcome.RIGHT:
        work.fault(at, f"{label} is right")
    else:
        return found.value
    return UNREAD


def _check_pattern(question: Question, kind: Kind, m: Misconception, at: int, work: _Work) -> None:
    if not m.also:
        return
    try:
        fits = kind.fits(m.also, question.answer)
    except (ValueError, TypeError, KeyError, AttributeError):  # whatever an author may write
        work.fault(at, f"{question.id}, {m.name}: 'also' is not written as this kind reads it")
        return
    if fits:
        work.fault(at, f"{question.id}, {m.name}: 'also' fits the right answer")


def _ids(question: Question) -> Iterator[str]:
    yield from question.records
    for m in question.misconceptions:
        yield from m.records


def _check_records(question: Question, at: int, work: _Work) -> None:
    for key in _ids(question):
        if not _in_words(work.case, key):
            groups = (work.case.documents, work.case.officials, work.case.evidence)
            known = [k for group in groups for k in group]
            work.fault(at, f"{question.id}: {unknown('record', key, known)}")
        elif question.kind in GIVING_CHANCES and _open(work.case, key):
            message = f"{question.id}: {key!r} is an open claim, and nobody gives it a likelihood"
            work.fault(at, message, "ask about a claim that is settled, or about its standing")


def _open(case: Case, key: str) -> bool:
    return key in case.claims and case.claims[key].open


def _in_words(case: Case, key: str) -> str:
    """A record as a phrase for a reader: who, what, when."""
    if key in case.documents:
        found: Document = case.documents[key]
        return f"{case.sources[found.source].name}, “{found.title}”, {found.public}"
    if key in case.officials:
        item = case.officials[key]
        return f"{item.body}, {item.kind.value.replace('_', ' ')}, {item.public}"
    if key in case.evidence:
        return f"{case.evidence[key].text.rstrip('.')} (public {case.evidence[key].public})"
    if key in case.claims:
        claim = case.claims[key]
        standing = f" ({claim.status.standing.words})" if claim.status else ""
        return f"{claim.text.rstrip('.')}{standing}"
    if key in case.results:
        result = case.results[key]
        made_up = " (an example of ours, no real page)" if result.invented else ""
        return f"{result.site}, {result.public}{made_up}: {result.shown}"
    return case.details[key].text if key in case.details else ""


def _filled(question: Question, work: _Work, at: int) -> Question:
    """The question with {names} in its texts replaced by values of the case."""

    def fill(value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(r"\{([A-Za-z_]\w*)\}", put, value)
        if isinstance(value, tuple):
            return tuple(fill(part) for part in value)
        if isinstance(value, Misconception):
            return replace(value, **{k: fill(getattr(value, k)) for k in _TEXTS})
        return {k: fill(v) for k, v in value.items()} if isinstance(value, dict) else value

    def put(match: re.Match[str]) -> str:
        if match[1] not in work.values:
            work.fault(at, f"{question.id}: {unknown('value', match[1], list(work.values))}")
            return match[0]
        return work.values[match[1]]

    names = ("prompt", "right", "solution", "hints", "options", "items", "rubric", "anchors")
    filled = (*names, "misconceptions")
    return replace(question, **{name: fill(getattr(question, name)) for name in filled})


_TEXTS = ("fact", "tempting", "misleads", "better")
