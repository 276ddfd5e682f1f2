"""Words of likelihood: next to a confidence, or without their range."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.sources import View

__all__ = ["mixed", "rangeless"]


def mixed(v: View) -> Iterator[tuple[int, int]]:
    start = 0
    for k in range(len(v.t) + 1):
        ends = (
            k == len(v.t)
            or _parts(v, k)
            or (
                v.low[k] in (",", ".")
                and k + 1 < len(v.t)
                and v.low[k + 1] in ("but", "while", "though", "although")
            )
        )
        if not ends:
            continue
        sure = [n for n in range(start, k) if _is_confidence(v, n)]
        likely = [n for n in range(start, k) if _is_likelihood(v, n)]
        if sure and likely:
            yield min(sure[0], likely[0]), max(sure[0], likely[0])
        start = k + 1


def _parts(v: View, k: int) -> bool:
    """Does the mark at ``k`` end a clause? A dash between figures does not."""
    if v.low[k] in ("—", "–"):
        return k > 0 and v.t[k - 1].end < v.t[k].start
    return v.low[k] in (";", ":")


def _is_confidence(v: View, n: int) -> bool:
    return not v.t[n].quoted and (v.low[n] in ("confidence", "confident", "confidently"))


def _is_likelihood(v: View, n: int) -> bool:
    low = v.low[n]
    if v.t[n].quoted or low not in lex.LIKELY_WORDS or low in ("likelihood", "probability"):
        return False
    if low in ("certain", "certainly"):
        return n > 0 and v.low[n - 1] in ("almost", "nearly")
    return low not in ("chance", "odds", "remote") or (n > 0 and v.low[n - 1] in ("no", "even"))


def rangeless(v: View) -> Iterator[int]:
    if v.named or v.sentence.question:
        return
    for i, t in enumerate(v.t):
        if t.quoted or t.low not in ("likely", "unlikely", "probable", "probably", "improbable"):
            continue
        if i and v.low[i - 1] in ("more", "less", "most", "as", "how", "equally"):
            continue
        if "%" not in v.low[i : i + 10]:
            yield i
