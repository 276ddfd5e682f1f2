"""Lesson 3 in JupyterLab: its desk works by keyboard alone, and says its count in words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/03_one_source_or_nine.ipynb"
COUNT = re.compile(r"With these links: \d+ reports?, (\d+) (?:possible )?origins?\.")


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def state(lab: Lab) -> Locator:
    """The widget's line of text that follows every link."""
    return lab.page.locator(".jp-OutputArea [role=status]").first


def origins(state: Locator) -> int:
    """The number of origins in the widget's text."""
    text = state.text_content() or ""  # also when JupyterLab has it out of sight
    found = COUNT.search(text)
    assert found, text
    return int(found.group(1))


def test_widget_counts_by_keyboard_alone(lab: Lab, state: Locator) -> None:
    """Tab to a report, open its list, choose: the text says one origin fewer; and back.

    The list has to be opened first, with Space: on a closed one, JupyterLab takes the arrow
    keys for itself and goes to the next cell.
    """
    expect(state).to_have_text(COUNT)
    before = origins(state)
    lab.cell("connect_reports").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to("SELECT"), "no list of the widget can be reached with the Tab key"
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(state).not_to_contain_text("links = {}")
    assert origins(state) == before - 1
    for key in ("Space", "ArrowUp", "Enter"):
        lab.page.keyboard.press(key)
    expect(state).to_contain_text("links = {}")
    assert origins(state) == before


def test_widget_lists_have_names(lab: Lab) -> None:
    """A screen reader hears which report a list is for, and no two lists sound alike."""
    lists = lab.page.locator(".jp-OutputArea select")
    names = [
        str(box.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')")).strip()
        for box in lists.all()
    ]
    assert names
    assert all(name.endswith("took it from") for name in names)
    assert len(set(names)) == len(names)
