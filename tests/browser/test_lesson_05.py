"""Lesson 5 in JupyterLab: its control for days works by keyboard and tells each day in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Opens, ran
from tests.browser.lab import Lab

LESSON = "lessons/05_what_was_knowable.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens) -> Lab:
    """The lesson with all its cells run, in a window that shows all of it."""
    return ran(opens, LESSON)


@pytest.fixture
def state(lab: Lab) -> Locator:
    """The text that follows the day, below the control that stops at the deadline."""
    return lab.page.locator(".jp-OutputArea [role=status]").first


def focus_on(lab: Lab, tag: str) -> None:
    """Leave the cell of the control and press Tab until a part of this kind has the focus."""
    lab.cell("date_control(case)").locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Escape")
    assert lab.tab_to(tag), f"no {tag} of the control can be reached with the Tab key"


def test_button_list_and_field_work_by_keyboard_alone(lab: Lab, state: Locator) -> None:
    """Next stop, a stop from the list, a day typed: each is told with its line of code."""
    expect(state).to_contain_text('case.as_of("2015-10-31")')
    focus_on(lab, "BUTTON")  # at the first stop only Next stop can be pressed
    lab.page.keyboard.press("Space")
    expect(state).to_contain_text('case.as_of("2015-11-07")')
    focus_on(lab, "SELECT")
    for key in ("Space", "ArrowDown", "Enter"):
        lab.page.keyboard.press(key)
    expect(state).to_contain_text('case.as_of("2015-11-18")')
    focus_on(lab, "INPUT")
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.type("2015-12-01")
    lab.page.keyboard.press("Enter")
    expect(state).to_contain_text("Known on 1 December 2015")


def test_no_way_leads_beyond_the_deadline(lab: Lab, state: Locator) -> None:
    """A later day typed into the field is answered with the evening of the deadline."""
    focus_on(lab, "INPUT")
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.type("2020-03-04")
    lab.page.keyboard.press("Enter")
    expect(state).to_contain_text("This copy of the case ends on 26 December 2015.")
    expect(state).not_to_contain_text("2016")
    expect(state).not_to_contain_text("2020")


def test_parts_have_names_and_are_large_enough(lab: Lab) -> None:
    """A screen reader hears what each part is for, and a finger can hit it."""
    desk = lab.page.locator(".mediakit-days").first
    for name in ("Stop", "Or type a day"):
        expect(desk.get_by_label(name, exact=True)).to_be_attached()
    for part in desk.locator("button, select, input").all():
        box = part.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, part.inner_text()


@pytest.mark.parametrize("width", [1280, 700, 480])
def test_fits_a_narrow_page(lab: Lab, width: int) -> None:
    """At each width every part of the control lies inside its output; pictures are kept."""
    for theme in ("Light", "Dark"):
        lab.theme(theme)
        lab.page.set_viewport_size({"width": width, "height": 900})
        desk = lab.page.locator(".mediakit-days").first
        desk.scroll_into_view_if_needed()
        lab.page.wait_for_timeout(500)
        lab.screenshot(f"lesson-05-days-{width}-{theme.lower()}")
        outer = desk.bounding_box()
        assert outer is not None
        for part in desk.locator("button, select, input").all():
            box = part.bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= outer["x"] + outer["width"] + 1


def test_after_a_restart_the_day_comes_back_by_its_code(lab: Lab, state: Locator) -> None:
    """The control only explores: with a new kernel it starts again where its code says."""
    lab.theme("Light")
    lab.show_all()
    lab.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
    )
    lab.run_all()
    expect(state).to_contain_text('case.as_of("2015-10-31")')
