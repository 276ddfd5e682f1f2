"""Lesson 0 in JupyterLab: a cell that is broken on purpose brings a sentence, no traceback."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.lab import Lab

LESSON = "lessons/00_start_here.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    lab = opens(LESSON)
    lab.show_all()
    lab.run_all()
    return lab


def test_all_cells_run_to_the_end(lab: Lab) -> None:
    """The cells broken on purpose do not stop those below them."""
    prompts = lab.page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    assert prompts
    assert all(prompt.strip()[1:-2].isdigit() for prompt in prompts), prompts


def test_broken_cell_brings_a_sentence(lab: Lab) -> None:
    """A missing quotation mark: what is missing, and the line as it should be."""
    output = lab.cell('q1 = "B').locator(".jp-OutputArea-output").first
    expect(output).to_contain_text("quotation mark")
    expect(output).to_contain_text('q1 = "B"')
    expect(output).not_to_contain_text("SyntaxError")


def test_a_cell_mended_by_hand_runs(lab: Lab) -> None:
    """The learner adds the mark that was missing, runs the cell again, and all is well."""
    cell = lab.cell('q1 = "B')
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+End")
    lab.page.keyboard.type('"')
    lab.page.keyboard.press("Shift+Enter")
    expect(cell.locator(".jp-OutputArea-output")).to_have_count(0)


def test_no_traceback_anywhere(lab: Lab) -> None:
    """Nothing a learner sees there is Python's own account of an error."""
    expect(lab.page.locator(".jp-OutputArea", has_text="Traceback (most recent")).to_have_count(0)


def test_outputs_are_accessible(lab: Lab) -> None:
    """axe-core finds nothing serious, and a person can look at the page afterwards."""
    lab.show_all()
    lab.screenshot("lesson-00-light-1280")
    assert lab.accessibility_faults() == []


def test_nothing_left_this_machine(lab: Lab) -> None:
    """Every request of the page went to loopback, and it reported no error."""
    assert lab.record.requests
    assert lab.record.outside == []
    assert lab.record.errors == []
