"""A list of private names that holds no names: salted hashes only."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from mediakit.wording.text import Sentence, Token

__all__ = ["hash_name", "private_names"]

LONGEST = 4  # words in a name


def hash_name(name: str, salt: str) -> str:
    """The line that stands for a private name in a case's list.

    Case, accents and spacing do not matter. A hash keeps a name out of sight, not out of
    reach: somebody who already has a list of names can test each of them.

    Parameters
    ----------
    name : str
        One to four words, as the name is written in full, or a family name alone.
    salt : str
        A word of the case's own, without ``$``; the same for its whole list.

    Returns
    -------
    str
        ``salt$`` and 32 hexadecimal digits.

    Raises
    ------
    ValueError
        When the name or the salt is empty, the name is longer than four words, or the salt
        holds ``$``.

    Examples
    --------
    >>> hash_name("Wenna Harrock", "larkhaven") == hash_name("WENNA  harrock", "larkhaven")
    True
    """
    key = _key(name)
    if not key or len(key.split()) > LONGEST:
        raise ValueError(f"the name has {len(key.split())} words; give one to {LONGEST}")
    if not salt or "$" in salt:
        raise ValueError(f"the salt is {salt!r}; give a word without a dollar sign")
    digest = hashlib.sha256(f"{salt}\0{key}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{salt}${digest[:32]}"


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’s", "").replace("'s", ""))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(kept.replace("-", " ").split())


def private_names(sentence: Sentence, hashes: Iterable[str]) -> Iterator[tuple[Token, Token]]:
    """First and last token of every name on the list."""
    listed = frozenset(hashes)
    salts = sorted({h.partition("$")[0] for h in listed})
    words = [t for t in sentence.tokens if t.is_word]
    for i, first in enumerate(words):
        for j in range(i, min(i + LONGEST, len(words))) if first.is_name else ():
            name = " ".join(t.word for t in words[i : j + 1])
            key = _key(name)
            if (
                key
                and len(key.split()) <= LONGEST
                and any(hash_name(name, salt) in listed for salt in salts)
            ):
                yield first, words[j]
