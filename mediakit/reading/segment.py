"""Cut a text into paragraphs, quotations, sentences and items, with offsets kept.

An *item* is a word, a mark of punctuation, or a whole quotation: the rules that look for
speakers read a sentence as a short row of items, so a quotation of five sentences is one.
Everything is one pass over the text; nothing is walked twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from mediakit.reading.cues import TAIL_WORDS, words

__all__ = ["Item", "ItemKind", "Paragraph", "Quotation", "Segments", "Sentence", "segment"]

Span = tuple[int, int]

# Each alternative starts with another kind of character, so there is nothing to try twice.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.\-‑&][^\W_]+)*|\.{2,}|[^\w\s]|_")
_SPACE_OPENS = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/‘'“\"")
_CLOSES_BEFORE = frozenset(" \t\n\u00a0\u2009\u202f.,;:!?)]}—–-/…’'”\"")
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_STOPS = frozenset({".", "!", "?", "…", "..."})
_END_MARKS = frozenset(".!?…")

# Words whose full stop does not end a sentence.
ABBREVIATIONS = words(
    """mr mrs ms dr prof gen sen rep gov lt col sgt capt maj cmdr adm rev hon jr sr st mt ft inc
    ltd co corp bros no vs etc jan feb mar apr jun jul aug sep sept oct nov dec approx dept
    est fig vol pp al ave supt det insp messrs pres amb"""
)
BOILERPLATE = ("related stories", "related:", "read more", "read also", "see also", "also read")
LONGEST_SENTENCE = 400  # items; what runs on longer is cut here, so that no rule walks far


class ItemKind(StrEnum):
    """What an item is."""

    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark or a whole quotation, at its place in the text."""

    kind: ItemKind
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The text in small letters, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """True for a word."""
        return self.kind is ItemKind.WORD

    @property
    def is_quote(self) -> bool:
        """True for a quotation."""
        return self.kind is ItemKind.QUOTE

    @property
    def is_capital(self) -> bool:
        """True for a word that begins with a capital letter."""
        return self.kind is ItemKind.WORD and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included; one span a paragraph."""

    spans: tuple[Span, ...]
    mark: str

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Just behind the last mark."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its place, and whether it is a list of links rather than the article."""

    start: int
    end: int
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a row of items. A sentence inside a quotation is part of that item."""

    number: int
    paragraph: int
    items: tuple[Item, ...]

    @property
    def start(self) -> int:
        """Where the first item starts."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Just behind the last item."""
        return self.items[-1].end


