"""Lesson 6 in JupyterLab: its grid works by keyboard alone, and says the order in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/06_rival_explanations.ipynb"
MINE = 'm.expect("outside-effect", my_expectation)'
WRITTEN = '"holes in the skin, from outside inwards"'
RESTART = """async () => {
    const session = window.jupyterapp.shell.currentWidget.sessionContext;
    await session.session.kernel.restart();
    await session.session.kernel.info;
}"""


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


def grid(lab: Lab, which: int) -> Locator:
    """The first grid is on the cause, the second on the open question."""
    return lab.page.locator(".mediakit-grid").nth(which)


def choose(lab: Lab, box: Locator, keys: list[str]) -> None:
    """Open a list that has the focus with Space, go to a mark, and take it."""
    box.focus()
    for key in ("Space", *keys, "Enter"):
        lab.page.keyboard.press(key)


def test_the_grid_follows_the_keyboard(lab: Lab) -> None:
    """Tab reaches the first list; another mark changes the text, and going back undoes it."""
    state = grid(lab, 0).locator("[role=status]")
    expect(state).to_contain_text("No mark changed yet.")
    before = state.text_content()
    lab.cell("mk.widgets.matrix_grid(m, rows)").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to("SELECT"), "no list of the grid can be reached with the Tab key"
    first = lab.page.locator("*:focus")
    for key in ("Space", "ArrowDown", "Enter"):  # from N to I
        lab.page.keyboard.press(key)
    expect(state).to_contain_text('m.rate("airline-excludes-fault", {"bomb-on-board": "I"})')
    expect(state).to_contain_text("1. a bomb on board [bomb-on-board]: -2")
    expect(state).to_contain_text("A display, not a verdict")
    choose(lab, first, ["ArrowUp"])
    expect(state).to_contain_text("No mark changed yet.")
    assert state.text_content() == before


def test_the_open_question_gets_no_order(lab: Lab) -> None:
    """Marks on the second question change its text and bring no place and no score."""
    open_grid = grid(lab, 1)
    state = open_grid.locator("[role=status]")
    for box in open_grid.locator("select").all():
        choose(lab, box, ["ArrowDown", "ArrowDown"])
    expect(state).to_contain_text('m.rate("strikes-began"')
    expect(state).to_contain_text("Open question, no ranking")
    assert "Least evidence" not in (state.text_content() or "")
    assert "Hangs on" not in (state.text_content() or "")


def test_every_list_has_a_name_of_its_own(lab: Lab) -> None:
    """A screen reader hears the row and the explanation, and no two lists sound alike."""
    names = [
        str(box.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')")).strip()
        for box in lab.page.locator(".mediakit-grid select").all()
    ]
    assert len(names) == 5 * 4 + 2 * 4
    assert len(set(names)) == len(names)
    assert "explosive-traces: a technical failure" in names


@pytest.mark.parametrize("width", [1280, 700, 480])
def test_the_grid_fits_a_narrow_page(lab: Lab, width: int) -> None:
    """No list and no line of its text is cut off or too small, down to 480 pixels."""
    lab.show_all(width)
    for box in grid(lab, 0).locator("select, [role=status]").all():
        place = box.bounding_box()
        assert place
        assert place["x"] + place["width"] <= width
        assert place["height"] >= 24
        assert place["width"] >= 80
    lab.screenshot(f"lesson-06-grid-{width}")
    lab.show_all()


def test_an_expectation_is_there_after_a_restart(lab: Lab, opens: Opens) -> None:
    """What a learner writes for the third explanation is there when the lesson is opened again."""
    cell = lab.cell(MINE).first
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type(f"my_expectation = {WRITTEN}")
    lab.page.keyboard.press("Shift+Enter")
    lab.page.evaluate(RESTART)
    lab.command("docmanager:save")
    again = opens(LESSON)
    again.show_all()
    expect(again.cell(WRITTEN.strip('"')).first).to_be_visible()
    again.page.close()
