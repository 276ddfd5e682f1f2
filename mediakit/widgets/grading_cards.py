"""Grade cards in two steps: the sources first, then, with those put away, the items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from mediakit.answers import show
from mediakit.cards import Card, Grading
from mediakit.cards import grade_cards as graded
from mediakit.records import wrapped
from mediakit.scales import Credibility, Reliability
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["grade_cards"]

OPEN = "not graded yet"
STYLE = (
    ".mediakit-cards .widget-dropdown > select {height: 28px}"
    ".mediakit-cards .widget-dropdown > .widget-label {max-width: 100%}"
    ".mediakit-cards .jupyter-button, .mediakit-cards button {height: 32px; width: auto}"
    ".mediakit-cards p {max-width: 46em; line-height: 1.5; margin: 0.6em 0 0.2em}"
)


def grade_cards(
    deck: str | Iterable[Card],
    letters: Mapping[str, object] | None = None,
    figures: Mapping[str, object] | None = None,
) -> None:
    """Grade a deck of cards: every source first, then every item with the sources out of sight.

    The line of code that gives the same state, with the cards as text, is
    ``mk.grade_cards(deck, letters, figures)``; the widget writes both out for you to copy.

    Parameters
    ----------
    deck : str or cards
        The name of a deck, such as ``"storm-night"``, or cards of your own.
    letters, figures : dict, card id -> grade, optional
        Where to start. Left out: nothing is graded yet.

    Raises
    ------
    LookupError
        When there is no such deck or card.
    ValueError
        When a grade is not on its scale, or a figure comes before the last letter.

    Examples
    --------
    >>> from mediakit.cards import load_cards
    >>> grade_cards(load_cards("storm-night")[4:], {"card 5": "F"})
    Step 1 of 2, the sources: 1 of 2 graded. Still to do: card 6
    letters = {"card 5": "F"}
    The cards as text: mk.grade_cards(deck, letters)
    """
    start = graded(deck, letters, figures)
    name = f'"{deck}"' if isinstance(deck, str) else "deck"
    print(_state(start, name, letters or {}, figures or {}))
    if widgets_on():
        show_view(Desk(start, letters or {}, figures or {}).box)


def _state(
    found: Grading, deck: str, letters: Mapping[str, object], figures: Mapping[str, object]
) -> str:
    """How far it is, and the lines of code of what may be in sight.

    The cards themselves are in the widget. Printed above it, the sources would stay in sight.
    """
    lines = [repr(found) if found.step == 3 else wrapped(repr(found.state))]
    given = {"letters": letters, "figures": figures}
    shown = [n for n, grades in given.items() if grades and (n == "figures" or found.step != 2)]
    lines += [f"{name} = {show(dict(given[name]), 2_000)}" for name in shown]
    if found.step < 3:
        call = ", ".join([deck, *(name for name, grades in given.items() if grades)])
        lines.append(f"The cards as text: mk.grade_cards({call})")
    return "\n".join(lines)


class Desk:
    """The two steps as labelled lists, one below the other, and the state as live text.

    The second step opens below the button that puts the first away, so Tab goes on to it.
    """

    def __init__(
        self, start: Grading, letters: Mapping[str, object], figures: Mapping[str, object]
    ) -> None:
        import ipywidgets as w

        self.cards = start.cards
        self.first = w.VBox()
        self.second = w.VBox()
        as_wide_as_its_words = w.Layout(width="auto", align_self="flex-start")
        self.turn = w.Button(layout=as_wide_as_its_words)
        self.compare = w.Button(description="Compare", layout=as_wide_as_its_words)
        self.state = w.HTML()
        self.turn.on_click(self._turn)
        self.compare.on_click(self._show_comparison)
        self.box = w.VBox(
            [w.HTML(f"<style>{STYLE}</style>"), self.first, self.turn, self.second, self.state]
        )
        self.box.add_class("mediakit-cards")
        self._begin(letters)
        if start.step > 1:
            self._open_second(figures)
        if start.step == 3:
            self._show_comparison()

    # --- what is chosen ------------------------------------------------------------------------

    @property
    def letters(self) -> dict[str, str]:
        """The letters chosen so far."""
        return {card: box.value for card, box in self.letter_boxes.items() if box.value}

    @property
    def figures(self) -> dict[str, str]:
        """The figures chosen so far."""
        return {card: box.value for card, box in self.figure_boxes.items() if box.value}

    # --- the steps -----------------------------------------------------------------------------

    def _begin(self, letters: Mapping[str, object]) -> None:
        """Step 1: the sources alone."""
        self.figure_boxes: dict[str, Any] = {}
        self.letter_boxes, rows = _lists(
            [(card.id, card.who()) for card in self.cards], "the source of", Reliability, letters
        )
        self.first.children = rows
        self.second.children = ()
        self.turn.description = "Put the letters away and go to the items"
        for box in self.letter_boxes.values():
            box.observe(self._tell, names="value")
        self._tell()

    def _open_second(self, figures: Mapping[str, object]) -> None:
        """Step 2: the items alone, in their own order."""
        cards = graded(self.cards, self.letters).in_sight
        self.figure_boxes, rows = _lists(
            [(card.id, card.what()) for card in cards], "the item of", Credibility, figures
        )
        self.first.children = ()
        self.second.children = (*rows, self.compare)
        self.turn.description = "Start again with the sources"
        for box in self.figure_boxes.values():
            box.observe(self._tell, names="value")
        self._tell()

    def _turn(self, _: object = None) -> None:
        if self.figure_boxes:
            self._begin({})
        elif len(self.letters) == len(self.cards):
            self._open_second({})
        else:
            self._tell()

    def _tell(self, _: object = None) -> None:
        """The state in a sentence and, where the step allows it, as a line of code."""
        if not self.figure_boxes:
            self._say(self._counted(1, len(self.letters)), letters=self.letters)
        else:
            self._say(self._counted(2, len(self.figures)), figures=self.figures)

    def _counted(self, step: int, done: int) -> str:
        """How far a step is, and what opens the next."""
        total = len(self.cards)
        if step == 1:
            ready = "The button above puts the letters away." if done == total else ""
            return f"Step 1 of 2, the sources: {done} of {total} graded. {ready}".strip()
        ready = "Press Compare to see both." if done == total else ""
        told = f"Step 2 of 2, the items: {done} of {total} graded. The letters are put away."
        return f"{told} {ready}".strip()

    def _show_comparison(self, _: object = None) -> None:
        """Both grades of each card and the key; until all items are graded, what is missing."""
        if len(self.figures) < len(self.cards):
            left = [card for card in self.figure_boxes if card not in self.figures]
            told = self._counted(2, len(self.figures))
            self._say(f"{told} Still to do: {', '.join(left)}.", figures=self.figures)
            return
        found = graded(self.cards, self.letters, self.figures)
        self._say("\n".join(found.comparison()), letters=self.letters, figures=self.figures)

    def _say(self, told: str, **code: Mapping[str, str]) -> None:
        lines = [f"{name} = {show(given, 2_000)}" for name, given in code.items() if given]
        self.state.value = now("\n".join([told, *lines]))


def _lists(
    cards: list[tuple[str, str]], what: str, scale: Any, given: Mapping[str, object]
) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """For each card its text and below it a labelled list of grades."""
    import ipywidgets as w

    options = [(OPEN, ""), *((str(grade), grade.value) for grade in scale)]
    boxes: dict[str, Any] = {}
    rows: list[Any] = []
    for id_, told in cards:
        mark = given.get(id_, ...)
        boxes[id_] = w.Dropdown(
            options=options,
            value="" if mark is ... else scale(mark).value,
            description=f"Grade {what} {id_}",
            style={"description_width": "min(16em, 100%)"},
            layout=w.Layout(
                width="97%", max_width="40em", height="auto", min_height="32px",
                flex_flow="row wrap",
            ),
        )  # fmt: skip
        rows += [w.HTML(f"<p><b>{escape(id_)}.</b> {escape(told)}</p>"), boxes[id_]]
    return boxes, tuple(rows)