@dataclass(frozen=True, slots=True)
class Segments:
    """A text, cut. ``declined`` holds marks that were left alone because no partner is sure."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    declined: tuple[Span, ...]
    sentences: tuple[Sentence, ...]


def segment(text: str) -> Segments:
    """Cut a text into paragraphs, quotations and sentences.

    A quotation that is opened and not closed is declined, not guessed: its marks are listed and
    the words behind them stay ordinary words. A quotation may run over paragraphs when each of
    them opens with a mark.

    Examples
    --------
    >>> cut = segment('Ada Voss said: "It rained. We left." Nobody saw it.')
    >>> [cut.text[s.start : s.end] for s in cut.sentences]
    ['Ada Voss said: "It rained. We left."', 'Nobody saw it.']
    """
    paragraphs = tuple(_paragraphs(text))
    quotations, declined = _quotations(text, paragraphs)
    sentences = tuple(_sentences(text, paragraphs, quotations))
    return Segments(text, paragraphs, tuple(quotations), tuple(declined), sentences)


# ------------------------------------------------------------------ paragraphs
def _paragraphs(text: str) -> list[Paragraph]:
    """Lines are paragraphs, unless the text is wrapped: then blank lines part them."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    blocks = _unwrapped(text, lines) if _is_wrapped(text, lines) else lines
    found = []
    for s, e in blocks:
        body = text[s:e]
        left = len(body) - len(body.lstrip())
        if body.strip():
            head = body.lstrip()[:40].lower()
            found.append(Paragraph(s + left, s + len(body.rstrip()), head.startswith(BOILERPLATE)))
    return found


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Hard-wrapped text: short lines, and most of those that go on end without a full stop."""
    inner = [
        (s, e) for (s, e), (s2, e2) in pairwise(lines) if text[s:e].strip() and text[s2:e2].strip()
    ]
    if len(inner) < 3 or max(e - s for s, e in lines) > 110:
        return False
    going_on = sum(text[s:e].rstrip()[-1] not in '.!?"”:' for s, e in inner)
    return going_on > 0.6 * len(inner)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    blocks: list[Span] = []
    fresh = True
    for s, e in lines:
        if not text[s:e].strip():
            fresh = True
        elif fresh:
            blocks.append((s, e))
            fresh = False
        else:
            blocks[-1] = (blocks[-1][0], e)
    return blocks


# ------------------------------------------------------------------ quotations
def _looks_open(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before in _SPACE_OPENS and not after.isspace()


def _looks_closed(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return after in _CLOSES_BEFORE and not before.isspace()


class _Pairing:
    """Pairs double quotation marks from left to right; the state is the one that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.declined: list[Span] = []
        self.mark = ""
        self.start = 0
        self.earlier: list[Span] = []

    def open(self, at: int) -> None:
        self.mark, self.start = self.text[at], at

    def close(self, at: int) -> None:
        spans = (*self.earlier, (self.start, at + 1))
        self.found.append(Quotation(spans, self.mark))
        self.mark, self.earlier = "", []

    def give_up(self, end: int) -> None:
        self.declined += [*self.earlier, (self.start, end)]
        self.mark, self.earlier = "", []

    def see(self, at: int) -> None:
        """Take one mark into account."""
        char = self.text[at]
        if self.mark and char in _PAIRS[self.mark]:
            wrong = char == '"' and _looks_open(self.text, at) and not _looks_closed(self.text, at)
            if not wrong:
                self.close(at)
                return
        if self.mark:
            if char != '"' or self.mark == '"':
                self.give_up(at)  # a second opening: which of the two is closed is a guess
                self.open_if_opening(at)
            return
        self.open_if_opening(at)

    def open_if_opening(self, at: int) -> None:
        char = self.text[at]
        inch = char == '"' and at > 0 and self.text[at - 1].isdigit()
        closing = char in "”»" or (char == '"' and not _looks_open(self.text, at))
        if inch:
            return
        if closing:
            self.declined.append((at, at + 1))
        else:
            self.open(at)

    def end_paragraph(self, end: int, following: int | None) -> None:
        """At the end of a paragraph an open quotation goes on only if the next one opens alike."""
        if not self.mark:
            return
        if following is not None and self.text[following] == self.mark:
            self.earlier.append((self.start, end))
            self.start = following
        else:
            self.give_up(end)


def _quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[list[Quotation], list[Span]]:
    pairing = _Pairing(text)
    singles: list[Quotation] = []
    resumed = -1
    for i, p in enumerate(paragraphs):
        first = len(pairing.found)
        for at in range(p.start, p.end):
            if text[at] in '"“”„«»' and at != resumed:
                pairing.see(at)
        following = paragraphs[i + 1].start if i + 1 < len(paragraphs) else None
        pairing.end_paragraph(p.end, following)
        resumed = pairing.start if pairing.mark else -1
        taken = [s for q in pairing.found[first:] for s in q.spans]
        singles += _singles(text, p, taken if not pairing.mark else [*taken, (p.start, p.end)])
    return sorted([*pairing.found, *singles], key=lambda q: q.start), sorted(pairing.declined)


def _singles(text: str, p: Paragraph, taken: list[Span]) -> list[Quotation]:
    """Quotations in single marks, outside double ones: 'like this', of three words or more."""
    found: list[Quotation] = []
    start, k = -1, 0
    for at in range(p.start, p.end):
        while k < len(taken) and taken[k][1] <= at:
            k += 1
        if k < len(taken) and taken[k][0] <= at:
            start = -1
        elif start < 0 and text[at] in "‘'" and _looks_open(text, at):
            start = at
        elif start >= 0 and text[at] in "’'" and _ends_single(text, start, at):
            if text.count(" ", start, at) >= 2 or text[at - 1] in ",.!?":
                found.append(Quotation(((start, at + 1),), text[start]))
            start = -1
    return found


def _ends_single(text: str, start: int, at: int) -> bool:
    """A closing single mark, not the apostrophe of "the brothers' boat"."""
    if not _looks_closed(text, at):
        return False
    if text[start] == "'" and text[at] != "'":
        return False
    plural = text[at - 1] == "s" and text[at + 1 : at + 2] == " "
    return not plural or ("’" not in text[at + 1 : at + 200] and "'" not in text[at + 1 : at + 200])


