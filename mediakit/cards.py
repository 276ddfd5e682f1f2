"""Cards for grading in two steps: who says it, and, apart from that, what is said.

A card holds a source in the five fields of :mod:`mediakit.sources`, one piece of information, what
else is known about that, and a key of ranges. The file is ``items/cards.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mediakit.admiralty import AdmiraltyGrade, GradeReport
from mediakit.records import unknown, wrapped
from mediakit.scales import Credibility, Reliability, read_range
from mediakit.sources import SourceDescriptor, describe_source
from mediakit.yamlfile import UNREAD, Problem, build, compose, line_of, raw_list, text

__all__ = ["Card", "Grading", "grade_cards", "load_cards", "parse_cards"]


@dataclass(frozen=True, repr=False)
class Card:
    """One message to grade: its source apart from its item, and the grades that can be defended.

    ``repr`` shows neither the key nor its reason.

    >>> print(load_cards("storm-night")[3].who())
    A caller who has never called before. Access: says that he stands at the
      pump house. Motive: not known. Record: none known. Chain: it speaks of
      what it says it saw or measured itself. Contact: gave a name and a
      number.
    """

    id: str
    deck: str
    source: str
    access: str
    motive: str
    record: str
    chain: str
    contact: str
    item: str
    known: str
    letters: str
    figures: str
    why: str

    @property
    def descriptor(self) -> SourceDescriptor:
        """The source in its five fields."""
        return describe_source(
            self.source,
            access=self.access,
            motive=self.motive,
            record=self.record,
            chain=int(self.chain) if self.chain.isdigit() else self.chain,
            contact=self.contact,
        )

    @property
    def key(self) -> tuple[str, str]:
        """The letters and the figures that can be defended, as ranges."""
        return self.letters, self.figures

    def who(self) -> str:
        """What the first step shows: the source, and nothing of what it says."""
        return repr(self.descriptor)

    def what(self) -> str:
        """What the second step shows: the item and what is known of it, not who brought it."""
        return f"“{self.item}” Also known: {self.known}"

    def __repr__(self) -> str:
        return wrapped(f"Card {self.id!r}. {self.who()}\n{self.what()}")


# --- reading the file ----------------------------------------------------------------------------

_NAMES = tuple(Card.__dataclass_fields__)
_card = build(Card, dict.fromkeys(_NAMES, text), _NAMES)
_file = build(dict, {"cards": raw_list}, ("cards",))


def parse_cards(source: bytes, name: str = "the file of cards") -> tuple[Card, ...]:
    """Cards from the bytes of a file like ``items/cards.yaml``.

    Raises
    ------
    ValueError
        Naming every fault with its line, when there is at least one.
    """
    problems: list[Problem] = []
    cards: dict[tuple[str, str], Card] = {}
    root = compose(source, problems)
    raw: Any = UNREAD if root is None else _file(root, problems)
    if root is None and not problems:
        problems.append(Problem(1, "the file is empty", "begin it with 'cards:'"))
    for node in [] if raw is UNREAD else raw["cards"]:
        card = _card(node, problems)
        if card is not UNREAD:
            faults = _faults(card)
            if (card.deck, card.id) in cards:
                faults.append("the id is taken already in this deck")
            problems += [Problem(line_of(node), f"{card.id!r}: {fault}") for fault in faults]
            cards[card.deck, card.id] = card
    if problems:
        lines = "\n".join(f"  {name}, {problem}" for problem in sorted(problems))
        noun = "fault" if len(problems) == 1 else "faults"
        raise ValueError(f"{name} has {len(problems)} {noun}:\n{lines}")
    return tuple(cards.values())


def _faults(card: Card) -> list[str]:
    """What is wrong with one card by itself: a key or a chain that cannot be read."""
    faults = []
    for scale, key in ((Reliability, card.letters), (Credibility, card.figures)):
        try:
            read_range(scale, key)
        except ValueError as error:
            faults.append(str(error))
    try:
        _ = card.descriptor  # it reads the chain
    except ValueError as error:
        faults.append(str(error))
    return faults


@lru_cache(maxsize=1)
def _shipped() -> tuple[Card, ...]:
    return parse_cards(files("mediakit").joinpath("items", "cards.yaml").read_bytes(), "cards.yaml")


def load_cards(deck: str) -> tuple[Card, ...]:
    """The cards of a deck that comes with mediakit.

    Raises
    ------
    LookupError
        When there is no such deck; the message lists them.

    Examples
    --------
    >>> [card.id for card in load_cards("storm-night")][:2]
    ['card 1', 'card 2']
    """
    decks = list(dict.fromkeys(card.deck for card in _shipped()))
    if deck not in decks:
        raise LookupError(unknown("deck", deck, decks))
    return tuple(card for card in _shipped() if card.deck == deck)


# --- grading a deck ------------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Grading:
    """How far a deck is graded, as text: one step in sight at a time, and at the end both.

    In the first step no item is shown, in the second no source and no letter. The items come in
    another order than their sources, so that the two are not read as one list.
    """

    cards: tuple[Card, ...]
    state: AdmiraltyGrade

    @property
    def step(self) -> int:
        """1 while sources are graded, 2 while items are, 3 when both are done."""
        return self.state.step

    @property
    def in_sight(self) -> tuple[Card, ...]:
        """The cards in the order of this step."""
        return self.cards[::-1] if self.step == 2 else self.cards

    def report(self) -> GradeReport:
        """How the two grades went together, and how they stand to the key."""
        return self.state.report({card.id: card.key for card in self.cards})

    def __repr__(self) -> str:
        if self.step < 3:
            shown = [
                f"{card.id}. {card.who() if self.step == 1 else card.what()}"
                for card in self.in_sight
            ]
            return wrapped("\n\n".join([repr(self.state), *shown]))
        found = self.report()
        lines = [f"{self.state!r}.", *_counts(found), *found.outside, _more(found)]
        return wrapped("\n".join(lines))

    def why(self) -> str:
        """For each card what was given, what can be defended, and the reason."""
        return wrapped("\n".join(self.reasons()))

    def reasons(self) -> list[str]:
        """A line for each card: what was given, what can be defended, why."""
        return [
            f"{card.id}, {card.source}: you gave {pair[0].value}{pair[1].value}; "
            f"{card.letters} and {card.figures} can be defended. {card.why}"
            for card, pair in zip(self.cards, self.state.grades.values(), strict=True)
        ]

    def comparison(self) -> list[str]:
        """What a page shows when both steps are done, in lines of any length."""
        found = self.report()
        return [f"{self.state!r}.", *_counts(found), *self.reasons(), _more(found)]


def grade_cards(
    deck: str | Iterable[Card],
    letters: Mapping[str, object] | None = None,
    figures: Mapping[str, object] | None = None,
) -> Grading:
    """Grade a deck in two steps: letters for all sources first, then figures for all items.

    Parameters
    ----------
    deck : str or cards
        The name of a deck, or cards of your own.
    letters, figures : dict, card id -> grade, optional
        What is graded so far. ``...`` is not yet.

    Raises
    ------
    LookupError
        When there is no such deck or card.
    ValueError
        When a grade is not on its scale, or a figure comes before the last letter.

    Examples
    --------
    >>> three = load_cards("storm-night")[:3]
    >>> letters = {"card 1": "B", "card 2": "E", "card 3": "B"}
    >>> grade_cards(three, letters, {"card 1": 1, "card 2": 5, "card 3": 2})
    Both steps done: card 1 B1, card 2 E5, card 3 B2.
    Same step on both scales: 2 of 3 cards.
    Sources: 3 of 3 within the key. Items: 1 of 3 within the key.
    card 2: 5 (improbable) was given; the key holds 1 (confirmed by other
      sources).
    card 3: 2 (probably true) was given; the key holds 4 (doubtful), 5
      (improbable).
    More: agreement with the key beyond chance (kappa) is 1.00 for the
      sources and 0.14 for the items. With so few cards it is a hint at
      most.
    """
    cards = load_cards(deck) if isinstance(deck, str) else tuple(deck)
    state = AdmiraltyGrade([card.id for card in cards])
    for given, note in ((letters, state.grade_source), (figures, state.grade_information)):
        for card, mark in (given or {}).items():
            if mark is not ...:
                note(card, mark)
    return Grading(cards, state)


def _counts(found: GradeReport) -> list[str]:
    """The report in plain counts."""
    apart = found.cards - found.judged
    held = f"; {apart} more with an F or a 6, which have no step" if apart else ""
    return [
        f"Same step on both scales: {found.diagonal} of {found.judged} cards{held}.",
        f"Sources: {found.agree_reliability} of {found.cards} within the key. "
        f"Items: {found.agree_credibility} of {found.cards} within the key.",
    ]


def _more(found: GradeReport) -> str:
    """Kappa, for those who want more."""
    both = (_beyond(found.kappa_reliability), _beyond(found.kappa_credibility))
    return (
        f"More: agreement with the key beyond chance (kappa) is {both[0]} for the sources and "
        f"{both[1]} for the items. With so few cards it is a hint at most."
    )


def _beyond(kappa: Any) -> str:
    return "not defined" if kappa is None else f"{kappa:.2f}"
