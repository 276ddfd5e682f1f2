"""Slips of somebody who has never programmed, in JupyterLab: a sentence and the line to try."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.lab import Lab
from tests.browser.test_answer_widgets import LOAD, written

SLIPS = {
    'q3 = ["gauge", "flight"': ("bracket", 'q3 = ["gauge", "flight"]'),
    "q1 = “B”": ("quotation mark", 'q1 = "B"'),
    "q1 = Talbote": ("quotation marks", 'q1 = "Talbote"'),
    'ex.chek("q2", 1)': ("check", "ex.check"),
}


@pytest.fixture(scope="module")
def lab(opens: Opens, address: str, folder: Path) -> Lab:
    """A notebook with one slip a cell, each run by hand; an error ends a run of all cells."""
    assert address
    file = written(folder, "slips.ipynb", [LOAD, *SLIPS, 'print("still here")'])
    lab = opens(file.name)
    lab.show_all()
    lab.run_cell(lab.cell("load_exercise"))
    for source in SLIPS:
        lab.run_cell(lab.cell(source))
        expect(lab.cell(source).locator(".jp-OutputArea-output")).to_have_count(1)
    lab.run_cell(lab.cell("still here"))
    return lab


@pytest.mark.parametrize("source", SLIPS)
def test_a_slip_brings_a_sentence_and_a_line(lab: Lab, source: str) -> None:
    """What is missing in words, and the line as it could read; no traceback."""
    says, line = SLIPS[source]
    shown = lab.cell(source).locator(".jp-OutputArea-output").first
    expect(shown).to_contain_text(says)
    expect(shown).to_contain_text(line)
    expect(shown).not_to_contain_text("Error")


def test_what_stands_below_runs(lab: Lab) -> None:
    """Nothing stops, and no output is Python's own account of an error."""
    expect(lab.cell("still here").locator(".jp-OutputArea-output")).to_have_text("still here")
    expect(lab.page.locator(".jp-OutputArea", has_text="Traceback (most recent")).to_have_count(0)