# ------------------------------------------------------------------ sentences
def _items(text: str, p: Paragraph, quotations: list[Quotation], k: int) -> tuple[list[Item], int]:
    """The items of a paragraph; a quotation that began in an earlier one is not repeated."""
    items: list[Item] = []
    at = p.start
    while k < len(quotations) and quotations[k].start < p.end:
        q = quotations[k]
        if q.start >= at:
            items += _plain(text, at, q.start)
            items.append(Item(ItemKind.QUOTE, text[q.start : q.end], q.start, q.end))
        at = max(at, q.end)
        k += 1
    return items + _plain(text, at, p.end), k


def _plain(text: str, start: int, end: int) -> list[Item]:
    found = []
    for m in _TOKEN.finditer(text, start, end):
        word = m.group()[0].isalnum()
        found.append(Item(ItemKind.WORD if word else ItemKind.MARK, m.group(), *m.span()))
    return found


def _sentences(
    text: str, paragraphs: tuple[Paragraph, ...], quotations: list[Quotation]
) -> list[Sentence]:
    found: list[Sentence] = []
    row: list[Item] = []
    k = 0
    for number, block in _blocks(paragraphs, quotations):
        items, k = _items(text, block, quotations, k)
        if row and not (items and items[0].is_quote):
            _finish(found, row, number - 1)
            row = []
        for i, item in enumerate(items):
            row.append(item)
            if _ends(items, i) or len(row) >= LONGEST_SENTENCE:
                _finish(found, row, number)
                row = []
        if row and row[-1].text not in {",", ":"}:  # "she said:" waits for the quotation below it
            _finish(found, row, number)
            row = []
    _finish(found, row, len(paragraphs) - 1)
    return found


def _blocks(
    paragraphs: tuple[Paragraph, ...], quotations: list[Quotation]
) -> list[tuple[int, Paragraph]]:
    """Paragraphs, those that one quotation runs over taken together."""
    blocks: list[tuple[int, Paragraph]] = []
    k, reach = 0, -1
    for number, p in enumerate(paragraphs):
        if p.start < reach:
            first, block = blocks[-1]
            blocks[-1] = (first, Paragraph(block.start, p.end, block.boilerplate))
        else:
            blocks.append((number, p))
        while k < len(quotations) and quotations[k].start < p.end:
            reach = max(reach, quotations[k].end)
            k += 1
    return blocks


def _finish(found: list[Sentence], row: list[Item], paragraph: int) -> None:
    if row:
        found.append(Sentence(len(found), paragraph, tuple(row)))


def _ends(items: list[Item], i: int) -> bool:
    """Does a sentence end behind this item?"""
    item = items[i]
    after = items[i + 1] if i + 1 < len(items) else None
    if item.is_quote:
        return _quote_ends(item, items, i)
    if item.kind is ItemKind.WORD:
        dotted = item.text.endswith(".") and after is not None and after.is_capital
        return dotted and _starts_afresh(items, i + 1)
    if item.text not in _STOPS:
        return False
    if after is None:
        return True
    if after.text in {"”", '"', ")", "]", "’", "'", *_STOPS}:
        return False
    before = items[i - 1] if i else None
    if item.text == "." and before is not None and before.end == item.start and before.is_word:
        short = len(before.text) == 1 and before.text.isupper()
        if (short or before.lower in ABBREVIATIONS) and not after.is_quote:
            return False
    return after.is_quote or after.is_capital or after.text[0].isdigit() or after.text in "(["


def _starts_afresh(items: list[Item], i: int) -> bool:
    """After "U.S." a sentence starts only with a word that names seldom start with."""
    return items[i].lower in {
        "the",
        "he",
        "she",
        "it",
        "they",
        "but",
        "in",
        "a",
        "an",
        "this",
        "we",
    }


def _quote_ends(item: Item, items: list[Item], i: int) -> bool:
    after = items[i + 1] if i + 1 < len(items) else None
    body = item.text.rstrip("\"”»’'“")
    if after is None:
        return True
    if not body or body[-1] not in _END_MARKS:
        return False
    if after.is_quote:
        return True
    return after.is_capital and not _reporting_tail(items, i + 1)


def _reporting_tail(items: list[Item], i: int) -> bool:
    """``"Why?" Ada Voss asked.``: a short tail belongs to the quotation."""
    for j in range(i, min(i + 8, len(items))):
        if items[j].lower in TAIL_WORDS:
            return j + 1 == len(items) or items[j + 1].text in {".", ","}
        if items[j].text in {".", ","} or items[j].is_quote:
            return False
    return False
