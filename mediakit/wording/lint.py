"""The lint for unverified allegations: what in a text accuses, loads or blurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediakit.wording.accuse import accusations
from mediakit.wording.chances import mixed, rangeless
from mediakit.wording.hearsay import alleged
from mediakit.wording.names import private_names
from mediakit.wording.report import ADVICE, KINDS, Flag, WordingReport
from mediakit.wording.sources import View
from mediakit.wording.terms import avoided, loaded
from mediakit.wording.text import Sentence, Token, sentences

__all__ = ["KINDS", "Flag", "WordingReport", "lint_wording"]


def lint_wording(text: str, names: Iterable[str] = ()) -> WordingReport:
    """Flag wording that is unfair or unclear about an allegation nobody has verified.

    It knows word lists and sentence patterns, not the facts: a clean text can be false, a
    flagged one true. Of unfair sentences it had never met it found about four in five; irony,
    hints and unusual words go unseen. Words in attributed quotations are not the author's; code
    in Markdown is skipped.

    Parameters
    ----------
    text : str
        Plain text or Markdown, of any length. Time grows in step with the length.
    names : iterable of str
        A case's private list, each entry from `hash_name`. Empty: no name is looked for.

    Returns
    -------
    WordingReport
        ``flags`` in the order of the text, with offsets; ``advice`` apart from them; ``clean``.
        A sentence that the lint cannot judge gets no flag.

    Raises
    ------
    TypeError
        When the text is not a string.

    Examples
    --------
    >>> lint_wording("Mayor Tolland bribed the judge.")
    1 flagged (1 sentence read):
    - unattributed accusation, 14–20: "bribed"
    >>> lint_wording("Ilse Morrow says that Mayor Tolland bribed the judge.").clean
    True

    References
    ----------
    The kinds follow the course's own rules on sensitive content. That a question plants an
    accusation: Wegner, Wenzlaff, Kerker and Beattie (1981), Incrimination through innuendo,
    Journal of Personality and Social Psychology (general knowledge, not checked).
    """
    if not isinstance(text, str):
        raise TypeError(f"lint_wording was given {type(text).__name__}; give the text as a string")
    listed = tuple(names)
    found: list[Flag] = []
    read = list(sentences(text))
    for k, sentence in enumerate(read):
        near = any(
            0 <= n < len(read) and read[n].block == sentence.block and _speaks(read[n])
            for n in (k - 1, k + 1)
        )
        found += _remarks(text, sentence, near, listed)
    found = sorted(set(found))
    return WordingReport(
        tuple(f for f in found if f.kind not in ADVICE),
        tuple(f for f in found if f.kind in ADVICE),
        len(read),
    )


def _speaks(sentence: Sentence) -> bool:
    return any(t.low in ("said", "says", "wrote", "told") and not t.quoted for t in sentence.tokens)


def _remarks(text: str, sentence: Sentence, near: bool, listed: tuple[str, ...]) -> Iterator[Flag]:
    v = View(sentence, near)
    if listed:
        for first, last in private_names(sentence, listed):
            yield _flag(text, "private name", first, last)
    bare = list(alleged(v))
    for i, j in bare:
        yield _flag(text, "bare alleged", v.t[i], v.t[j])
    yield from _accusing(text, v, bool(bare))
    for place, instead in avoided(v):
        yield _flag(text, "word to avoid", v.t[place[0]], v.t[place[1]], f'write "{instead}"')
    for i in loaded(v):
        yield _flag(text, "loaded word", v.t[i], v.t[i])
    for i, j in mixed(v):
        yield _flag(text, "likelihood with confidence", v.t[i], v.t[j])
    for i in rangeless(v):
        yield _flag(text, "likelihood without a range", v.t[i], v.t[i])


def _flag(text: str, kind: str, first: Token, last: Token, instead: str = "") -> Flag:
    why, usual = KINDS[kind]
    start, end = first.start, last.end
    return Flag(start, end, kind, text[start:end], why, instead or usual)


def _accusing(text: str, v: View, bare: bool) -> Iterator[Flag]:
    asks = v.sentence.question
    if asks and v.asks_for_evidence():
        return
    for a in accusations(v):
        if v.covered(a.first, a.slipped) or v.doubted(a.first, a.last):
            continue
        if bare and a.slipped is None:
            continue
        weak = v.hearsay(a.first) if a.slipped is None else None
        if weak is not None:
            yield _flag(text, "bare alleged", v.t[weak], v.t[a.last])
        kind = "accusation as a question" if asks else "unattributed accusation"
        yield _flag(text, kind, v.t[a.first], v.t[a.last])
