"""Lesson 2 in JupyterLab: six moves on the desk by keyboard alone, told in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/02_leave_the_page.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def desk(lab: Lab) -> Locator:
    """The desk with its buttons and its text."""
    return lab.page.locator(".mediakit-reading").first


def press(lab: Lab, desk: Locator, words: str) -> None:
    """Move to a button and press it with the space bar, without a mouse."""
    desk.get_by_role("button", name=words).first.focus()
    lab.page.keyboard.press("Space")


def test_the_desk_is_reached_with_tab(lab: Lab, desk: Locator) -> None:
    """From the cell above it, Tab leads to its first button."""
    expect(desk.get_by_role("status")).to_contain_text("Nothing done yet")
    lab.cell("mk.widgets.reading_desk").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to("BUTTON"), "no button of the desk can be reached with the Tab key"


def test_six_moves_by_keyboard(lab: Lab, desk: Locator) -> None:
    """Search, look over, open, trace: each move is told, and after six the way of reading."""
    status = desk.get_by_role("status")
    press(lab, desk, "Leave the page and search")
    expect(status).to_contain_text("1 of 6 actions used")
    expect(desk.get_by_role("button", name="More results")).to_be_focused()
    lab.page.keyboard.press("Space")  # the button has stayed where the keyboard was
    expect(status).to_contain_text("2 of 6 actions used")
    press(lab, desk, "Open: The Guardian")
    expect(status).to_contain_text("Born in Latvia in 1959")
    press(lab, desk, "Trace where it leads: a chatbot")
    expect(status).to_contain_text("The answer says more than its own links do")
    for _ in range(2):
        press(lab, desk, "Read the page again")
    expect(status).to_contain_text("you left the page at once")
    expect(status).to_contain_text('actions = ["search", "more", "open guardian-2012"')
    press(lab, desk, "Begin again")
    expect(status).to_contain_text("Nothing done yet")
