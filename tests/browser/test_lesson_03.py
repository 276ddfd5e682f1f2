"""Lesson 3 in JupyterLab: it runs, its widget works by keyboard, and everybody can read it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens
from tests.browser.lab import Lab

LESSON = "lessons/03_one_source_or_nine.ipynb"
COUNT = re.compile(r"With these links: \d+ reports?, (\d+) (?:possible )?origins?\.")


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    lab = opens(LESSON)
    lab.show_all()
    lab.run_all()
    return lab


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


def test_every_cell_ran(lab: Lab) -> None:
    """Each code cell has its number, and none shows a traceback."""
    prompts = lab.page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    assert prompts
    assert [p.strip() for p in prompts] == [f"[{n}]:" for n in range(1, len(prompts) + 1)]
    expect(lab.page.locator(".jp-OutputArea", has_text="Traceback (most recent")).to_have_count(0)


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


def test_pictures_have_words(lab: Lab) -> None:
    """Every picture carries alt text in the page itself, with its table in the same output."""
    pictures = lab.page.locator(".jp-OutputArea-output img")
    assert pictures.count() > 0
    for picture in pictures.all():
        assert len(picture.get_attribute("alt") or "") >= 40
    outputs = lab.page.locator(".jp-OutputArea-child").filter(has=lab.page.locator("img"))
    for output in outputs.all():
        assert output.locator("table").count() > 0


@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_reads_well_everywhere(lab: Lab, theme: str, width: int) -> None:
    """In both themes, wide and narrow: no serious fault for axe-core, nothing cut off."""
    lab.theme(theme)
    lab.show_all(width)
    lab.screenshot(f"lesson-03-{theme.lower()}-{width}")
    assert lab.accessibility_faults() == []
    pictures = lab.page.locator(".jp-OutputArea-output img")
    for box in [picture.bounding_box() for picture in pictures.all()]:
        assert box
        assert box["x"] + box["width"] <= width


def test_nothing_left_this_machine(lab: Lab) -> None:
    """After all of that, every request of the page went to loopback."""
    assert len(lab.record.requests) > 10
    assert lab.record.outside == []


def test_no_console_errors(lab: Lab) -> None:
    """The page reported no error."""
    assert lab.record.errors == []
