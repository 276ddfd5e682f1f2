"""Noun phrases and clauses in a row of items, without a parser.

A phrase is bounded by what cannot be inside it: marks, quotations, finite verbs, linking words.
Every walk has a limit, so the work stays in step with the length of the text.
"""

from __future__ import annotations

from mediakit.reading.cues import AUXILIARIES, FINITE, words
from mediakit.reading.people import DOCUMENTS, ROLES, bare, is_name_word
from mediakit.reading.segment import Item

__all__ = [
    "antecedent",
    "back",
    "clause_ahead",
    "forward",
    "is_adverb",
    "is_phrase",
    "skip_adjuncts",
    "subject",
]

Row = tuple[Item, ...]

REACH = 32  # items; the longest noun phrase looked at
LINKS = words(
    """that but while whereas although though because since if when where whether so than how why
    what whom after before until as unless yet"""
)
DETERMINERS = words(
    """the a an this these those his her its their our my your some any no every each both many
    several few most all another other one two three four five"""
)
PREPOSITIONS = words(
    """in on at for from with by to of after before during since under amid among against about
    between through around without into over as despite following per via until"""
)
_VENUES = words(
    """statement interview letter report post tweet email speech message note memo article column
    conference briefing filing court testimony blog paper press dossier comment comments
    remarks website twitter facebook telegram television radio response reply turn book
    documentary video broadcast release"""
)
_TIMES = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december yesterday today earlier later last
    this wednesday tonight christmas afterwards recently"""
)
_ALONE = words("""one those another this some others these many both""")
_ADVERBS = words(
    """also instead albeit then later earlier previously repeatedly once again already even just
    still now never ever only further often always soon since too both all first today yesterday
    tuesday monday wednesday thursday friday saturday sunday himself herself themselves itself"""
)


def is_adverb(item: Item) -> bool:
    """A word that may stand between a speaker and the verb."""
    return item.is_word and (
        item.lower in _ADVERBS or (item.lower.endswith("ly") and len(item.text) > 4)
    )


def _is_past(row: Row, i: int) -> bool:
    """Most likely a verb in a past form: "visited", and not "the visited", "a so-called"."""
    word = row[i].text
    if not (word.endswith("ed") and len(word) > 4 and word.islower()) or "-" in word:
        return False
    before = row[i - 1].lower if i else ""
    return before not in DETERMINERS | PREPOSITIONS | {"and", "or"} and not before.endswith("ly")


def is_finite(row: Row, i: int) -> bool:
    """Does a finite verb stand here, as far as a word list can tell?"""
    return row[i].is_word and (row[i].lower in FINITE or _is_past(row, i))


def back(row: Row, end: int) -> int:
    """Where the noun phrase that ends before ``end`` starts; ``end`` itself when there is none."""
    i = end
    while i > 0 and end - i < REACH:
        item = row[i - 1]
        if item.text == ")" and i < end + 1:
            opened = next((k for k in range(i - 2, max(-1, i - 9), -1) if row[k].text == "("), 0)
            if opened:
                i = opened
                continue
            break
        if item.is_quote:
            short = item.text.count(" ") <= 3 and i - 1 > 0 and row[i - 2].lower in {"the", "a"}
            if not short:
                break
        elif _stops(row, i - 1, end):
            break
        i -= 1
    return _trim(row, i, end)


def _stops(row: Row, i: int, end: int) -> bool:
    """Can the item at ``i`` not be part of a phrase that ends before ``end``?"""
    item = row[i]
    if not item.is_word:
        return item.text not in {"&", "'", "’", "/"}
    if item.lower in LINKS | {"who", "which", "then"} and item.text != "WHO":
        return True
    if is_finite(row, i) and not (item.is_capital and i > 0) and not _reduced(row, i):
        return True
    return item.lower in {"and", "or"} and not _joins_names(row, i, end)


def _reduced(row: Row, i: int) -> bool:
    """ "the study published in May": a past form that belongs to the noun before it."""
    following = row[i + 1].lower if i + 1 < len(row) else ""
    past = row[i].lower.endswith("ed") or row[i].lower in {"made", "led", "written", "held"}
    return past and following in {"by", "in", "at", "from", "on", "with"}


def antecedent(row: Row, end: int) -> int:
    """Where the phrase right before "who" or "which" starts: nearer than a whole subject."""
    i = back_to = end
    while i > 0 and end - i < REACH:
        item = row[i - 1]
        if not item.is_word or item.lower in LINKS | {"and", "or"} or is_finite(row, i - 1):
            break
        if item.lower in PREPOSITIONS - {"of"}:
            break
        i -= 1
        back_to = i
        if item.lower in DETERMINERS:
            break
    return back_to


def _joins_names(row: Row, at: int, end: int) -> bool:
    """ "and" inside a phrase: "Voss and Reed", "officials and residents"."""
    if at == 0 or at + 1 >= end:
        return False
    left, right = row[at - 1], row[at + 1]
    if is_name_word(left) and is_name_word(right):
        return True
    plural = left.lower in ROLES and left.lower.endswith("s")
    return plural and not any(is_finite(row, k) for k in range(max(0, at - 8), at))


def _trim(row: Row, start: int, end: int) -> int:
    """Cut adverbs, linking words and opening adjuncts off the front of a phrase."""
    i = start
    while i < end:
        word = row[i].lower
        if _light(row, i, end):
            i += 1
        elif word in PREPOSITIONS - {"as"} and i + 2 <= end:
            step = _after_adjunct(row, i, end)
            if step == i:
                return end
            i = step
        elif word in _TIMES and i + 1 < end and not is_name_word(row[i + 1]):
            i += 1
        else:
            break
    return i


def _light(row: Row, i: int, end: int) -> bool:
    """A linking word or an adverb that is no part of who speaks."""
    word = row[i].lower
    if word in {"and", "but", "or", "so", "yet", "then", "however", "meanwhile", "not"}:
        return True
    if not is_adverb(row[i]):
        return False
    return not row[i].text.istitle() or (i + 1 < end and word not in {"all", "both", "only"})


def _after_adjunct(row: Row, i: int, end: int) -> int:
    """Behind "In May", "On 3 June", "In 2015": only when a new phrase plainly starts there."""
    k = i + 1
    while k < end and (row[k].lower in _TIMES or row[k].text[0].isdigit()):
        k += 1
    return k if k > i + 1 and k < end else i


def forward(row: Row, start: int) -> int:
    """Just behind the noun phrase that starts at ``start``."""
    i = start
    while i < len(row) and i - start < REACH:
        item = row[i]
        if item.is_quote or (not item.is_word and item.text not in {"&", "/"}):
            break
        if item.lower in LINKS - {"as"} or item.lower in {"as", "saying", "adding", "told"}:
            break
        if item.lower in {"who", "which"} and i > start:
            break
        if i > start and (is_finite(row, i) or _is_tail(row, i)):
            break
        if item.lower in {"and", "or"} and not (i + 1 < len(row) and is_name_word(row[i + 1])):
            break
        if i > start and _new_phrase(row, i):
            break
        i += 1
    return i


def _new_phrase(row: Row, i: int) -> bool:
    """ "Voss the ferry": a determiner right behind a name starts another phrase."""
    article = row[i].lower in {"the", "a", "an", "it", "he", "she", "they", "there", "his", "her"}
    return article and row[i - 1].lower not in PREPOSITIONS | {"and", "or", "all", "both"}


def _is_tail(row: Row, i: int) -> bool:
    """ "on Friday", "in a statement", "to reporters": no part of who said it."""
    word = row[i].lower
    if word in {"yesterday", "today", "earlier", "later", "tonight"} or row[i].text in {
        x.title() for x in _TIMES if x.endswith("day")
    }:
        return True
    if word in {"in", "on", "at", "during", "to", "via", "by", "through", "after", "about"}:
        for k in range(i + 1, min(i + 6, len(row))):
            if row[k].lower in _VENUES or row[k].lower in _TIMES or row[k].text[0].isdigit():
                return True
            if not row[k].is_word or row[k].lower in PREPOSITIONS:
                return False
        linked = {
            "ambassador",
            "adviser",
            "advisor",
            "envoy",
            "aide",
            "assistant",
            "close",
            "witness",
        }
        return word in {"during", "via"} or (word == "to" and row[i - 1].lower not in linked)
    return False


def skip_adjuncts(row: Row, start: int) -> int:
    """Behind adverbs, times and places of speaking: "said **on Friday in a statement** that"."""
    i = start
    while i < len(row) and i - start < REACH:
        item = row[i]
        if is_adverb(item) or item.lower in _TIMES - {"this", "last", "may", "march"}:
            i += 1
            continue
        if item.lower in {"in", "on", "at", "during", "to", "via", "through", "after"}:
            end = _adjunct_end(row, i)
            if end > i:
                i = end
                continue
        if item.lower in {"last", "this"} and i + 1 < len(row) and row[i + 1].lower in (
            {"week", "month", "year", "night", "morning", "summer", "spring", "autumn", "winter"}
            | _TIMES
        ):  # fmt: skip
            i += 2
            continue
        break
    return i


def _adjunct_end(row: Row, i: int) -> int:
    """The end of one prepositional phrase before "that", a quotation, a mark or another one."""
    for k in range(i + 1, min(i + 11, len(row))):
        item = row[k]
        closes = (
            item.is_quote
            or item.text in {",", ":", ".", ";"}
            or item.lower in {"that", "how", "why"}
        )
        if closes and k > i + 1:
            return k
        if k > i + 1 and item.lower in {"in", "on", "at", "during", "to", "after"}:
            return k
        if is_finite(row, k):
            return _short_time(row, i)
    return len(row) if len(row) - i < 11 else _short_time(row, i)


def _short_time(row: Row, i: int) -> int:
    """ "on Friday" in front of a clause without "that"."""
    k = i + 1
    while k < len(row) and (row[k].lower in _TIMES or row[k].text[0].isdigit()):
        k += 1
    return k if k > i + 1 else i


def clause_ahead(row: Row, start: int, reach: int = 24) -> bool:
    """Does a clause with a subject start here?"""
    if start >= len(row) or not (row[start].is_word or row[start].is_quote):
        return False
    word = row[start].lower
    if word in PREPOSITIONS - {"after", "since", "despite", "by", "in", "as", "for", "with"}:
        return False
    if word in {"and", "or", "but"}:
        return False
    stop = min(start + reach, len(row))
    first = start if "'" in word else start + 1  # "that's", "they've"
    for k in range(first, stop):
        if is_finite(row, k):
            return True
        if row[k].text in {";", ":"}:
            return False
    return False


def subject(row: Row, before: int) -> tuple[int, int] | None:
    """The subject of the sentence's main clause: the phrase from its start to its first verb."""
    start = 0
    while start < before and row[start].lower in {"but", "and", "so", "yet", "however", ","}:
        start += 1
    for k in range(start, min(before, start + REACH)):
        if row[k].text == "," and k + 1 < before and row[start].lower in (
            PREPOSITIONS | LINKS | {"however", "meanwhile", "according"}
        ):  # fmt: skip
            start = k + 1
        elif row[k].text == "," or row[k].is_quote or (k > start and _verbal(row, k)):
            return (start, k) if is_phrase(row, start, k) else None
    return None


