"""What holds for every figure: words, table, the same bytes twice, texts that never touch."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

import mediakit as mk
from mediakit.belief import hearsay, update
from mediakit.calibration import Judgement, calibration_curve, discernment, discernment_of_counts
from mediakit.chronology import timeline
from mediakit.figures import Figure, base, yardstick_figure
from mediakit.frequencies import natural_frequency
from mediakit.hypotheses import Matrix
from mediakit.wording.likelihood import likelihood
from mediakit.wording.lint import lint_wording
from tests.figures.look import contrast, looking

CASES = {name: mk.load_case(name) for name in mk.list_cases()}
SAID = [
    Judgement(f"i{n}", "accept" if n % 3 else "reject", (5 + n % 5) / 10, n % 4 > 0)
    for n in range(60)
]


def _plot(find: Callable[..., Any], *given: Any, **more: Any) -> Any:
    return find(*given, **more).plot()


def _of_the_cases() -> Iterator[tuple[str, Callable[[], Any]]]:
    for name, case in CASES.items():
        for shows in ("officials", "evidence"):
            yield f"{name} timeline {shows}", partial(_plot, timeline, case, shows)
        for claim in case.claims.values():
            if claim.reports:
                yield f"{name} chain {claim.id}", partial(_plot, mk.corroborate, claim)
        for question in {h.question for h in case.hypotheses.values()}:
            matrix = Matrix(case, question=question).fill_from_case()
            yield f"{name} matrix {question}", matrix.plot
            if matrix.question.open:
                yield f"{name} separation {question}", partial(_plot, matrix.rank)


FIGURES: dict[str, Callable[[], Any]] = {
    **dict(sorted(_of_the_cases())),
    "icons 1000": lambda: natural_frequency("1 %", "80 %", "10 %").plot(),
    "icons 20": lambda: natural_frequency("30 %", "80 %", "10 %", 20).plot(),
    "icons 25000": lambda: natural_frequency("1 %", "80 %", "10 %", 25_000).plot(),
    "icons 1": lambda: natural_frequency(1, 1, 1, 1).plot(),
    "update": partial(_plot, update, "1 %", 3, origins=1, reports=6),
    "update, ranges": partial(_plot, update, (0.01, 0.05), (2, 4), (1, 3), reports=6),
    "update, certain": partial(_plot, update, 1, 3, origins=1, reports=6),
    "hearsay": lambda: hearsay(9, hops=2, fidelity=0.5).plot(),
    "hearsay, long": lambda: hearsay((0.5, 4), hops=30, fidelity=(0.7, 0.9)).plot(),
    "hearsay, none": lambda: hearsay(1, hops=0, fidelity=1).plot(),
    "yardsticks": yardstick_figure,
    "yardsticks, word": lambda: likelihood("likely").plot(),
    "yardsticks, first": lambda: likelihood("improbably").plot(),
    "yardsticks, gap": lambda: likelihood("22 %", "phia").plot(),
    "yardsticks, range": lambda: likelihood((0.4, 0.9)).plot(),
    "yardsticks, vague": lambda: likelihood("possible").plot(),
    "curve": lambda: calibration_curve(SAID).plot(),
    "curve, many": lambda: calibration_curve(SAID, bins=50).plot(),
    "errors": lambda: discernment(SAID).plot(),
    "errors, few": lambda: discernment_of_counts(7, 10, 3, 10).plot(),
    "errors, none": lambda: discernment_of_counts(0, 0, 0, 0).plot(),
    "errors, all": lambda: discernment_of_counts(3, 3, 0, 40).plot(),
    "errors, thousands": lambda: discernment_of_counts(5_999, 6_000, 3, 18_000).plot(),
}


@pytest.mark.parametrize("name", FIGURES)
def test_texts_never_touch_and_words_are_fair(name: str) -> None:
    """No two texts meet or leave the page, none is too small, and the words are fair."""
    with looking() as look:
        figure = FIGURES[name]()
    assert list(look.faults()) == []
    assert len(figure.alt) >= 40
    assert figure.alt != figure.caption
    assert all(len(row) == len(figure.columns) for row in figure.rows)
    for words in (figure.alt, figure.caption):
        assert not lint_wording(words).flags


@pytest.mark.parametrize("name", [n for n in FIGURES if "chain" not in n])
def test_texts_have_a_contrast_of_four_and_a_half(name: str) -> None:
    """Every text stands out from white, and marks and lines have an edge that does."""
    with looking() as look:
        FIGURES[name]()
    texts = [text for canvas in look.canvases for text in canvas.axes[0].texts]
    assert all(contrast(text.get_color()) >= 4.5 for text in texts)


@pytest.mark.parametrize(
    "name", ["icons 20", "update", "yardsticks, gap", "curve", "errors", "hearsay"]
)
def test_same_data_same_bytes(name: str) -> None:
    """Nothing in a picture is random or dated, and a reader's own settings leave it alone."""
    from matplotlib import rc_context

    first = FIGURES[name]().png
    with rc_context({"font.size": 20, "savefig.dpi": 50, "figure.facecolor": "black"}):
        assert FIGURES[name]().png == first


