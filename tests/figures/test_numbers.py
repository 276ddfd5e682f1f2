"""Icons, updates, hearsay, yardsticks, calibration and both errors: picture and data agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.belief import Factor, Update, hearsay, update
from mediakit.calibration import Judgement, calibration_curve, discernment_of_counts
from mediakit.figures import Figure, yardstick_figure
from mediakit.figures.icons import SHAPES
from mediakit.frequencies import natural_frequency
from mediakit.wording.likelihood import YARDSTICKS, likelihood
from tests.figures.look import looking

CHANCE = st.integers(0, 100).map(lambda n: n / 100)


def _marks(look: object) -> dict[tuple[str, str], int]:
    """How many marks of each shape and filling were drawn."""
    found: dict[tuple[str, str], int] = {}
    for line in (line for c in look.canvases for line in c.axes[0].lines):  # type: ignore[attr-defined]
        key = (line.get_marker(), line.get_markerfacecolor())
        found[key] = found.get(key, 0) + len(line.get_xdata())
    return found


@settings(max_examples=12, deadline=None)
@given(CHANCE, CHANCE, CHANCE, st.integers(1, 300))
def test_as_many_icons_as_claims(prior: float, hit: float, alarm: float, people: int) -> None:
    """Each group has a mark for each of its claims, and one in the line that counts them."""
    found = natural_frequency(prior, hit, alarm, people)
    with looking() as look:
        figure = found.plot()
    drawn = _marks(look)
    for (_, count), (shape, fill, _) in zip(found.icons, SHAPES, strict=True):
        assert drawn[shape, fill] == count + 1
    assert figure.rows == tuple((label, f"{count:,}") for label, count in found.icons)
    assert all(f"{label}: {count:,}" in figure.alt for label, count in found.icons)
    assert list(look.faults()) == []


def test_over_a_thousand_claims_a_mark_stands_for_several() -> None:
    """Ten thousand claims are drawn with about a thousand marks, and the figure says so."""
    found = natural_frequency("1 %", "80 %", "10 %", 10_000)
    with looking() as look:
        figure = found.plot()
    assert 1000 <= sum(_marks(look).values()) <= 1000 + 2 * len(SHAPES)
    assert "Each mark stands for up to 10 claims." in look.words
    assert "each stands for up to 10" in figure.alt


def test_groups_of_icons_differ_by_shape_and_filling() -> None:
    """True and not true differ by shape; with and without the report by filling."""
    assert len({(shape, fill == "white") for shape, fill, _ in SHAPES}) == 4


def test_naive_and_collapsed_stand_together() -> None:
    """The picture of an update never shows one of the two figures without the other."""
    found = update((0.01, 0.05), (2, 4), (1, 3), reports=6)
    assert isinstance(found, Update)
    figure = found.plot()
    assert [row[0] for row in figure.rows] == [
        "before",
        "each copy counted (naive)",
        "each origin counted once",
    ]
    assert all(cell in figure.alt for row in figure.rows for cell in row)


def test_an_open_claim_has_no_such_picture() -> None:
    """What an open claim gets in place of an update cannot be drawn."""
    found = update(..., 3, mk.load_case("metrojet").claims["who-ordered"])
    assert isinstance(found, Factor)
    assert not hasattr(found, "plot")
    assert hasattr(Update, "plot")


def test_hearsay_has_a_row_for_each_retelling() -> None:
    """Rows and alt text hold the ratio at first hand and after each retelling."""
    figure = hearsay(9, hops=2, fidelity=0.5).plot()
    assert figure.rows == (
        ("at first hand", "9"),
        ("after 1 retelling", "5"),
        ("after 2 retellings", "3"),
    )
    assert all(f"{told}: {ratio}" in figure.alt for told, ratio in figure.rows)


def test_a_long_chain_shows_both_ends_and_says_what_it_leaves_out() -> None:
    """Of thirty retellings twelve rows are drawn, the first and the last among them."""
    with looking() as look:
        figure = hearsay(9, hops=30, fidelity=0.9).plot()
    assert (figure.rows[0][0], figure.rows[-1][0]) == ("at first hand", "after 30 retellings")
    assert "12 of 31 rows are drawn." in look.words


def test_yardsticks_hold_every_step_of_both() -> None:
    """Table and alt text hold all the words and ranges of both yardsticks."""
    figure = yardstick_figure()
    steps = [
        (y.name, ", ".join(band.words), band.range) for y in YARDSTICKS.values() for band in y.bands
    ]
    assert [row[:3] for row in figure.rows] == steps
    assert all(words in figure.alt and range_ in figure.alt for _, words, range_ in steps)


@pytest.mark.parametrize(
    ("placed", "falls_on"),
    [("likely", 2), ("60 %", 2), ("22 %", 1), ("possible", 0), ("remote", 1), ((0.4, 0.9), 0)],
)
def test_a_phrase_is_placed_on_both_yardsticks(placed: object, falls_on: int) -> None:
    """A phrase marks its step on each yardstick; where there is none, words say why."""
    with looking() as look:
        figure = yardstick_figure(placed)  # type: ignore[arg-type]
    assert sum(bool(row[3]) for row in figure.rows) == falls_on
    assert list(look.faults()) == []
    assert figure.alt.count("On ICD 203,") == figure.alt.count("On PHIA,") == 1


def test_a_likelihood_places_itself() -> None:
    """A likelihood from a number or a word draws the same picture as the yardsticks do."""
    assert likelihood(0.6).plot() == yardstick_figure("60 %")


def _said(count: int) -> list[Judgement]:
    return [
        Judgement(f"i{n}", "accept", (n % 5) / 5 + 0.05, truth=n % 3 == 0) for n in range(count)
    ]


def test_under_twenty_answers_there_is_a_message_and_no_picture() -> None:
    """Nineteen answers give the message of the curve as text, twenty a picture."""
    few, enough = calibration_curve(_said(19)).plot(), calibration_curve(_said(20)).plot()
    assert isinstance(few, str)
    assert "No curve yet: 19 scored answers" in few
    assert isinstance(enough, Figure)


def test_curve_has_a_row_for_each_point() -> None:
    """The table repeats the finding's own, and the alt text reads it out."""
    found = calibration_curve(_said(60))
    figure = found.plot()
    assert isinstance(figure, Figure)
    assert figure.rows == tuple((a, b, str(n)) for a, b, n in found.table)
    assert all(f"given {a}, true {b}" in figure.alt for a, b, _ in figure.rows)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 70), st.integers(0, 70), st.data())
def test_both_errors_stand_together(false: int, true: int, data: st.DataObject) -> None:
    """The counts sum to the items, and words come first: the heading is the finding's own."""
    hits, alarms = data.draw(st.integers(0, false)), data.draw(st.integers(0, true))
    found = discernment_of_counts(hits, false, alarms, true)
    with looking() as look:
        figure = found.plot()
    assert figure.rows[0][1:3] == (f"{hits} caught", f"{false - hits} missed")
    assert figure.rows[1][1:3] == (f"{true - alarms} accepted", f"{alarms} wrongly rejected")
    assert repr(found).splitlines()[0] in " ".join(look.words)
    assert list(look.faults()) == []
    assert all(cell in figure.alt for row in figure.rows for cell in row)
