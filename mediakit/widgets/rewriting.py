"""A bench to put a text right: paragraphs to write anew, and what the lint says of them now."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING, Any

from mediakit.widgets.base import now, show_view, widgets_on

if TYPE_CHECKING:
    from mediakit.wording.report import WordingReport

__all__ = ["Bench", "bench", "rewrite_bench"]

WIDTH = 68  # as much as a narrow page shows of a line
CLEAN = (
    "Nothing flagged. The lint reads wording, not truth: compare each sentence with what is "
    "established."
)
STYLE = (
    ".mediakit-bench .widget-textarea {flex-direction: column; align-items: stretch; width: auto;"
    " height: auto}"
    ".mediakit-bench .widget-label {width: auto; text-align: left}"
    ".mediakit-bench textarea {max-width: 46em; min-height: 24px}"
)


@dataclass(frozen=True)
class Bench:
    """A text by paragraphs, those that were written anew, and what the lint says of the result."""

    given: tuple[str, ...]
    yours: Mapping[int, str]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as it stands now; a paragraph that was emptied is left out of the text."""
        return tuple(self.yours.get(n, old) for n, old in enumerate(self.given, 1))

    @property
    def text(self) -> str:
        """The paragraphs in one piece."""
        return "\n\n".join(p for p in self.paragraphs if p)

    @property
    def reports(self) -> tuple[WordingReport, ...]:
        """What the lint says of each paragraph."""
        from mediakit.wording import lint_wording

        return tuple(lint_wording(paragraph) for paragraph in self.paragraphs)

    @property
    def remarks(self) -> tuple[str, ...]:
        """How much is flagged, and each remark in a sentence."""
        reports = self.reports
        places = sum(not report.clean for report in reports)
        of = f"{len(reports)} paragraph{'' if len(reports) == 1 else 's'}"
        lines = [f"{sum(map(len, reports))} flagged, in {places} of {of}."] if places else [CLEAN]
        for n, report in enumerate(reports, 1):
            lines += [f'Paragraph {n}, "{f.words}": {f.kind}, {f.why}.' for f in report.flags]
            lines += [f'Paragraph {n}, advice, "{f.words}": {f.why}.' for f in report.advice]
        return tuple(lines)

    def __repr__(self) -> str:
        return "\n".join([*(fill(line, WIDTH) for line in self.remarks), self.code])

    @property
    def code(self) -> str:
        """The paragraphs that were written anew, as a line to copy."""
        pairs = (f"{n}: {json.dumps(t, ensure_ascii=False)}" for n, t in self.yours.items())
        return f"yours = {{{', '.join(pairs)}}}"


def bench(text: str | Sequence[str], yours: Mapping[int, str] | None = None) -> Bench:
    """The state of the bench as a record: the text with your paragraphs in it, and the lint.

    Examples
    --------
    >>> [report.clean for report in bench("Mayor Tolland bribed the judge.").reports]
    [False]
    """
    parts = text.split("\n\n") if isinstance(text, str) else text
    given = tuple(" ".join(part.split()) for part in parts if part.strip())
    anew = {}
    for number, words in sorted((yours or {}).items()):
        if number not in range(1, len(given) + 1):
            raise LookupError(
                f"there is no paragraph {number!r}; the paragraphs are numbered 1 to {len(given)}"
            )
        anew[number] = " ".join(str(words).split())
    return Bench(given, {n: t for n, t in anew.items() if t != given[n - 1]})


def rewrite_bench(text: str | Sequence[str], yours: Mapping[int, str] | None = None) -> None:
    """Put a text right, paragraph by paragraph, while the wording lint reads along.

    The remarks change with what you write. The line of code that gives the same state is this
    function with ``yours``; the widget writes it out for you to copy.

    Parameters
    ----------
    text : str or sequence of str
        The text; paragraphs are parted by an empty line.
    yours : dict, number of a paragraph -> its new words, optional
        Empty words take the paragraph out. Left out: nothing is written anew yet.

    Raises
    ------
    LookupError
        For a paragraph that the text does not have.

    Examples
    --------
    >>> rewrite_bench("Mayor Tolland left town.", {1: "Mayor Tolland left on 3 May."})
    1. Mayor Tolland left on 3 May.
    Nothing flagged. The lint reads wording, not truth: compare each
    sentence with what is established.
    yours = {1: "Mayor Tolland left on 3 May."}
    """
    found = bench(text, yours)
    for number, words in enumerate(found.paragraphs, 1):
        head = f"{number}. "
        print(fill(words or "(taken out)", WIDTH, initial_indent=head, subsequent_indent="   "))
    print(found)
    if widgets_on():
        show_view(_desk(found))


def _desk(found: Bench) -> Any:
    """One labelled text field per paragraph, and the remarks as live text below them."""
    import ipywidgets as w

    state = w.HTML()

    def show_state(_: object = None) -> None:
        yours = {n: box.value for n, box in enumerate(boxes, 1)}
        anew = bench(found.given, yours)
        state.value = now("\n".join([*anew.remarks, anew.code]), STYLE)

    boxes = [
        w.Textarea(
            value=words,
            description=f"Paragraph {n} of {len(found.given)}",
            rows=max(2, len(words) // 70 + 1),
            continuous_update=False,
        )
        for n, words in enumerate(found.paragraphs, 1)
    ]
    for box in boxes:
        box.observe(show_state, names="value")
    show_state()
    desk = w.VBox([*boxes, state])
    desk.add_class("mediakit-bench")
    return desk
