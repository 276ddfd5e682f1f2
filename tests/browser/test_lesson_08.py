"""Lesson 8 in JupyterLab: both boards work by keyboard alone, and say their state in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab
from tests.browser.test_lessons import RESTART

SHIPPED = "lessons/08_say_it_right.ipynb"
LESSON = "lessons/08_on_my_own.ipynb"  # a copy, as one test saves it with boards in it
ASKED = "mk.widgets.match_ranges()"
TYPED = 'ranges = {"almost certain": (95, 99), "almost no chance": "1-5"}'


@pytest.fixture(scope="module")
def lab(opens: Opens, folder: Path) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    course = folder / "course"
    (course / LESSON).write_bytes((course / SHIPPED).read_bytes())
    return ran(opens, LESSON)


def state(lab: Lab, board: str) -> Locator:
    """The live line of text of the first board of this kind."""
    return lab.page.locator(f".mediakit-{board} [role=status]").first


def enter(lab: Lab, cell: Locator, tag: str) -> None:
    """Go from a cell into its board, with the Tab key alone."""
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to(tag), f"no {tag} of the board can be reached with the Tab key"


def test_ranges_are_matched_by_keyboard_alone(lab: Lab) -> None:
    """Tab to a word, open its list, choose: the text counts it, or says whose range it was."""
    told = state(lab, "ranges")
    expect(told).to_contain_text("0 of 7 matched, 7 still open.")
    enter(lab, lab.cell(ASKED), "SELECT")
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(told).to_contain_text("0 of 7 matched, 6 still open.")
    expect(told).to_contain_text('"almost certain": 1–5 % belongs to "almost no chance" there.')
    lab.page.keyboard.press("Tab")
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(told).to_contain_text("1 of 7 matched, 5 still open.")


def test_paragraphs_are_written_anew_by_keyboard_alone(lab: Lab) -> None:
    """Type over a paragraph and leave the field: its remark goes, the line to copy comes."""
    told = state(lab, "bench")
    expect(told).to_contain_text("3 flagged, in 3 of 5 paragraphs.")
    enter(lab, lab.cell("mk.widgets.rewrite_bench(faulty.paragraphs)"), "TEXTAREA")
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("On 31 October 2015 the aircraft broke up in flight.")
    lab.page.keyboard.press("Tab")
    expect(told).to_contain_text("2 flagged, in 2 of 5 paragraphs.")
    expect(told).to_contain_text(
        'yours = {1: "On 31 October 2015 the aircraft broke up in flight."}'
    )


def test_every_control_has_a_name_of_its_own(lab: Lab) -> None:
    """A screen reader hears the word that a list is for, and the paragraph of a field."""
    for board, control, start in (("ranges", "select", "“"), ("bench", "textarea", "Paragraph ")):
        box = lab.page.locator(f".mediakit-{board}").first
        names = [
            str(node.evaluate("node => [...node.labels].map(l => l.textContent).join(' ')"))
            for node in box.locator(control).all()
        ]
        assert names
        assert all(name.strip().startswith(start) for name in names)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("width", [480, 700])
def test_boards_fit_a_narrow_page(lab: Lab, width: int) -> None:
    """Nothing of them is cut off, whatever stands in the fields."""
    lab.show_all(width)
    lab.screenshot(f"lesson-08-boards-{width}")
    wide = lab.page.evaluate(
        """width => [...document.querySelectorAll(':is(.mediakit-ranges, .mediakit-bench) *')]
        .filter(node => node.getBoundingClientRect().right > width)
        .map(node => node.outerHTML.slice(0, 120))""",
        width,
    )
    lab.show_all()
    assert wide == []


def test_what_was_matched_is_there_after_a_restart(lab: Lab, opens: Opens, folder: Path) -> None:
    """The line of code, typed and saved, gives the same board in a new session."""
    cell = lab.cell("mk.widgets.match_ranges(ranges)")
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type(f"{TYPED}\nmk.widgets.match_ranges(ranges)")
    lab.page.keyboard.press("Shift+Enter")
    expect(cell.locator(".jp-OutputArea-output").first).to_contain_text("2 of 7 matched")
    lab.page.evaluate(RESTART)
    lab.command("docmanager:save")
    saved = json.loads((folder / "course" / LESSON).read_text("utf-8"))["cells"]
    assert any("".join(c["source"]).startswith(TYPED) for c in saved)
    again = opens(LESSON)
    again.show_all()
    again.run_all()
    boxes = again.page.locator(".mediakit-ranges").nth(1).locator("select").all()
    chosen = [str(b.evaluate("node => node.selectedOptions[0].text")) for b in boxes[:2]]
    assert [text.replace("\xa0", " ") for text in chosen] == ["95–99 %", "1–5 %"]
    again.page.close()
