"""Answers given by clicking in JupyterLab: saved, closed, opened again, and graded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from mediakit.exercises import ExerciseData, Outcome, load_questions
from mediakit.grading import grade_bytes
from tests.browser.conftest import Opens
from tests.browser.lab import Lab
from tests.machine import ROOT

WEIR = ROOT / "tests" / "fixtures" / "exercises" / "weir" / "questions.yaml"
ASKED = ("q1", "q2", "q3", "q5", "q6", "q7", "q8")
RIGHT = {"q1": "B", "q2": 1, "q3": ("gauge", "flight"), "q5": "1 May 2029"}
RESTART = """async () => {
    const session = window.jupyterapp.shell.currentWidget.sessionContext;
    await session.session.kernel.restart();
    await session.session.kernel.info;
}"""
SHUT_DOWN = "() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
IDLE = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"


def notebook(cells: Sequence[str]) -> str:
    """A notebook of code cells that nobody has run yet."""
    made: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"cell-{n}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for n, source in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return json.dumps(
        {"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    )


def written(folder: Path, name: str, cells: Sequence[str]) -> Path:
    """The notebook as a file among the learner's own."""
    path = folder / "course" / name
    path.write_text(notebook(cells), encoding="utf-8")
    return path


LOAD = f"import mediakit as mk\nex = mk.load_exercise({str(WEIR)!r})"
CELLS = [
    LOAD,
    *(f'ex.widget("{q}")' for q in ASKED),
    'ex.check("q1")',
    "ex.hand_in()",
    'print("the end")',  # running the last cell would add an empty one
]


@pytest.fixture(scope="module")
def weir() -> ExerciseData:
    """The exercise that the notebook loads."""
    return load_questions(str(WEIR))


@pytest.fixture(scope="module")
def file(address: str, folder: Path) -> Path:
    """The learner's notebook, in a course that is being served."""
    assert address
    return written(folder, "weir.ipynb", CELLS)


@pytest.fixture(scope="module")
def lab(opens: Opens, file: Path) -> Lab:
    """The notebook with its widgets, all answered by hand and by keyboard, and saved."""
    lab = opens(file.name)
    lab.show_all()
    lab.run_all()
    answer_all(lab)
    lab.command("docmanager:save")
    return lab


def output(lab: Lab, question: str) -> Locator:
    """The output of the cell that shows a question's widget."""
    return lab.cell(f'ex.widget("{question}")').locator(".jp-OutputArea").first


def press(lab: Lab, box: Locator, key: str) -> None:
    """A key on something that has the focus, as somebody without a mouse does it."""
    box.focus()
    lab.page.keyboard.press(key)


def answer_all(lab: Lab) -> None:
    """Answer each question; radio buttons and tick boxes with the space bar."""
    radios = output(lab, "q1").get_by_role("radio")
    press(lab, radios.nth(0), "Space")
    expect(output(lab, "q1")).to_contain_text('q1 = "A"')
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Space")
    expect(output(lab, "q1")).to_contain_text('q1 = "B"')
    output(lab, "q1").get_by_label("How sure are you").fill("70")
    output(lab, "q2").get_by_label("Your count").fill("1")
    boxes = output(lab, "q3").get_by_role("checkbox")
    press(lab, boxes.nth(0), "Space")
    boxes.nth(1).click()
    output(lab, "q5").get_by_label("The day").fill("1 May 2029")
    output(lab, "q6").get_by_label("office-note").select_option(
        "statement: somebody in office said so"
    )
    for item, place in {"gauge": "1", "post-8": "2", "phare-9": "3"}.items():
        output(lab, "q7").get_by_label(re.compile(f"^{item}")).fill(place)
    output(lab, "q8").get_by_label("Your text").fill(
        'Ostrel Post wrote "first".\nThe others copied.'
    )
    expect(output(lab, "q8")).to_contain_text("The others copied.")
    expect(output(lab, "q7")).to_contain_text('q7 = ["gauge", "post-8", "phare-9"]')


def graded(file: Path, weir: ExerciseData) -> dict[str, Any]:
    """What the grader makes of each answer in the file as it lies on the disk."""
    row = grade_bytes(file.read_bytes(), exercise=weir)
    assert row.confidence == (("q1", "70"),)
    return {r.question: r.outcome for r in row.results}


