"""Figures: what they draw, what they say, and that both agree."""

from __future__ import annotations

import io
import re

import pytest

import mediakit as mk
from mediakit import figures
from mediakit.figures import base, chain

CASE = mk.load_case("larkhaven")
CLAIMS = sorted(CASE.claims)


@pytest.fixture(params=CLAIMS)
def found(request: pytest.FixtureRequest) -> mk.Corroboration:
    """The count of each claim of the fictional case."""
    return mk.corroborate(CASE.claims[request.param])


def test_alt_text_names_every_report(found: mk.Corroboration) -> None:
    """Whoever hears the picture hears every report in it, in 40 characters or more."""
    alt = found.plot().alt
    assert len(alt) >= 40
    if len(found.reports) > 1:
        assert all(r.name in alt for r in found.reports)


def test_table_holds_what_the_picture_holds(found: mk.Corroboration) -> None:
    """The table beside the picture has a row for each report."""
    figure = found.plot()
    assert [row[0] for row in figure.rows] == [r.name for r in found.reports]


def test_html_carries_alt_text_and_table(found: mk.Corroboration) -> None:
    """In a notebook the picture comes with its words and its table."""
    page = found.plot()._repr_html_()
    assert re.search(r'<img [^>]*alt="[^"]{40,}"', page)
    assert "<figcaption>" in page
    assert page.count("<tr>") == len(found.reports) + 1


def test_same_case_same_picture() -> None:
    """Drawing twice gives the same bytes: nothing in a picture is random or dated."""
    found = mk.corroborate(CASE.claims["who-ordered"])
    assert found.plot().png == found.plot().png


def test_picture_is_a_png_of_notebook_width() -> None:
    """The picture is a PNG about as wide as a notebook's column."""
    from PIL import Image

    with Image.open(io.BytesIO(mk.corroborate(CASE.claims["fire"]).plot().png)) as image:
        assert (image.format, 700 < image.width < 1000) == ("PNG", True)


def test_boxes_do_not_overlap(found: mk.Corroboration) -> None:
    """No two reports are drawn in the same place."""
    places = chain._places(found)
    assert len(set(places.values())) == len(places)


def test_copies_stand_right_of_what_they_copied() -> None:
    """Reading from left to right runs from origins to copies."""
    found = mk.corroborate(CASE.claims["who-ordered"])
    places = chain._places(found)
    for report in found.reports:
        for link in report.links:
            assert places[link.to][0] < places[report.id][0]


def test_kinds_of_link_differ_without_colour() -> None:
    """Cited, matching and inferred links differ by their line, not by colour."""
    assert len(set(chain.LINE.values())) == 3


def test_text_and_lines_stand_out_from_white() -> None:
    """Ink on the figure's white reaches a contrast of 4.5 to 1."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert all(1.05 / (luminance(c) + 0.05) >= 4.5 for c in (figures.INK, base.QUIET))


def test_a_name_with_markup_stays_text() -> None:
    """Markup in a record is shown as text."""
    figure = figures.Figure(b"", 'A "quoted" <b>alt</b> text', "c", ("<i>",), (("<script>",),))
    page = figure._repr_html_()
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page
