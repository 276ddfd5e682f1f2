"""The lint for unverified allegations: what in a text accuses, loads or blurs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mediakit.wording import lexicon as lex
from mediakit.wording.accuse import accusations, somebody
from mediakit.wording.names import private_names
from mediakit.wording.sources import View
from mediakit.wording.text import Sentence, Token, sentences

__all__ = ["KINDS", "Flag", "WordingReport", "lint_wording"]

KINDS = {
    "unattributed accusation": (
        "it says in the author's own voice that somebody did wrong, and nobody "
        "named answers for it",
        'write who says it, how they know, and where it stands: "X says that Y told her …; '
        'nobody has verified this", or name the body, the date and the document',
    ),
    "accusation as a question": (
        "a question plants the accusation, and readers keep it when they have forgotten the "
        "question mark",
        'ask what is known: "What has been established about …?", "Who says so, and how do '
        'they know?"',
    ),
    "loaded word": (
        "it tells the reader what to feel and adds no fact",
        "write what happened, or quote the word and say whose it is",
    ),
    "bare alleged": (
        "it passes an accusation on and hides who makes it",
        'name who says it and how they know: "X says that …", "prosecutors charged …"',
    ),
    "word to avoid": (
        "it takes a side on whether the thing is true",
        "",
    ),
    "private name": (
        "this name is on the list of people whom the case keeps private",
        "leave the name out; the argument does not need it",
    ),
    "likelihood with confidence": (
        "a likelihood and a confidence in one clause are read as one thing",
        "use two sentences: the likelihood with its range, then the confidence with its reasons",
    ),
    "likelihood without a range": (
        "readers put very different numbers on this word",
        'add the range in brackets, for instance "likely (55–80 %)"',
    ),
}
ADVICE = frozenset({"likelihood without a range"})


@dataclass(frozen=True, order=True)
class Flag:
    """One remark: where (offsets into the text), what kind, why, and what to write instead."""

    start: int
    end: int
    kind: str
    words: str
    why: str = field(repr=False)
    instead: str = field(repr=False)

    def __str__(self) -> str:
        return f'{self.kind}, {self.start}–{self.end}: "{self.words}"'


@dataclass(frozen=True)
class WordingReport:
    """What the lint found. ``flags`` need a change; ``advice`` is for you to weigh.

    The report has the length of its flags, so ``if report:`` means that something is flagged.
    """

    flags: tuple[Flag, ...]
    advice: tuple[Flag, ...] = ()
    sentences: int = 0

    @property
    def clean(self) -> bool:
        """True when nothing is flagged; advice does not count."""
        return not self.flags

    def __len__(self) -> int:
        return len(self.flags)

    def __iter__(self) -> Iterator[Flag]:
        return iter(self.flags)

    def __repr__(self) -> str:
        read = f"{self.sentences} sentence{'' if self.sentences == 1 else 's'} read"
        count = f"{len(self)} flagged" if self.flags else "Nothing flagged"
        head = f"{count} ({read}){':' if self.flags else '.'}"
        lines = [head, *(f"- {flag}" for flag in self.flags[:8])]
        if len(self) > 8:
            lines.append(f"- and {len(self) - 8} more; .why() lists them all")
        lines += [f"- advice: {flag}" for flag in self.advice[:3]]
        return "\n".join(lines)

    __str__ = __repr__

    def why(self) -> str:
        """Every remark with its reason and what to write instead."""
        if not self.flags and not self.advice:
            return "Nothing flagged. The lint reads wording, not truth: a clean text can be wrong."
        return "\n".join(
            f'"{f.words}" ({f.kind}): {f.why}. Instead: {f.instead}.'
            for f in (*self.flags, *self.advice)
        )


def lint_wording(text: str, names: Iterable[str] = ()) -> WordingReport:
    """Flag wording that is unfair or unclear about an allegation nobody has verified.

    It knows word lists and sentence patterns, not the facts: a clean text can be false, a
    flagged one true, and accusations in unusual words, irony or pictures go unseen. Words in
    attributed quotations are not the author's; code in Markdown is skipped.

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
    bare = list(_alleged(v))
    for i, j in bare:
        yield _flag(text, "bare alleged", v.t[i], v.t[j])
    yield from _accusing(text, v, bool(bare))
    for place, instead in _avoided(v):
        yield _flag(text, "word to avoid", v.t[place[0]], v.t[place[1]], f'write "{instead}"')
    for i in _loaded(v):
        yield _flag(text, "loaded word", v.t[i], v.t[i])
    for i, j in _mixed(v):
        yield _flag(text, "likelihood with confidence", v.t[i], v.t[j])
    for i in _rangeless(v):
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
        if v.covered(a.first, a.slipped) or (bare and a.slipped is None):
            continue
        kind = "accusation as a question" if asks else "unattributed accusation"
        yield _flag(text, kind, v.t[a.first], v.t[a.last])


def _alleged(v: View) -> Iterator[tuple[int, int]]:
    if v.named:
        return
    for i in range(len(v.t)):
        if not v.seen(i) or v.negated(i):
            continue
        before = v.low[v.back(i - 1)] if i else ""
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if _is_bare(v, i, before, after):
            yield i, i
        elif _is_bare_passive(v, i, before, after) or _is_hearsay(v, i):
            yield i, i + 1


def _is_bare(v: View, i: int, before: str, after: str) -> bool:
    low = v.low[i]
    if low in ("rumours", "rumors", "rumour", "rumor", "gossip"):
        return after in ("that", "of")
    if low in lex.ALLEGED_ADJECTIVES:
        return _is_adjective(v, i, before, after)
    return low in lex.ALLEGED_ADVERBS or (low in lex.SEEMING and somebody(v))