EXPECTED = {
    "q1": Outcome.RIGHT,
    "q2": Outcome.RIGHT,
    "q3": Outcome.RIGHT,
    "q4": Outcome.NOT_ATTEMPTED,
    "q5": Outcome.RIGHT,
    "q6": Outcome.PARTLY,
    "q7": Outcome.RIGHT,
    "q8": Outcome.FOR_INSTRUCTOR,
}


def test_a_saved_notebook_holds_every_answer(lab: Lab, file: Path, weir: ExerciseData) -> None:
    """Click or type, save: the grader reads each answer from the file."""
    assert graded(file, weir).items() >= EXPECTED.items()


def test_check_takes_the_answer_of_the_widget(lab: Lab) -> None:
    """Without any line of code, and with nothing to paste once it is saved."""
    cell = lab.cell('ex.check("q1")')
    lab.run_cell(cell)
    shown = cell.locator(".jp-OutputArea-output")
    expect(shown).to_contain_text('q1 = "B": right.')
    expect(shown).to_contain_text("You were 70 % sure.")
    expect(shown).not_to_contain_text("paste")


def test_hand_in_names_what_is_open(lab: Lab, file: Path) -> None:
    """The question without an answer, and the file to upload."""
    cell = lab.cell("ex.hand_in()")
    lab.run_cell(cell)
    shown = cell.locator(".jp-OutputArea-output")
    expect(shown).to_contain_text("Still open: q4")
    expect(shown).to_contain_text(f"The file to upload: {file.name}")
    expect(shown).not_to_contain_text("Not in the saved file yet")


def test_an_answer_changed_and_not_saved_is_named(lab: Lab, file: Path) -> None:
    """hand_in and check say that the file holds another answer than the page."""
    field = output(lab, "q2").get_by_label("Your count")
    field.fill("2")
    expect(output(lab, "q2")).to_contain_text("q2 = 2")
    cell = lab.cell("ex.hand_in()")
    lab.run_cell(cell)
    expect(cell.locator(".jp-OutputArea-output")).to_contain_text("Not in the saved file yet: q2")
    field.fill("1")
    expect(output(lab, "q2")).to_contain_text("q2 = 1")
    lab.command("docmanager:save")


@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_reads_well_everywhere(lab: Lab, theme: str, width: int) -> None:
    """In both themes, wide and narrow: named for a screen reader, large enough, nothing cut."""
    lab.theme(theme)
    lab.show_all(width)
    lab.screenshot(f"answer-widgets-{theme.lower()}-{width}")
    assert lab.accessibility_faults() == []
    fields = lab.page.locator(".mediakit-answer").locator("input, select, textarea")
    assert fields.count() > 15
    for box in [field.bounding_box() for field in fields.all()]:
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] + box["width"] <= width


def test_nothing_left_this_machine(lab: Lab) -> None:
    """Every request of the page went to loopback, and it reported no error."""
    assert lab.record.outside == []
    assert lab.record.errors == []


def test_a_page_opened_again_keeps_changes_too(
    lab: Lab, opens: Opens, file: Path, weir: ExerciseData
) -> None:
    """On a new page the line below a widget may lag; run the cell again, and it is there."""
    lab.page.close()
    again = opens(file.name)
    again.show_all()
    expect(output(again, "q1")).to_contain_text('q1 = "B"')
    again.screenshot("answer-widgets-reopened")
    output(again, "q2").get_by_label("Your count").fill("2")
    status = output(again, "q2").get_by_role("status")
    expect(status).to_contain_text("Noted: 2.")
    again.run_cell(again.cell('ex.widget("q2")'))
    expect(output(again, "q2").locator("pre")).to_contain_text("q2 = 2")
    again.command("docmanager:save")
    assert graded(file, weir)["q2"] is Outcome.NOT_YET
    output(again, "q2").get_by_label("Your count").fill("1")
    expect(output(again, "q2").locator("pre")).to_contain_text("q2 = 1")
    again.command("docmanager:save")
    again.page.close()


