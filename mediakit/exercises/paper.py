"""A question paper: an exercise as it is handed out, with what is asked and nothing else.

A paper is a ``questions.yaml`` with ``mode: hand-in``. It holds no key, no explanation and no
hint, so ``check`` can say only whether an answer can be read. Its tag shows whose variant it is
to somebody who has the secret.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from mediakit.exercises.fields import BY_KIND, COMMON, HEAD
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.questions import HAND_IN, ExerciseData, Question
from mediakit.records import unknown
from mediakit.yamlfile import UNREAD, Problem, build, line_of

__all__ = ["is_paper", "open_paper", "paper_text", "read_paper"]

ASKED = ("id", "kind", "prompt", "points")
BESIDE = ("options", "items", "unit", "length", "rubric", "yardstick")
TOP = """\
# What is asked, for the notebook beside this file. Keys, hints and explanations are with your
# instructor. Do not change this file: the notebook reads your answers with it.

"""
_HEAD = {name: HEAD[name] for name in ("exercise", "title", "intro", "mode", "tag", "questions")}
_QUESTION = build(
    dict,
    {name: {**COMMON, **BY_KIND}[name] for name in (*ASKED, *BESIDE)},
    ("id", "kind", "prompt"),
)


def open_paper(exercise: ExerciseData, tag: str = "") -> ExerciseData:
    """The exercise without key, explanations, hints and records: what a learner may see.

    Examples
    --------
    >>> from mediakit.exercises import load_questions
    >>> paper = open_paper(load_questions("00_start_here"))
    >>> {(q.answer, q.hints, q.misconceptions) for q in paper.questions.values()}
    {(None, (), ())}
    """
    asked = {
        q.id: Question(
            right="",
            solution="",
            hints=(),
            **{name: getattr(q, name) for name in (*ASKED, *BESIDE)},
        )
        for q in exercise.questions.values()
    }
    return ExerciseData(
        exercise.id, exercise.title, "", asked, intro=exercise.intro, mode=HAND_IN, tag=tag
    )


def paper_text(paper: ExerciseData) -> str:
    """The paper as the text of its file."""
    from ruamel.yaml import YAML

    root: dict[str, Any] = {"exercise": paper.id, "title": paper.title, "mode": HAND_IN}
    root |= {name: getattr(paper, name) for name in ("tag", "intro") if getattr(paper, name)}
    root["questions"] = [_plain(question) for question in paper.questions.values()]
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.width = 96
    yaml.allow_unicode = True
    yaml.sort_base_mapping_type_on_output = False
    text = io.StringIO()
    yaml.dump(root, text)
    return TOP + text.getvalue()


def _plain(question: Question) -> dict[str, Any]:
    found = {name: getattr(question, name) for name in (*ASKED, *BESIDE)}
    found["points"] = str(question.points)
    found["length"] = list(question.length) if question.length[1] else None
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in found.items()
        if value
    }


def is_paper(root: Any) -> bool:
    """True when a question file says that it is handed out without its key."""
    return root.id == "mapping" and any(key.value == "mode" for key, _ in root.value)


def read_paper(root: Any, problems: list[Problem]) -> ExerciseData | None:
    """A paper from the root node of its file, or None with its faults."""
    raw = build(dict, _HEAD, ("exercise", "title", "mode", "questions"))(root, problems)
    if raw is UNREAD:
        return None
    if raw["mode"] != HAND_IN:
        problems.append(Problem(1, f"there is no mode {raw['mode']!r}", f"write {HAND_IN}"))
        return None
    questions = [_asked(node, problems) for node in raw["questions"]]
    if problems:
        return None
    asked = {q.id: q for q in questions if q}
    head = {name: raw.get(name, "") for name in ("title", "intro", "tag")}
    return ExerciseData(raw["exercise"], case="", questions=asked, mode=HAND_IN, **head)


def _asked(node: Any, problems: list[Problem]) -> Question | None:
    raw = _QUESTION(node, problems)
    if raw is UNREAD:
        return None
    if raw["kind"] not in KINDS:
        message = unknown("kind of question", raw["kind"], list(KINDS))
        problems.append(Problem(line_of(node), message))
        return None
    question = Question(right="", solution="", hints=(), **{**raw, "points": Fraction(1)})
    return replace(question, points=raw.get("points", Fraction(1)))
