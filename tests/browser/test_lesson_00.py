"""Lesson 0 in JupyterLab: a cell that is broken on purpose brings a sentence, no traceback."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/00_start_here.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


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