def test_answers_outlive_the_page_and_the_kernel(
    opens: Opens, file: Path, weir: ExerciseData
) -> None:
    """Close, open, restart, run all, save: every answer is there, on the page and in the file."""
    again = opens(file.name)
    again.show_all()
    again.page.evaluate(RESTART)
    again.page.wait_for_function(IDLE)
    again.run_all()
    expect(output(again, "q1").get_by_role("radio").nth(1)).to_be_checked()
    expect(output(again, "q7").get_by_label(re.compile("^gauge"))).to_have_value("1")
    again.command("docmanager:save")
    assert graded(file, weir).items() >= EXPECTED.items()
    again.page.close()
    assert again.record.outside == []


def test_a_new_day_finds_every_answer(opens: Opens, file: Path, weir: ExerciseData) -> None:
    """Without the kernel the line still stands there; running the cells brings the form back."""
    evening = opens(file.name)
    evening.page.evaluate(SHUT_DOWN)
    evening.page.close()
    morning = opens(file.name)
    morning.show_all()
    expect(output(morning, "q1")).to_contain_text('q1 = "B"')
    morning.screenshot("answer-widgets-new-day")
    morning.run_all()
    expect(output(morning, "q1").get_by_role("radio").nth(1)).to_be_checked()
    morning.command("docmanager:save")
    assert graded(file, weir).items() >= EXPECTED.items()
    morning.page.close()


# --- the kinds with answers of several parts -----------------------------------------------------

MORE = ROOT / "tests" / "fixtures" / "exercises" / "weir-more" / "questions.yaml"
PARTS = ("m1", "m2", "m3", "m4")


@pytest.fixture(scope="module")
def parts(opens: Opens, address: str, folder: Path) -> Iterator[Lab]:
    """A notebook with a table, a grade, a match and a likelihood, answered and saved."""
    assert address
    load = f"import mediakit as mk\nex = mk.load_exercise({str(MORE)!r})"
    cells = [load, *(f'ex.widget("{q}")' for q in PARTS), 'print("the end")']
    written(folder, "parts.ipynb", cells)
    lab = opens("parts.ipynb")
    lab.show_all()
    lab.run_all()
    yield lab
    lab.page.close()


def test_a_grade_and_a_table_are_answered_without_a_mouse(
    parts: Lab, folder: Path, address: str
) -> None:
    """Space on radio buttons and tick boxes, a list for each cell; the file holds it all."""
    letters = output(parts, "m2").get_by_role("radio")
    press(parts, letters.nth(5), "Space")
    record = output(parts, "m2").get_by_role("checkbox", name=re.compile("^It rests on post-8"))
    press(parts, record, "Space")
    expect(output(parts, "m2")).to_contain_text('m2 = {"grade": "F", "grounds": ["post-8"]}')
    marks = {"high-water": ("CC", "N"), "rust": ("N", "I")}
    words = {"CC": "CC: very consistent", "N": "N: neutral", "I": "I: inconsistent"}
    for row, (flood, gates) in marks.items():
        for column, mark in (("flood", flood), ("gates", gates)):
            cell = output(parts, "m3").get_by_label(re.compile(f"^{row}.*against {column}"))
            cell.select_option(words[mark])
    for item, source in {"bote-9": "post-8", "phare-9": "bote-9", "herald-10": "phare-9"}.items():
        chosen = output(parts, "m1").get_by_label(re.compile(f"^{item}"))
        texts = chosen.locator("option").all_inner_texts()
        chosen.select_option(next(text for text in texts if text.startswith(source)))
    press(parts, output(parts, "m4").get_by_role("radio").nth(0), "Space")
    expect(output(parts, "m4").locator("pre")).to_contain_text('m4 = "almost no chance"')
    parts.command("docmanager:save")
    more = load_questions(str(MORE))
    done = grade_bytes((folder / "course" / "parts.ipynb").read_bytes(), exercise=more)
    got = {r.question: r.outcome for r in done.results if r.question in PARTS}
    assert got == dict.fromkeys(PARTS, Outcome.RIGHT)


@pytest.mark.parametrize("width", [1280, 700])
def test_tables_and_grades_read_well(parts: Lab, width: int) -> None:
    """Named for a screen reader, large enough, nothing cut, on wide and on narrow pages."""
    parts.show_all(width)
    parts.screenshot(f"answer-widgets-parts-{width}")
    assert parts.accessibility_faults() == []
    fields = parts.page.locator(".mediakit-answer").locator("input, select, textarea")
    assert fields.count() > 20
    for box in [field.bounding_box() for field in fields.all()]:
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] + box["width"] <= width