def _is_hearsay(v: View, i: int) -> bool:
    """ "They say that the governor ...", "Rumour has it ...", "According to rumours ...": talk."""
    after = v.low[i + 1] if i + 1 < len(v.low) else ""
    talk = (v.low[i] in lex.HEARSAY and i < 4 and after in ("say", "has", "believe", "think")) or (
        v.low[i] == "to" and v.low[max(0, i - 1)] == "according" and after in lex.WEASEL
    )
    if v.low[i] in ("they", "people", "word", "talk") and after == "has":
        return False
    return talk and somebody(v, i + 2, i + 8)


def _is_adjective(v: View, i: int, before: str, after: str) -> bool:
    if after in ("to", "that", "") or before in lex.BE:
        return False
    if v.low[i] == "suspected":
        return before in ("the", "a", "two", "three", "") and _accusing_after(v, i)
    return before in lex.DETERMINERS or before.endswith("'s") or before == "" or before == ","


def _is_bare_passive(v: View, i: int, before: str, after: str) -> bool:
    low = v.low[i]
    if low not in lex.ALLEGED_PASSIVES:
        return False
    if low == "accused":
        return after == "of"
    if before not in lex.BE:
        return False
    if low in ("alleged", "suspected", "rumoured", "rumored", "reputed"):
        return after in ("to", "of", "that")
    return after == "to" and _accusing_after(v, i)


def _accusing_after(v: View, i: int) -> bool:
    return any(
        low in lex.GRAVE
        or low in lex.LABEL_NOUNS
        or low == "banned"
        or ((verb := lex.VERBS.get(low)) is not None and verb.kind != "object")
        for low in v.low[i + 1 : i + 12]
    )


def _avoided(v: View) -> Iterator[tuple[tuple[int, int], str]]:
    for i, t in enumerate(v.t):
        if t.quoted:
            continue
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if t.low in ("conspiracy", "conspiratorial") and after.startswith("theor"):
            yield (i, i + 1), "an account that nobody has verified"
        elif t.low == "fake" and after == "news":
            yield (i, i + 1), "false report, and say what is false in it"
        elif t.low in lex.AVOID and _is_avoided(v, i, after):
            yield (i, i), lex.AVOID[t.low]


def _is_avoided(v: View, i: int, after: str) -> bool:
    low = v.low[i]
    p = v.back(i - 1)
    before = v.low[p] if p >= 0 else ""
    if low.startswith("claim"):
        return _is_claim_verb(v, i, p, before, after)
    if low.startswith("admit"):
        return (
            not (
                after == "to"
                and i + 2 < len(v.low)
                and v.low[i + 2]
                in ("hospital", "the", "evidence", "university", "intensive", "membership")
                and before in lex.BE
            )
            and before not in lex.BE
            and not (set(v.low) & lex.COURT)
        )
    if low.startswith("expos"):
        return (
            after not in ("to", "wiring", "wires", "cables", "brick", "metal")
            and (before not in lex.DETERMINERS or before in ("and", "that", "to"))
            and not (before in lex.BE and after in ("", ".", "for", "on"))
        )
    return True


def _is_claim_verb(v: View, i: int, p: int, before: str, after: str) -> bool:
    low = v.low[i]
    if after in (
        "responsibility",
        "asylum",
        "benefits",
        "damages",
        "compensation",
        "expenses",
        "insurance",
        "lives",
        "victims",
        "credit",
        "victory",
        "costs",
        "refugee",
        "back",
    ):
        return False
    if i + 2 < len(v.low) and v.low[i + 2] in ("lives", "victims"):
        return False
    if low in ("claimed", "claiming"):
        return before not in ("the", "a", "an", "of")
    subject = (
        p >= 0
        and before not in lex.DETERMINERS
        and (
            v.t[p].is_name
            or before in ("he", "she", "they", "who", "i", "we", "to", "not", "did")
            or before in lex.ROLES
            or before in lex.WEASEL
        )
    )
    verb_ahead = after in (
        "that",
        "to",
        "he",
        "she",
        "they",
        "the",
        "it",
        "his",
        "her",
        "a",
        "there",
    )
    if low == "claim" and before in ("to", "not", "did"):
        return after in ("that", "to", "he", "she", "they")
    return subject and verb_ahead


def _loaded(v: View) -> Iterator[int]:
    for i, t in enumerate(v.t):
        if t.quoted and (v.covers_quotes or v.t[i].low not in lex.LOADED):
            continue
        low = t.low.removesuffix("'s")
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if _is_proper(v, i):
            continue
        fits = low in lex.LOADED and after not in lex.LOADED_LITERAL.get(low, ())
        if fits or (low in lex.REGIME and (t.low.endswith("'s") or (i and v.t[i - 1].is_name))):
            yield i


def _is_proper(v: View, i: int) -> bool:
    """Is a capital in running text the sign of a name (Dan Savage), not of a headline?"""
    t = v.t[i]
    return i > 0 and t.is_name and not t.word.isupper() and not v.titled and v.t[i - 1].is_word


def _mixed(v: View) -> Iterator[tuple[int, int]]:
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


def _rangeless(v: View) -> Iterator[int]:
    if v.named or v.sentence.question:
        return
    for i, t in enumerate(v.t):
        if t.quoted or t.low not in ("likely", "unlikely", "probable", "probably", "improbable"):
            continue
        if i and v.low[i - 1] in ("more", "less", "most", "as", "how", "equally"):
            continue
        if "%" not in v.low[i : i + 10]:
            yield i