def test_corners_are_white_and_pages_as_wide_as_a_notebook() -> None:
    """A dark theme changes nothing: the page itself is white, 880 pixels wide."""
    from PIL import Image

    for name in ("icons 20", "update", "larkhaven timeline officials", "larkhaven matrix cause"):
        with Image.open(io.BytesIO(FIGURES[name]().png)) as image:
            assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)
            assert image.width == base.WIDTH * base.DPI


def test_edges_and_lines_reach_three_to_one() -> None:
    """What has to be seen in a drawing has an edge of 3 to 1 or more against white."""
    seen = (base.INK, base.QUIET, *(base.OKABE_ITO[c] for c in ("blue", "vermilion", "green")))
    assert all(contrast(colour) >= 3 for colour in seen)


def test_filled_marks_with_a_pale_filling_have_a_dark_edge() -> None:
    """A filling below 3 to 1, like the sky blue, never stands without a dark edge."""
    for name in ("larkhaven timeline officials", "hearsay", "icons 20", "update", "curve"):
        with looking() as look:
            FIGURES[name]()
        for line in (line for c in look.canvases for line in c.axes[0].lines):
            if line.get_marker() not in ("", "None", None):
                edge, fill = line.get_markeredgecolor(), line.get_markerfacecolor()
                assert max(contrast(edge), contrast(fill)) >= 3


def test_a_dollar_sign_in_a_name_stays_a_dollar_sign() -> None:
    """Names with signs that matplotlib reads as formulas are drawn as they are written."""
    with looking() as look:
        natural_frequency("1 %", "80 %", "10 %", 20, things="$x^2$ posts").plot()
    assert list(look.faults()) == []
    assert "20 $x^2$ posts like this one" in look.words


def test_html_of_every_kind_carries_alt_text_and_table() -> None:
    """In a notebook every picture comes with its words and its table."""
    for name in ("icons 20", "update", "errors", "curve", "larkhaven timeline officials"):
        figure = FIGURES[name]()
        assert isinstance(figure, Figure)
        assert figure._repr_html_().count("<tr>") == len(figure.rows) + 1


def test_the_look_sees_texts_that_touch_or_leave() -> None:
    """The check above is no empty one: two texts in one place and one outside are found."""
    from mediakit.figures.page import Page

    with looking() as look:
        page = Page()
        page.text(1, 1, "here")
        page.text(1, 1, "there")
        page.text(7.9, 0.5, "outside")
        page.text(1, 0.3, "tiny", size=6)
        page.figure(2, "", "", (), ())
    assert sorted(look.faults()) == [
        "'here' meets 'there'",
        "'outside' leaves the canvas",
        "'tiny' is too small to read",
    ]
