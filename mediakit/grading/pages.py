"""Feedback pages: one self-contained HTML file per submission, readable and printable.

Nothing a student wrote reaches a page unescaped, and the page forbids scripts and anything
from elsewhere, so that a page is as harmless as the paper it may be printed on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import escape
from pathlib import Path

from mediakit.exercises.feedback import outside_a_notebook, paragraphs_for
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.questions import ExerciseData, Outcome, Question, Result
from mediakit.grading.grade import GradedSubmission, points_text

__all__ = ["feedback_page", "page_names", "write_pages"]

MARKS = {
    Outcome.RIGHT: "✓",
    Outcome.PARTLY: "◐",
    Outcome.NOT_YET: "○",
    Outcome.NOT_ATTEMPTED: "–",
    Outcome.COULD_NOT_READ: "?",
    Outcome.FOR_INSTRUCTOR: "✎",
    Outcome.TO_COMPARE: "✎",
    Outcome.WRITTEN: "✎",
}
STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #f2f2ef; --line: #767676;
  --link: #00528a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #191919; --soft: #262626;
  --line: #9a9a9a; --link: #8cc8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 46rem; color: var(--ink);
  background: var(--paper); font: 1.05rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
section { border: 1px solid var(--line); border-radius: .4rem; padding: 1rem 1.1rem;
  margin: 1.2rem 0; }
p { margin: .45rem 0; }
.outcome { font-weight: 600; }
ul { list-style: none; padding-left: 1.2rem; margin: .3rem 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft);
  padding: .7rem .8rem; margin: .3rem 0; border-left: .25rem solid var(--line);
  font: .95rem/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { border-bottom: 1px solid var(--line); text-align: left; padding: .35rem .5rem .35rem 0;
  vertical-align: top; }
td.points { white-space: nowrap; }
a { color: var(--link); }
@media print { body { max-width: none; padding: 0; font-size: 11pt; }
  section { break-inside: avoid; } }
"""


def feedback_page(row: GradedSubmission, solutions: bool = False) -> str:
    """The page of one submission, as text, with the solutions when they are released."""
    exercise = row.questions
    title = exercise.title if exercise else "Your notebook"
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{_text(row.student)} · {_text(row.file)}</p>",
        *_opening(row),
    ]
    if exercise and not row.reason:
        sections = (_section(row, exercise, r, solutions) for r in row.results)
        parts += [_table(row), *sections]
        parts.append(f"<p>{_CLOSING if exercise.case else _CLOSING_HANDED_IN}</p>")
    return _page(f"{title}: feedback for {row.student}", "\n".join(parts))


_CLOSING = (
    "This was practice: its keys are open and a mark here is no exam mark. "
    "The grader read your answers and ran none of your cells."
)

_CLOSING_HANDED_IN = "The grader read your answers and ran none of your cells."


def _page(title: str, body: str) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _opening(row: GradedSubmission) -> list[str]:
    if row.reason:
        return [
            f"<p class='outcome'>This notebook could not be read: {_text(row.reason)}.</p>",
            "<p>Save it again in Jupyter and hand that file in. Nothing was marked wrong.</p>",
        ]
    given = f"{points_text(row.points)} of {points_text(row.max)} points"
    given += " so far" if row.for_instructor else ""
    lines = [f"<p class='outcome'>{given}</p>"]
    if row.for_instructor:
        noun = "text waits" if row.for_instructor == 1 else "texts wait"
        lines.append(f"<p>{row.for_instructor} {noun} for your instructor and brings more.</p>")
    lines += [f"<p>Noted: {_text(note)}.</p>" for note in row.notes]
    return lines


def _table(row: GradedSubmission) -> str:
    cells = "".join(
        f'<tr><th scope="row"><a href="#{escape(r.question)}">{escape(r.question)}</a></th>'
        f"<td>{MARKS[r.outcome]} {r.outcome.value}</td>"
        f'<td class="points">{_points(r)}</td></tr>'
        for r in row.results
    )
    head = '<th scope="col">Question</th><th scope="col">Outcome</th><th scope="col">Points</th>'
    return (
        "<table><caption>All questions</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table>"
    )


