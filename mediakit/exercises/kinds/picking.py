"""Choices as people write them: by key or by text, one or several, in a list or a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from mediakit.exercises.kinds.base import Unread
from mediakit.records import plural_of

__all__ = ["fold", "pick", "pick_all", "split_ids"]


def fold(text: str) -> str:
    """Text for comparing: no case, no outer signs, one kind of joint, one width of letter.

    >>> fold(" Ostrel_Post. "), fold("can’t tell")
    ('ostrel-post', 'cannot-tell')
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"\bcan['’]t\b", "cannot", text)
    return re.sub(r"[\s_‐-―−-]+", "-", text.strip(_OUTER)).strip("-")


_OUTER = " \t\n.,;:!?()[]{}<>*`/\"'“”„‘’‚«»‹›"
_OPENING = re.compile(
    r"^(?:(?:i (?:think|say|choose|guess)|it is|it's|its|the|a|an|my|answer)[ :=]+)+(?=\S)", re.I
)


def pick(noun: str, value: Any, choices: Mapping[str, str]) -> str | Unread:
    """The choice that a value names, by its key or by its text; else why not."""
    if isinstance(value, (tuple, frozenset)) and len(value) == 1:
        value = next(iter(value))
    if not isinstance(value, str):
        return Unread(f"{_one(value)} is no {noun}; {_choices(noun, choices)}")
    found = _exact(noun, value, choices) or _headed(noun, value, choices)
    if found:
        return found
    by_name, by_text = _folded(choices)
    close = get_close_matches(fold(value[:60]), [*by_name, *by_text], n=1)
    key = (by_name.get(close[0]) or by_text[close[0]]) if close else ""
    guess = f"did you mean {key!r}? " if key else ""
    return Unread(f"{_one(value)} is no {noun} here; {guess}{_choices(noun, choices)}")


def _folded(choices: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    by_text = {fold(text): key for key, text in choices.items() if text}
    return {fold(key): key for key in choices}, by_text


def _exact(noun: str, value: str, choices: Mapping[str, str]) -> str:
    """The choice whose key or text this is, with "option", "the" or "I think" before it."""
    by_name, by_text = _folded(choices)
    plain = value[:500].strip(_OUTER)
    for said in (plain, _opened(plain, by_name)):
        wanted = re.sub(rf"^(?:option|answer|{noun})[-:(]+(?=.)", "", fold(said))
        for text in (fold(said), wanted):
            if text in by_name or text in by_text:
                return by_name.get(text) or by_text[text]
    return ""


def _opened(text: str, by_name: Mapping[str, str]) -> str:
    """The text without "the" or "I think" before it, unless a choice is called so ("A")."""
    found = _OPENING.match(text)
    if not found or any(fold(word) in by_name for word in found[0].split()):
        return text
    return text[found.end() :]


def _headed(noun: str, value: str, choices: Mapping[str, str]) -> str:
    """The choice in front of its own text or of a reason: "B: Ostrel Post", "B because …".

    Nothing, where a second choice is named behind it: "A) or B)" is no answer yet.
    """
    plain = _opened(value[:500].strip(_OUTER), _folded(choices)[0])
    head, joint, rest = _split_head(plain)
    key = _exact(noun, head, choices) if joint else ""
    text = fold(choices.get(key, ""))
    if not key or (text and fold(rest) == text):
        return key
    others = [re.escape(other) for other in choices if other != key]
    return "" if re.search(rf"(?<!\w)(?:{'|'.join(others)})(?!\w)", rest) else key


def _split_head(text: str) -> tuple[str, str, str]:
    found = re.search(r"[:.)=,]+| [-–—] | because ", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def pick_all(noun: str, value: Any, choices: Mapping[str, str]) -> list[str] | Unread:
    """All choices that a list, a set or a text names: ``"c2, c5"``, ``"c2 c5"``, ``"1. c2 2. c5"``.

    A choice named twice stands there twice.
    """
    if isinstance(value, str):
        return _pick_text(noun, value, choices)
    chosen: list[str] = []
    for part in split_ids(value):
        if not isinstance(part, (str, tuple, frozenset)):
            return Unread(f"{_one(part)} is no {noun}; {_choices(noun, choices)}")
        found = pick_all(noun, part, choices)
        if isinstance(found, Unread):
            return found
        chosen += found
    return chosen


def _pick_text(noun: str, value: str, choices: Mapping[str, str]) -> list[str] | Unread:
    if whole := _exact(noun, value, choices):
        return [whole]
    parts = split_ids(_without_places(value))
    chosen: list[str] = []
    while parts:
        taken = _longest(noun, parts, ", ", choices)
        if taken:
            chosen.append(taken[1])
            parts = parts[taken[0] :]
            continue
        found = _in_words(noun, parts[0], choices)
        if isinstance(found, Unread):
            return found
        chosen, parts = chosen + found, parts[1:]
    return chosen


def _in_words(noun: str, part: str, choices: Mapping[str, str]) -> list[str] | Unread:
    """Choices with nothing but a space between them."""
    words = tuple(part.split())
    chosen = []
    while words:
        taken = _longest(noun, words, " ", choices)
        if not taken:
            found = pick(noun, part, choices)
            return found if isinstance(found, Unread) else [found]
        chosen.append(taken[1])
        words = words[taken[0] :]
    return chosen


def _longest(
    noun: str, parts: tuple[str, ...], joint: str, choices: Mapping[str, str]
) -> tuple[int, str] | None:
    """How many parts from the first make one choice, and which; the most there can be."""
    for many in range(min(len(parts), MAX_JOINED), 0, -1):
        if found := _exact(noun, joint.join(parts[:many]), choices):
            return many, found
    return None


MAX_JOINED = 8
_PLACES = re.compile(r"(?:^|\s|,)\(?(\d{1,2})[.):]?\s+(?=\S)")


def _without_places(text: str) -> str:
    """The text without 1., 2., 3. before its parts, where they count up from one."""
    text = text[:2_000]
    places = [int(n) for n in _PLACES.findall(text)]
    if len(places) < 2 or places != list(range(1, len(places) + 1)):
        return text
    return _PLACES.sub(", ", text)


def _choices(noun: str, choices: Iterable[str]) -> str:
    return f"the {_plural(noun)} are {', '.join(choices)}"


def _plural(noun: str) -> str:
    return "categories" if noun == "category" else plural_of(noun)


def _one(value: Any) -> str:
    from mediakit.answers import show

    return show(value, 40)


_SEPARATOR = re.compile(
    r"(?:\s*(?:[,;>|&+\n•→]|->|=>|\s/\s|\s[-–—]\s|\b(?:and|then|plus|as well as)\b)\s*)+"
)
_LEADING = re.compile(r"^(?:both|first|finally|last|lastly|[-–—])\s+", re.I)


def split_ids(value: Any) -> tuple[Any, ...]:
    """The parts of a list, a set, or a text like ``"c2, c5 and c7"``; open parts left out."""
    if isinstance(value, str):
        text = re.sub(r"[^\S\n]+", " ", value[:2_000].strip("[](){} \n"))
        parts: Iterable[Any] = (_LEADING.sub("", p.strip()) for p in _SEPARATOR.split(text))
    elif isinstance(value, frozenset):
        parts = sorted(value, key=repr)
    else:
        parts = value if isinstance(value, tuple) else (value,)
    return tuple(p for p in parts if p is not ... and p != "")
