"""The lessons and the exercises' notebooks: up to date, running, and of one shape."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.build_lessons import (
    ROOT,
    SIDES,
    comparable,
    fictional_page,
    normal_form,
    share,
    written,
)
from tests.fetch_parts import oldest_matplotlib
from tests.machine import needs, run

LESSONS = sorted([*ROOT.glob("lessons/*.ipynb"), *ROOT.glob("lessons/fictional/*.ipynb")])
EXERCISES = sorted(p.parent for p in ROOT.glob("exercises/*/questions.yaml"))
FIRST = "00_start_here"  # the one lesson that teaches the tool and asks no question of the field

LONGEST_CELL = 6
SHORTEST_ALT = 40
ABSOLUTE_PATH = re.compile(r"(?<![\w.:/])/(?:home|root|tmp|work|Users|usr|var)/|\b[A-Z]:\\\\?\w")

Notebook = dict[str, Any]


def called(path: Path) -> str:
    """A lesson's name, with its path before it where it is the fictional one."""
    return path.relative_to(ROOT / "lessons").with_suffix("").as_posix()


def load(path: Path) -> Notebook:
    return dict(json.loads(path.read_text("utf-8")))


def source(cell: Notebook) -> str:
    return "".join(cell["source"])


def code_cells(notebook: Notebook) -> list[Notebook]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def texts(value: object) -> Iterator[str]:
    """Every text in an output, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        if all(isinstance(line, str) for line in value):
            yield "".join(value)
        else:
            for inner in value:
                yield from texts(inner)


# --- the shape of a lesson: each rule gives the faults it finds ------------------------------


def title_faults(notebook: Notebook) -> list[str]:
    """A lesson's title is a question, and its text has sections."""
    prose = [source(c) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    title = prose[0].strip().splitlines()[0] if prose else ""
    faults = []
    if not re.match(r"# \S", title):
        faults.append(f"begins with {title!r}, not with a title")
    elif not title.endswith("?") and notebook["metadata"]["mediakit"]["lesson"] != FIRST:
        faults.append(f"the title is no question: {title!r}")
    sections = re.findall(r"^## (.+)$", "\n".join(prose), re.MULTILINE)
    if len(sections) < 3:
        faults.append(f"has {len(sections)} sections, too few to find one's way by")
    if not any(s.startswith("Key points") for s in sections):
        faults.append("has no section 'Key points'")
    return faults


def cell_faults(notebook: Notebook) -> list[str]:
    """Cells are short, and none is empty."""
    faults = []
    for number, cell in enumerate(notebook["cells"], 1):
        lines = source(cell).strip().splitlines()
        if not lines:
            faults.append(f"cell {number} is empty")
        if cell["cell_type"] == "code" and len(lines) > LONGEST_CELL:
            faults.append(f"cell {number} has {len(lines)} lines of code")
    return faults


def count_faults(notebook: Notebook) -> list[str]:
    """Every code cell was run, in order: a cell without a count is never compared."""
    counts = [cell["execution_count"] for cell in code_cells(notebook)]
    return [] if counts == [*range(1, len(counts) + 1)] else [f"was run as {counts}"]


def path_faults(notebook: Notebook) -> list[str]:
    """No folder of the machine that wrote the notebook stays in it."""
    return [
        f"cell {number} shows the path {match.group()!r}"
        for number, cell in enumerate(notebook["cells"], 1)
        for text in texts([cell["source"], cell.get("outputs", [])])
        if (match := ABSOLUTE_PATH.search(comparable(text)))
    ]


class Pictures(HTMLParser):
    """The alt texts of an HTML output's pictures, None where there is none, and its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alts: list[str | None] = []
        self.tables = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.alts.append(dict(attrs).get("alt"))
        self.tables += tag == "table"


def figure_faults(notebook: Notebook) -> list[str]:
    """Every picture says in words what it shows, and its table stands beside it."""
    faults = []
    for number, cell in enumerate(code_cells(notebook), 1):
        data = [o["data"] for o in cell["outputs"] if "data" in o]
        if any(kind.startswith("image/") for d in data for kind in d):
            faults.append(f"code cell {number} has a plain picture: front ends drop its alt text")
        page = Pictures("".join("".join(d.get("text/html", "")) for d in data))
        for alt in page.alts:
            if len(alt or "") < SHORTEST_ALT:
                faults.append(f"code cell {number}: the alt text is {alt!r}")
        if page.alts and not page.tables:
            faults.append(f"code cell {number} has a picture without its table")
    return faults


def traceback_faults(notebook: Notebook) -> list[str]:
    """What goes wrong on purpose is answered by a sentence."""
    return [
        f"code cell {number} shows a traceback"
        for number, cell in enumerate(code_cells(notebook), 1)
        if any("Traceback (most recent" in t or "----> 1" in t for t in texts(cell["outputs"]))
    ]


RULES: list[Callable[[Notebook], list[str]]] = [
    title_faults,
    cell_faults,
    count_faults,
    path_faults,
    figure_faults,
    traceback_faults,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", LESSONS, ids=called)
def test_lesson_keeps_to(path: Path, rule: Callable[[Notebook], list[str]]) -> None:
    """Each lesson keeps to each rule of shape."""
    assert rule(load(path)) == []


@pytest.mark.parametrize("path", LESSONS, ids=called)
def test_lesson_names_itself(path: Path) -> None:
    """A lesson's metadata give its name, its minutes and its exercise, which exists."""
    about = load(path)["metadata"]["mediakit"]
    assert about["lesson"] == path.stem
    assert about["minutes"] > 0
    assert (ROOT / "exercises" / about["exercise"] / "questions.yaml").is_file()


# --- the rules themselves --------------------------------------------------------------------


def lesson(*cells: Notebook, title: str = "# One or nine?") -> Notebook:
    """A lesson without a fault, and these cells after it."""
    prose = f"{title}\n\n## Look\n\n## Try\n\n## Key points\n"
    cells_ = [{"cell_type": "markdown", "source": prose, "metadata": {}}, code("1 + 1"), *cells]
    for number, cell in enumerate((c for c in cells_ if c["cell_type"] == "code"), 1):
        cell.setdefault("execution_count", number)
    return {"cells": cells_, "metadata": {"mediakit": {"lesson": "one"}}}


def code(text: str, **more: Any) -> Notebook:
    return {"cell_type": "code", "source": text, "metadata": {}, "outputs": [], **more}


def shows(html: str) -> Notebook:
    return code("f", outputs=[{"output_type": "display_data", "data": {"text/html": [html]}}])


LONG_ALT = "Nine reports drawn as boxes; all nine lead back to one letter."

FAULTY = {
    "title-no-question": (title_faults, lesson(title="# One source")),
    "no-title": (title_faults, lesson(title="One source?")),
    "empty-cell": (cell_faults, lesson(code(" \n"))),
    "long-cell": (cell_faults, lesson(code("a = 1\n" * 7))),
    "not-run": (count_faults, lesson(code("a", execution_count=None))),
    "run-out-of-order": (count_faults, lesson(code("a", execution_count=7))),
    "path-in-code": (path_faults, lesson(code("open('/home/ada/a.txt')"))),
    "path-in-output": (path_faults, lesson(shows("saved in /tmp/x/a.png"))),
    "picture-without-alt": (figure_faults, lesson(shows("<img src='x'><table></table>"))),
    "picture-with-short-alt": (figure_faults, lesson(shows("<img alt='a chart'><table></table>"))),
    "picture-without-table": (figure_faults, lesson(shows(f"<img alt='{LONG_ALT}'>"))),
    "plain-picture": (
        figure_faults,
        lesson(code("f", outputs=[{"output_type": "display_data", "data": {"image/png": "x"}}])),
    ),
    "traceback": (traceback_faults, lesson(shows("Traceback (most recent call last)"))),
}


@pytest.mark.parametrize(("rule", "notebook"), FAULTY.values(), ids=FAULTY)
def test_rule_finds_its_fault(rule: Callable[[Notebook], list[str]], notebook: Notebook) -> None:
    """Each rule finds the fault it is there for, and no other rule does."""
    assert len(rule(notebook)) == 1
    assert [other for other in RULES if other is not rule and other(notebook)] == []


def test_rules_pass_a_sound_lesson() -> None:
    """A figure with words and table, in a short lesson, breaks no rule."""
    sound = lesson(shows(f"<figure><img alt='{LONG_ALT}'></figure><table><tr></tr></table>"))
    assert [rule(sound) for rule in RULES] == [[]] * len(RULES)


# --- the lessons on an invented case -----------------------------------------------------------


@pytest.mark.parametrize("path", sorted(ROOT.glob("lessons/fictional/*.ipynb")), ids=called)
def test_siblings_share_what_is_not_tagged(path: Path) -> None:
    """Shared cells are the same in both, in the same order, and the other side is in neither."""
    real, fictional = load(ROOT / "lessons" / path.name), load(path)
    shared = [
        [source(c) for c in n["cells"] if not SIDES & set(c["metadata"].get("tags", ()))]
        for n in (real, fictional)
    ]
    assert shared[0] == shared[1]
    assert not [c for c in real["cells"] if "fictional" in c["metadata"].get("tags", ())]
    assert not [c for c in fictional["cells"] if "real" in c["metadata"].get("tags", ())]
    assert "metrojet" not in fictional["metadata"]["mediakit"]["cases"]


def test_a_missing_shared_cell_is_told() -> None:
    """A sibling that lacks a shared cell is not written over silently."""
    cells: list[Notebook] = [
        {"cell_type": "markdown", "source": text, "metadata": {}} for text in ("a", "b")
    ]
    with pytest.raises(ValueError, match="2 cells of the lesson are shared"):
        share(_Notebook(cells[:1]), _Notebook(cells))


class _Notebook:
    """As much of a notebook as ``share`` looks at."""

    def __init__(self, cells: list[Notebook]) -> None:
        self.cells = [_Cell(cell) for cell in cells]


class _Cell(dict[str, Any]):
    """A cell whose fields are attributes as well, as nbformat has them."""

    def __getattr__(self, name: str) -> Any:
        return self[name]


def test_the_page_of_the_fictional_path_leaves_out_what_is_real() -> None:
    """What is marked as real goes, what is marked as fictional is shown, the rest stays."""
    page = "a\n<!-- real -->\nb\n<!-- /real -->\n<!-- fictional:\nc\n-->\nd\n"
    assert fictional_page(page) == "a\nc\nd\n"


# --- what the script writes ------------------------------------------------------------------


def test_lessons_are_what_the_script_writes() -> None:
    """Every committed notebook is what executing and normalising it gives."""
    done = run("python", "-m", "tests.build_lessons", "--check", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def notebook_with(outputs: list[Notebook]) -> Any:
    """A notebook of one cell, as nbformat holds it, with noise around it."""
    from importlib import import_module

    v4: Any = import_module("nbformat").v4
    cell = v4.new_code_cell("1 + 1", metadata={"ExecuteTime": "noon", "tags": ["b", "a"]})
    cell.outputs = [v4.output_from_msg(message) for message in outputs]
    twin = v4.new_code_cell("1 + 1", execution_count=9)
    return v4.new_notebook(
        cells=[cell, twin],
        metadata={"widgets": {"state": 1}, "mediakit": {"minutes": 5}, "signature": "x"},
    )


def message(kind: str, **content: Any) -> Notebook:
    return {"header": {"msg_type": kind}, "content": content}


def test_normal_form_leaves_no_noise() -> None:
    """Ids come from the text, counts run from 1, and only metadata that mean something stay."""
    notebook = notebook_with([message("stream", name="stdout", text=t) for t in ("a\n", "b\n")])
    normal_form(notebook)
    first, second = notebook.cells
    assert second.id == f"{first.id}-1"
    assert [first.execution_count, second.execution_count] == [1, 2]
    assert first.metadata == {"tags": ["a", "b"]}
    assert [o.text for o in first.outputs] == ["a\nb\n"]
    assert set(notebook.metadata) == {"kernelspec", "language_info", "mediakit"}


def test_normal_form_drops_widgets_and_plain_pictures() -> None:
    """A widget leaves no trace, and the text beside it stays."""
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
    notebook = notebook_with(
        [
            message("display_data", data=view, metadata={}),
            message("display_data", data={"text/plain": "2", "image/png": "x"}, metadata={}),
        ]
    )
    normal_form(notebook)
    assert [o.data for o in notebook.cells[0].outputs] == [{"text/plain": "2"}]


def test_normal_form_is_reached_in_one_step() -> None:
    """Normalising twice changes nothing more."""
    notebook = notebook_with([message("stream", name="stdout", text="a\n")])
    normal_form(notebook)
    once = json.dumps(notebook)
    normal_form(notebook)
    assert json.dumps(notebook) == once


def test_only_pixels_may_differ() -> None:
    """Another version of matplotlib gives other pixels; alt text and table are compared."""
    figure = "<img alt='{}' src='data:image/png;base64,{}'>".format
    assert comparable(figure("a", "AAAA")) == comparable(figure("a", "BBB="))
    assert comparable(figure("a", "AAAA")) != comparable(figure("b", "AAAA"))


# --- running them ----------------------------------------------------------------------------


def replay(widgets: str, what: str = "lessons", **env: str) -> None:
    """Run lessons on a fresh kernel and compare each cell with its saved output."""
    done = run(
        "python",
        *("-m", "pytest", "--nbval", "--nbval-current-env", "--nbval-cell-timeout=60", "-q"),
        *("--nbval-sanitize-with=tests/nbval.cfg", "-p", "no:cacheprovider", what),
        env={"MEDIAKIT_WIDGETS": widgets, **env},
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.parametrize("widgets", ["on", "off"])
def test_lessons_replay(widgets: str) -> None:
    """Lessons give the saved outputs on a fresh kernel, with widgets and without."""
    replay(widgets)


@pytest.mark.full
def test_lessons_replay_twice_in_a_row() -> None:
    """A second run gives the same: nothing a lesson does outlives it."""
    replay("on")
    replay("on")


@pytest.fixture(scope="module")
def oldest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the oldest supported matplotlib is found before today's."""
    folder = tmp_path_factory.mktemp("oldest")
    for wheel in needs("oldest").glob("*.whl"):
        with ZipFile(wheel) as packed:
            packed.extractall(folder)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = {"PYTHONPATH": os.pathsep.join(paths)}
    told = run("python", "-c", "import matplotlib as m; print(m.__version__)", env=env).stdout
    assert f"{told.strip()}.".startswith(oldest_matplotlib().partition("==")[2] + ".")
    return env


def test_a_lesson_replays_under_the_oldest_matplotlib(oldest: dict[str, str]) -> None:
    """The words and tables of its figures are the same under every version that we allow."""
    replay("off", "lessons/03_one_source_or_nine.ipynb", **oldest)


@pytest.mark.full
def test_lessons_replay_under_the_oldest_matplotlib(oldest: dict[str, str]) -> None:
    """So are those of all lessons."""
    replay("off", **oldest)


# --- the exercises' notebooks ----------------------------------------------------------------


def question_ids(folder: Path) -> list[str]:
    from ruamel.yaml import YAML

    text = (folder / "questions.yaml").read_text("utf-8")
    return [q["id"] for q in YAML(typ="safe", pure=True).load(text)["questions"]]


def exercise_code(folder: Path) -> list[str]:
    return [source(cell) for cell in code_cells(load(folder / "exercise.ipynb"))]


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_exercise_has_a_place_for_every_answer(folder: Path) -> None:
    """Every question has one blank answer, and below it a cell that checks it."""
    cells = exercise_code(folder)
    for name in question_ids(folder):
        blank = [n for n, c in enumerate(cells) if re.search(rf"^{name} = \.\.\.$", c, re.M)]
        check = [n for n, c in enumerate(cells) if re.search(rf'\.check\("{name}", {name}\)', c)]
        assert len(blank) == 1, f"{name} has {len(blank)} blank answers"
        assert check, f"{name} has no cell that checks it"
        assert blank[0] <= min(check), f"{name} is checked above its answer"


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_exercise_asks_nothing_else(folder: Path) -> None:
    """No blank stands in the notebook that the questions do not know."""
    blanks = set(re.findall(r"^(\w+) = \.\.\.$", "\n".join(exercise_code(folder)), re.M))
    asked = question_ids(folder)
    said = ("_confidence", "_level", "_change")
    assert blanks <= {*asked, *(name + end for name in asked for end in said)}


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_exercise_is_what_its_questions_make(folder: Path) -> None:
    """The notebook is the one that the writer makes of the questions, byte for byte."""
    assert (folder / "exercise.ipynb").read_text("utf-8") == written(folder / "exercise.ipynb")


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_exercise_is_handed_out_blank(folder: Path) -> None:
    """No output and no count: what a learner sees there is their own."""
    cells = code_cells(load(folder / "exercise.ipynb"))
    assert [c["outputs"] for c in cells] == [[]] * len(cells)
    assert {c["execution_count"] for c in cells} <= {None}


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_feedback_sends_a_learner_to_sections_that_are_there(folder: Path) -> None:
    """Every section that a question names is a heading of its lesson."""
    from mediakit.exercises.exercise import load_questions

    data = load_questions(folder.name)
    side = "fictional" if folder.name.endswith("_fictional") else ""
    lesson = load(ROOT / "lessons" / side / f"{data.lesson}.ipynb")
    headings = {
        line[3:].strip()
        for cell in lesson["cells"]
        if cell["cell_type"] == "markdown"
        for line in source(cell).splitlines()
        if line.startswith("## ")
    }
    named = [q.section for q in data.questions.values()]
    named += [m.section for q in data.questions.values() for m in q.misconceptions]
    assert {section for section in named if section} <= headings


@pytest.mark.parametrize("folder", EXERCISES, ids=lambda p: p.name)
def test_exercise_asks_in_the_words_of_its_questions(folder: Path) -> None:
    """The notebook shows each prompt, each choice and the example as the question file has them."""
    from mediakit.exercises.exercise import load_questions
    from mediakit.exercises.kinds import KINDS

    cells = load(folder / "exercise.ipynb")["cells"]
    shown = "\n".join(source(cell) for cell in cells if cell["cell_type"] == "markdown")
    for question in load_questions(folder.name).questions.values():
        parts = [question.prompt, f"`{KINDS[question.kind].example(question)}`"]
        parts += [f"- `{k}`: {t}" for k, t in {**question.items, **question.options}.items()]
        missing = [part for part in parts if part not in shown]
        assert not missing, f"{question.id}: the notebook lacks {missing}"
