"""Widgets: text first, the widget second, and both the same."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

import mediakit as mk
from mediakit.widgets import connecting, widgets_on

CLAIM = mk.load_case("larkhaven").claims["who-ordered"]


@pytest.fixture
def desk() -> Any:
    """The desk as a notebook would show it, nothing connected yet."""
    return connecting._desk(CLAIM, {})


def test_without_a_notebook_the_state_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a notebook the function prints its state and shows nothing."""
    mk.widgets.connect_reports(CLAIM)
    assert capsys.readouterr().out == (
        "With these links: 6 reports, 6 possible origins.\nlinks = {}\n"
    )


def test_the_desk_and_the_line_of_code_agree(desk: Any) -> None:
    """Choosing in the widget gives the count of the code twin."""
    boxes = {b.description: b for b in desk.children if isinstance(b, ipywidgets.Dropdown)}
    boxes["Le Phare took it from"].value = "kuestenbote"
    assert "5 possible origins" in desk.children[-1].value
    assert mk.connect(CLAIM, {"le-phare": "kuestenbote"}).at_most == 5


def test_the_desk_starts_where_it_is_told() -> None:
    """Links given at the start are chosen in the drop-downs."""
    desk = connecting._desk(CLAIM, {"le-phare": "kuestenbote"})
    chosen = [b.value for b in desk.children[:-1]]
    assert chosen.count("") == 5
    assert "kuestenbote" in chosen


def test_the_desk_writes_the_links_out_as_code(desk: Any) -> None:
    """What is chosen stands below as a line to copy."""
    desk.children[1].value = "colleague"
    assert "links = {&quot;vollmer-letter&quot;: &quot;colleague&quot;}" in desk.children[-1].value


def test_a_circle_is_told_at_once(desk: Any) -> None:
    """Connecting two reports to each other is answered with the circle in words."""
    boxes = {b.description: b for b in desk.children if isinstance(b, ipywidgets.Dropdown)}
    boxes["Le Phare took it from"].value = "kuestenbote"
    boxes["Küstenbote took it from"].value = "le-phare"
    assert "A circle: " in desk.children[-1].value


def test_every_drop_down_has_a_label_of_its_own(desk: Any) -> None:
    """A screen reader hears a different name for each drop-down."""
    labels = [b.description for b in desk.children[:-1]]
    assert len(set(labels)) == len(CLAIM.reports)


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    """Where an outlet reports twice, the day stands behind its name."""
    names = connecting._distinct_names(mk.load_case("larkhaven").claims["sister-ship"])
    assert len(set(names.values())) == len(names)


def test_a_wrong_id_lists_the_reports() -> None:
    """A link from or to nowhere is answered with the ids there are."""
    with pytest.raises(LookupError, match="eports are: colleague, harbour-times"):
        mk.widgets.connect_reports(CLAIM, {"le-phare": "nobody"})


def test_widgets_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """MEDIAKIT_WIDGETS=off wins over everything."""
    monkeypatch.setenv("MEDIAKIT_WIDGETS", "off")
    assert widgets_on() is False