def _points(result: Result) -> str:
    if not result.max:
        return "no points"
    given = "open" if result.points is None else points_text(result.points)
    return f"{given} of {points_text(result.max)}"


def _section(row: GradedSubmission, exercise: ExerciseData, result: Result, solutions: bool) -> str:
    question = exercise.questions[result.question]
    name = escape(question.id)
    sure = dict(row.confidence).get(question.id)
    parts = [
        f'<section id="{name}" aria-labelledby="{name}-head">',
        f'<h2 id="{name}-head">{name}: {MARKS[result.outcome]} {result.outcome.value}, '
        f"{_points(result)}</h2>",
        _paragraphs([question.prompt]),
        _list(_choices(question)),
        *_given(result),
        *([f"<p>You were {_text(sure)} % sure.</p>"] if sure else []),
        *_own_mark(row, result),
        "<h3>About it</h3>",
        _paragraphs(_explained(exercise, question, result)),
        *(["<h3>Solution</h3>", _paragraphs([question.solution])] if solutions else []),
        "</section>",
    ]
    return "\n".join(parts)


def _choices(question: Question) -> list[str]:
    return [] if question.rubric else KINDS[question.kind].lines(question)


def _given(result: Result) -> list[str]:
    if not result.given:
        return []
    return ["<h3>Your answer</h3>", f"<pre>{_text(result.given)}</pre>"]


def _own_mark(row: GradedSubmission, result: Result) -> list[str]:
    """The learner's own level and change, beside the mark of the instructor."""
    said = next((m for m in row.own_marks if m.question == result.question), None)
    if said is None:
        return []
    level = f"Your own level: {_text(said.level)}. " if said.level else ""
    mark = f"Your instructor's mark: {_points(result)}." if result.max else ""
    lines = [f"<p>{level}{mark}</p>"] if level or mark else []
    if said.change:
        lines.append(f"<p>The change you named: {_text(said.change)}</p>")
    return ["<h3>How you rate it</h3>", *lines]


def _explained(exercise: ExerciseData, question: Question, result: Result) -> list[str]:
    """The same explanation as in the notebook; its first line stands in the heading here."""
    return list(outside_a_notebook(paragraphs_for(exercise, question, result)[1:]))


def _paragraphs(parts: Sequence[str]) -> str:
    lines = [line for part in parts for line in part.split("\n") if line.strip()]
    return "".join(f"<p>{_text(line)}</p>" for line in lines)


def _list(lines: Sequence[str]) -> str:
    # The role keeps a list without bullets a list for screen readers.
    items = "".join(f"<li>{_text(line)}</li>" for line in lines)
    return f'<ul role="list">{items}</ul>' if items else ""


def _text(text: str) -> str:
    """Escaped, and without the signs that turn the direction of writing or can't be shown."""
    kept = "".join(
        c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return escape(kept)


# --- on disk -------------------------------------------------------------------------------------


def page_names(rows: Sequence[GradedSubmission]) -> dict[str, str]:
    """A file name for each submission's page: readable, harmless, never the same twice."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        stem = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", row.student)).strip("-_")
        stem = stem[:60] or "submission"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[row.file] = f"{name}.html"
    return names


def write_pages(
    rows: Sequence[GradedSubmission], folder: Path, solutions: bool = False
) -> dict[str, str]:
    """Write a page for each submission; returns the place of each, by its file."""
    from mediakit.grading.gradebook import write_whole

    folder.mkdir(parents=True, exist_ok=True)
    names = page_names(rows)
    for row in rows:
        write_whole(folder / names[row.file], feedback_page(row, solutions))
    return {file: f"{folder.name}/{name}" for file, name in names.items()}