def _verbal(row: Row, k: int) -> bool:
    return is_finite(row, k) or is_adverb(row[k])


def is_phrase(row: Row, start: int, end: int) -> bool:
    """Could these items name a speaker: a name, a pronoun, a role, a phrase with "the" or "a"?"""
    if start >= end:
        return False
    first = row[start]
    if first.text == "WHO":
        return True
    if all(is_adverb(row[k]) for k in range(start, end)):
        return False
    if all(row[k].lower in DETERMINERS for k in range(start, end)) and first.lower not in _ALONE:
        return False
    if first.lower in {"me", "him", "us", "them", "there", "to", "not", "it's", "as", "of"}:
        return False
    if end - start == 1 and first.lower in {"he", "she", "they", "it", "we", "i", "you", "who"}:
        return True
    if end - start == 1 and first.lower in {"this", "that", "what", "these", "those", "which"}:
        return first.lower in {"this", "these"}
    if first.lower in PREPOSITIONS or first.lower in AUXILIARIES:
        return False
    if any(is_name_word(row[k]) for k in range(start, end)) or first.lower in DETERMINERS:
        return True
    if first.text[0].isdigit():
        return any(row[k].lower in ROLES for k in range(start, end))
    nouns = {bare(row[k].lower) for k in range(start, end)}
    return bool(nouns & (ROLES | DOCUMENTS)) or row[end - 1].lower.endswith("s")
