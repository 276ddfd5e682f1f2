"""Lesson 7 in JupyterLab: a belief is moved by keyboard alone, and the result is in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/07_how_far.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def desk(lab: Lab) -> Locator:
    """The widget, begun afresh, and the focus where Tab goes into it."""
    lab.run_cell(lab.cell("mk.widgets.update_tree"))
    desk = lab.page.locator(".mediakit-update")
    expect(desk.locator("[role=status]")).to_contain_text("Each origin counted once: 2.94 %.")
    lab.cell("mk.widgets.update_tree").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    return desk


def test_a_chance_is_typed_by_keyboard_alone(lab: Lab, desk: Locator) -> None:
    """Tab to the first box, write another chance, Enter: words, counts and marks follow."""
    assert lab.tab_to("INPUT"), "no box of the widget can be reached with the Tab key"
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("5 in 100")
    lab.page.keyboard.press("Enter")
    state = desk.locator("[role=status]")
    expect(state).to_contain_text("Before: 5 %.")
    expect(state).to_contain_text('mk.update("5 in 100", 3, origins=1, reports=6)')
    marks = desk.get_by_role("img")
    assert (marks.text_content() or "").splitlines()[1].startswith("●●●●●○")
    assert "Before: 5 %." in (marks.get_attribute("aria-label") or "")


def test_a_copy_more_moves_the_naive_figure_alone(lab: Lab, desk: Locator) -> None:
    """Tab to the list of reports, take the next number: what the one origin does stays."""
    assert lab.tab_to("SELECT"), "no list of the widget can be reached with the Tab key"
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    state = desk.locator("[role=status]")
    expect(state).to_contain_text("origins=1, reports=7")
    expect(state).to_contain_text("Each copy counted: 95.7 %. Each origin counted once: 2.94 %.")


def test_what_cannot_be_read_is_said(lab: Lab, desk: Locator) -> None:
    """A word in place of a number is answered with what can be written."""
    assert lab.tab_to("INPUT")
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("rarely")
    lab.page.keyboard.press("Enter")
    expect(desk.locator("[role=status]")).to_contain_text("write 0.03, '3 %' or '3 in 100'")


def test_every_box_has_a_name_of_its_own(lab: Lab, desk: Locator) -> None:
    """A screen reader hears what each box is for, and no two sound alike."""
    names = [
        str(box.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')")).strip()
        for box in desk.locator("input, select").all()
    ]
    assert len(names) == 5
    assert all(names)
    assert len(set(names)) == 5


@pytest.mark.parametrize("width", [1280, 700, 480])
def test_boxes_are_large_enough_and_in_sight(lab: Lab, desk: Locator, width: int) -> None:
    """Every box is 24 pixels high or more, and none is cut off at the right, narrow or wide."""
    lab.show_all(width)
    try:
        for box in desk.locator("input, select").all():
            place = box.bounding_box()
            assert place is not None
            assert place["height"] >= 24
            assert place["x"] + place["width"] <= width
    finally:
        lab.show_all()


def test_the_line_to_copy_gives_the_same(lab: Lab, desk: Locator) -> None:
    """The line that the widget writes out, typed below another, gives its figures."""
    text = desk.locator("[role=status]").text_content() or ""
    line = "mk.update(" + text.partition("mk.update(")[2]
    cell = lab.cell("my_origins = 2")
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+End")
    lab.page.keyboard.type(f"\n{line}")
    lab.page.keyboard.press("Shift+Enter")
    expect(cell.locator(".jp-OutputArea-output").first).to_contain_text("(2.94 %)")
