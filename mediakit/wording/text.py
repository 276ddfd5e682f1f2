"""Plain text or Markdown cut into sentences and words, with what is no prose blanked out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from mediakit.wording.lexicon import words

__all__ = ["Sentence", "Token", "mask", "sentences"]

FENCE = re.compile(r"^ {0,3}(```+|~~~+)", re.MULTILINE)
HIDE = re.compile(r"https?://\S+|\]\([^()\n]{0,400}\)|<[^<>\n]{1,300}>")
TICKS = re.compile(r"`+")
BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#|]|\d{1,3}[.)])[ \t])|\|")
LONGEST = 250  # words and marks in one sentence
END = re.compile(r"[.!?…]+[\"”’)\]*_]*(?=\s|$)")
WORD = re.compile(
    r"[^\W_]+(?:(?:[-'’.&]|(?<=\d),(?=\d))[^\W_]+)*|[£$€%]|[;:,.!?()\[\]—–…/]|-(?=\s)"
)
ABBREVIATIONS = words(
    "mr mrs ms dr st prof gen col lt sgt capt sen rep gov maj cmdr insp vs e.g i.e inc ltd co no "
    "etc approx dept u.s u.k rev hon jr sr cf fig pp"
)


class Token(NamedTuple):
    """A word or mark with its place in the whole text; ``low`` is its lower-case form."""

    word: str
    low: str
    start: int
    end: int
    quoted: bool = False

    @property
    def is_word(self) -> bool:
        """True for words and numbers, False for punctuation."""
        return self.word[0].isalnum()

    @property
    def is_name(self) -> bool:
        """True for a word with a capital letter."""
        return self.word[0].isupper()


class Sentence(NamedTuple):
    """A sentence: its tokens, its place, its paragraph's number, and its last mark."""

    tokens: list[Token]
    start: int
    end: int
    block: int
    question: bool


def mask(text: str) -> str:
    """The text with code, addresses and tags turned into spaces of the same length.

    >>> mask("see `x = 1` there")
    'see         there'
    """
    out = _mask_fences(text)
    out = HIDE.sub(lambda m: _blank(m.group()), out)
    return _mask_ticks(out)


def _blank(piece: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in piece)


def _mask_fences(text: str) -> str:
    parts: list[str] = []
    fence, at = "", 0
    for match in FENCE.finditer(text):
        mark = match.group(1)
        if not fence:
            parts.append(text[at : match.start()])
            fence, at = mark, match.start()
        elif mark[0] == fence[0] and len(mark) >= len(fence):
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
            parts.append(_blank(text[at:end]))
            fence, at = "", end
    parts.append(_blank(text[at:]) if fence else text[at:])
    return "".join(parts)


def _mask_ticks(text: str) -> str:
    parts: list[str] = []
    for piece in re.split(r"(\n[ \t]*\n)", text):
        parts.append(_mask_ticks_in(piece) if "`" in piece else piece)
    return "".join(parts)


def _mask_ticks_in(block: str) -> str:
    runs = [m.span() for m in TICKS.finditer(block)]
    by_length: dict[int, list[int]] = {}
    for start, end in runs:
        by_length.setdefault(end - start, []).append(start)
    parts: list[str] = []
    at = 0
    for start, end in runs:
        if start < at:
            continue
        same = by_length[end - start]
        nxt = bisect_left(same, end)
        if nxt < len(same):
            close = same[nxt] + end - start
            parts += [block[at:start], _blank(block[start:close])]
            at = close
    return "".join([*parts, block[at:]])


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; quotations are kept within one sentence."""
    clean = mask(text)
    start = 0
    number = 0
    for match in [*BREAK.finditer(clean), None]:
        end = match.start() if match else len(clean)
        if clean[start:end].strip():
            yield from _block(clean, start, end, number)
            number += 1
        start = match.end() if match else end


def _block(clean: str, start: int, end: int, number: int) -> Iterator[Sentence]:
    quotes = _quotations(clean, start, end)
    tokens = _tokens(clean, start, end, quotes)
    opens = [q[0] for q in quotes]
    at = start
    first = 0
    for match in END.finditer(clean, start, end):
        stop = match.end()
        if stop < end and not _ends_here(clean, match.start(), stop, end):
            continue
        k = bisect_left(opens, stop) - 1
        if k >= 0 and quotes[k][1] > stop and stop < end:
            continue
        if k >= 0 and stop - 1 <= quotes[k][1] <= stop + 1 and _goes_on(clean, stop, end):
            continue
        last = _first_at(tokens, stop, first)
        yield from _pieces(tokens[first:last], at, stop, number, "?" in match.group())
        at, first = stop, last
    rest = tokens[first:]
    yield from _pieces(rest, at, end, number, bool(rest) and rest[-1].word == "?")


def _pieces(
    tokens: list[Token], start: int, end: int, block: int, question: bool
) -> Iterator[Sentence]:
    """One sentence, or several where it runs on: the cost of each stays bounded."""
    for at in range(0, len(tokens), LONGEST):
        part = tokens[at : at + LONGEST]
        last = at + LONGEST >= len(tokens)
        stop = end if last else part[-1].end
        yield Sentence(part, start, stop, block, question)
        start = stop


def _first_at(tokens: list[Token], stop: int, first: int) -> int:
    while first < len(tokens) and tokens[first].start < stop:
        first += 1
    return first


def _ends_here(clean: str, dot: int, stop: int, end: int) -> bool:
    word = re.search(r"[\w.]{1,12}$", clean[max(0, dot - 12) : dot])
    if clean[dot] == "." and word:
        low = word.group().lower()
        if low in ABBREVIATIONS or (len(low) == 1 and low.isalpha() and word.group().isupper()):
            return False
    ahead = re.compile(r"\s*[\"“‘(\[*_]*(\S)").match(clean, stop, min(end, stop + 200))
    return ahead is None or not ahead.group(1).islower()


def _goes_on(clean: str, stop: int, end: int) -> bool:
    """After a closing quotation mark: does the sentence go on with who said it?"""
    ahead = clean[stop : min(end, stop + 60)].split()[:4]
    return any(w.strip(",.").lower() in ("said", "says", "wrote", "told", "added") for w in ahead)


def _quotations(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quotation spans, marks included: curly by shape, straight by the spaces around them."""
    spans: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for match in re.compile(r"[\"“”‘’']").finditer(clean, start, end):
        i, mark = match.start(), match.group()
        before = clean[i - 1] if i > start else " "
        after = clean[i + 1] if i + 1 < end else " "
        opening = mark in "“‘" or (
            mark in "\"'" and not before.isalnum() and not after.isspace() and before not in ".,!?"
        )
        kind = {"“": "”", "‘": "’"}.get(mark, mark)
        if opening:
            opened[kind] = i
        elif kind in opened and not (mark in "'’" and after.isalnum()):
            spans.append((opened.pop(kind), i + 1))
    spans.sort()
    outer: list[tuple[int, int]] = []
    for span in spans:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    return outer


def _tokens(clean: str, start: int, end: int, quotes: list[tuple[int, int]]) -> list[Token]:
    out: list[Token] = []
    k = 0
    for match in WORD.finditer(clean, start, end):
        while k < len(quotes) and quotes[k][1] <= match.start():
            k += 1
        quoted = k < len(quotes) and quotes[k][0] <= match.start()
        word = match.group()
        s, e = match.span()
        low = word.lower().replace("’", "'")
        out.append(Token(word, low, s, e, quoted))
    return out
