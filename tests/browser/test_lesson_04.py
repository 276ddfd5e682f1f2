"""Lesson 4 in JupyterLab: both steps of its cards by keyboard alone, each hiding the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from mediakit.cards import load_cards
from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/04_grade_the_source.ipynb"
CARDS = load_cards("storm-night")
TOTAL = len(CARDS)


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def desk(lab: Lab) -> Locator:
    """The widget, begun afresh."""
    lab.run_cell(lab.cell("mk.widgets.grade_cards"))
    desk = lab.page.locator(".mediakit-cards")
    expect(desk.locator("select")).to_have_count(TOTAL)
    expect(desk.locator("[role=status]")).to_contain_text(f"0 of {TOTAL} graded")
    return desk


def choose_all(lab: Lab, desk: Locator, steps: int) -> None:
    """In each list that comes with Tab: open it, go so many lines down, take it."""
    for number in range(TOTAL):
        assert lab.tab_to("SELECT"), "no list of the widget can be reached with the Tab key"
        for key in ("Space", *["ArrowDown"] * steps, "Enter"):
            lab.page.keyboard.press(key)
        expect(desk.locator("[role=status]")).to_contain_text(f"{number + 1} of {TOTAL} graded")
        lab.page.keyboard.press("Tab")


def enter(lab: Lab) -> None:
    """Leave the cell for the notebook, from where Tab goes into its output."""
    lab.cell("mk.widgets.grade_cards").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")


def test_both_steps_by_keyboard_alone(lab: Lab, desk: Locator) -> None:
    """Letters, the button, figures, the other button: the text compares the two in the end."""
    state = desk.locator("[role=status]")
    enter(lab)
    choose_all(lab, desk, steps=1)
    assert lab.tab_to("BUTTON"), "the button cannot be reached with the Tab key"
    lab.page.keyboard.press("Space")
    expect(state).to_contain_text(f"Step 2 of 2, the items: 0 of {TOTAL} graded")
    lab.page.keyboard.press("Tab")
    choose_all(lab, desk, steps=1)
    assert lab.tab_to("BUTTON")
    lab.page.keyboard.press("Space")
    expect(state).to_contain_text("Both steps done")
    expect(state).to_contain_text(f"Same step on both scales: {TOTAL} of {TOTAL} cards")
    expect(state).to_contain_text("letters = {")
    expect(state).to_contain_text("figures = {")


def test_each_step_hides_the_other(lab: Lab, desk: Locator) -> None:
    """First no item is in the cell's output, then no source, no letter and no line of letters."""
    output = lab.cell("mk.widgets.grade_cards").locator(".jp-OutputArea")
    for card in CARDS:
        expect(output).not_to_contain_text(card.item)
    enter(lab)
    choose_all(lab, desk, steps=2)
    assert lab.tab_to("BUTTON")
    lab.page.keyboard.press("Space")
    expect(output).to_contain_text(CARDS[0].item)
    expect(output).not_to_contain_text("usually reliable")
    expect(output).not_to_contain_text("letters = ")
    for card in CARDS:
        expect(output).not_to_contain_text(card.source)


def test_lists_have_names(desk: Locator) -> None:
    """A screen reader hears which card a list is for, and no two lists sound alike."""
    names = [
        str(box.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')")).strip()
        for box in desk.locator("select").all()
    ]
    assert len(set(names)) == TOTAL
    assert all(name.startswith("Grade the source of card") for name in names)
