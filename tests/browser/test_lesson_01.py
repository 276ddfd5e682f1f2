"""Lesson 1 in JupyterLab: sentences are tagged by keyboard alone, and the agreement is in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/01_read_the_claim.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def state(lab: Lab) -> Locator:
    """The widget's line of text that follows every choice."""
    return lab.page.locator(".jp-OutputArea [role=status]").first


def test_sentences_are_tagged_by_keyboard_alone(lab: Lab, state: Locator) -> None:
    """Tab to the first sentence, open its list, choose: the text says that we agree."""
    expect(state).to_contain_text("none of 9 yet")
    lab.cell("mk.widgets.tag_sentences").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to("SELECT"), "no list of the widget can be reached with the Tab key"
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(state).to_contain_text("Sentences with a tag: 1 of 9. Tagged as we tag them: 1.")
    expect(state).to_contain_text('tags = {1: "headline"}')


def test_each_list_is_called_by_its_sentence(lab: Lab) -> None:
    """A screen reader hears the sentence that a list is for."""
    desk = lab.page.locator(".mediakit-tags")
    names = [
        str(box.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')")).strip()
        for box in desk.locator("select").all()
    ]
    assert [name.split(".")[0] for name in names] == [str(n) for n in range(1, 10)]


def test_the_line_to_copy_gives_the_same(lab: Lab, state: Locator) -> None:
    """The tags that the widget writes out, typed into the cell below it, say the same."""
    cell = lab.cell("tags = {1:")
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type('tags = {1: "headline"}\nmk.tag_sentences(report.name, tags)')
    lab.page.keyboard.press("Shift+Enter")
    told = (state.text_content() or "").removeprefix("Now. ").split("tags =")[0].strip()
    expect(cell.locator(".jp-OutputArea-output").first).to_contain_text(told)
