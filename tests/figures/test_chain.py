"""Figures: what they draw, what they say, and that both agree."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest

import mediakit as mk
from mediakit import figures
from mediakit.figures import base, chain
from mediakit.records import (
    Basis,
    Claim,
    ClaimLevel,
    Document,
    DocumentKind,
    Link,
    Report,
    Source,
    SourceKind,
    When,
)
from tests.figures.look import looking

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


REPORTED = [
    pytest.param(claim, id=f"{name}-{claim.id}")
    for name in mk.list_cases()
    for claim in mk.load_case(name).claims.values()
    if claim.reports
]


@pytest.mark.parametrize("claim", REPORTED)
def test_words_stay_in_their_box_and_none_is_left_out(claim: Claim) -> None:
    """Every name is drawn whole, inside a box, in every claim of every shipped case."""
    with looking() as look:
        found = mk.corroborate(claim)
        found.plot()
    (canvas,) = look.canvases
    canvas.canvas.draw()
    boxes = [patch.get_window_extent() for patch in canvas.axes[0].patches]
    texts = [text for text in canvas.axes[0].texts if text.get_text()]  # arrows have none
    for text, report in zip(texts, found.reports, strict=True):
        words = text.get_text()
        assert report.name in " ".join(words.split())
        edge = text.get_window_extent()
        assert any(
            b.x0 < edge.x0 and edge.x1 < b.x1 and b.y0 < edge.y0 and edge.y1 < b.y1 for b in boxes
        )


def test_long_names_and_long_chains_still_fit() -> None:
    """Nine steps of sources with long names: every name whole and in its box, none touching."""
    name = "an office of the harbour whose name takes more than one line, number"
    reports = []
    for n in range(9):
        links = (Link(f"r{n - 1}", Basis.CITED),) if n else ()
        when = When(date(2019, 3, n + 1))
        document = Document(f"r{n}", f"s{n}", DocumentKind.ARTICLE, when, "A report")
        source = Source(f"s{n}", f"{name} {n}", SourceKind.OFFICE)
        reports.append(Report(document, source, f"s{n}", links))
    claim = Claim("c", "Something burned.", ClaimLevel.EVENT, reports=tuple(reports))
    with looking() as look:
        mk.corroborate(claim).plot()
    assert list(look.faults()) == []
    drawn = [" ".join(words.split()) for words in look.words]
    assert all(any(report.name in words for words in drawn) for report in reports)
