"""Who says it: the reporting words of a sentence, and what they cover."""

from __future__ import annotations

from typing import NamedTuple

from mediakit.wording import lexicon as lex
from mediakit.wording.text import Sentence, Token

__all__ = ["Cue", "View"]

NOUN_OR_VERB = lex.words(
    "report reports claim claims notes names lists records estimates shows states charged blame "
    "judge finds rules asks held records accounts complaints"
)
NO_NEGATION = lex.words("only coincidence accident doubt doubts denies disputes wonder")
NOUN_NEXT = lex.words("and or of , ; to for from were was are is with in about into over")
TELLS_OF = lex.words("that of about in says goes whether rests for")
STORY_NOUNS = lex.words(
    "claim claims account accounts version statement story theory tale report reports idea notion "
    "suggestion denial evidence allegation allegations accusation accusations question example "
    "belief"
)
SPLIT = frozenset(";")
EVIDENCE = lex.words("evidence document documents proof source sources says said")


class Cue(NamedTuple):
    """A reporting word: where it stands, whether it names anybody, whether what it covers
    stands before it (", the court heard").
    """

    at: int
    named: bool
    trailing: bool


class View:
    """A sentence with its reporting words found once."""

    def __init__(self, sentence: Sentence, near_cue: bool = False) -> None:
        self.sentence = sentence
        self.t: list[Token] = sentence.tokens
        self.low = [t.low for t in self.t]
        self.cues = [c for k in range(len(self.t)) if (c := self._cue(k))]
        caps = sum(t.is_name for t in self.t if t.is_word)
        self.titled = 2 * caps > sum(t.is_word for t in self.t)
        self.named = any(c.named for c in self.cues)
        self.mention = any(not t.quoted and t.low in lex.MENTION for t in self.t) and any(
            t.quoted for t in self.t
        )
        self.covers_quotes = self.named or self.mention or near_cue
        self.framed = bool(lex.FRAMES & set(self.low))
        self.first_shelter = self._first_shelters()

    def seen(self, i: int) -> bool:
        """Is this word the author's own, not part of an attributed quotation?"""
        return not (self.t[i].quoted and self.covers_quotes)

    # -- finding reporting words

    def _cue(self, k: int) -> Cue | None:
        t = self.t[k]
        if t.quoted:
            return None
        if t.low == ":" and 0 < k < 6 and self.low[k - 1] in lex.SPEAKERS:
            return Cue(k, not any(low in lex.WEASEL for low in self.low[:k]), False)
        if t.low == "according" and self._at(k + 1) == "to":
            return Cue(k, self._names_somebody(k + 2), True)
        if t.low in ("citing", "quoting"):
            return Cue(k, self._names_somebody(k + 1), True)
        if t.low not in lex.REPORT_VERBS or t.low in lex.OWN_SHOWING:
            return None
        return self._verb_cue(k)

    def _verb_cue(self, k: int) -> Cue | None:
        p = self.back(k - 1)
        low = self.low[k]
        before = self._at(p)
        if before in lex.BE and before not in ("get", "gets", "got"):
            return self._passive_cue(k)
        if low in ("told", "tell", "tells", "telling") and self._is_order(k):
            return None
        if low == "telling" and self.sentence.question:
            return None
        if self._inverted(k, p):
            return Cue(k, self._names_somebody(k + 1), True)
        if p < 0 or before in lex.SELF:
            return None
        if low in NOUN_OR_VERB and (before in lex.DETERMINERS or before.endswith("'s")):
            return None
        if low in NOUN_OR_VERB and self._at(k + 1) in NOUN_NEXT:
            return None
        if low == "accused" and self._at(k + 1) in ("of", ",", "by"):
            return None
        if before in ("not", "never") and low in ("report", "say", "tell", "testify"):
            return None
        if before in lex.DETERMINERS and before not in ("that", "this", "one", "some", "many"):
            return None
        region = self._region(p)
        if not region:
            return None
        weak = region[0].low in lex.WEASEL or region[-1].low in lex.WEASEL
        if before == "they" and k > 4:  # stands for somebody named before
            weak = False
        if weak and low.startswith("t") and self._told_outlet(k):
            weak = False
        return Cue(k, not weak, self._after_comma(p))

    def _passive_cue(self, k: int) -> Cue | None:
        """ "It is believed that": reporting that names nobody; "was told by X" names X."""
        if self._at(k + 1) == "by":
            teller = any(
                t.is_name or t.low in lex.ROLES or t.low in lex.SPEAKERS or t.low in lex.KIN
                for t in self.t[k + 2 : k + 7]
            )
            return Cue(k, teller and self._names_somebody(k + 2), True)
        return Cue(k, False, False) if self._at(k + 1) == "that" else None

    def _is_order(self, k: int) -> bool:
        ahead = self.low[k + 1 : k + 5]
        return "to" in ahead and "that" not in ahead

    def _told_outlet(self, k: int) -> bool:
        return any(t.is_name for t in self.t[k + 1 : k + 4])

    def _inverted(self, k: int, p: int) -> bool:
        """ ", said Lund": the verb comes first, the speaker after it."""
        if k == 0 or (self.t[k - 1].is_word and not self.t[k - 1].quoted):
            return False
        if self.t[k - 1].low not in (",", "?", "—", "–", "!", ".") and not self.t[k - 1].quoted:
            return False
        if k + 1 >= len(self.t):
            return False
        nxt = self.t[k + 1]
        if nxt.low in ("he", "she", "they", "who"):
            return False
        return nxt.is_name or nxt.low in lex.ROLES or nxt.low in ("a", "an", "the", "one", "his")

    def _names_somebody(self, k: int) -> bool:
        for t in self.t[k : k + 4]:
            if t.low in lex.WEASEL:
                return False
            if t.is_word and t.low not in lex.DETERMINERS:
                return t.low not in lex.SELF
        return False

    def _region(self, p: int) -> list[Token]:
        """The words of the subject: back from ``p`` to the last stop, without articles."""
        out: list[Token] = []
        j = p
        while j >= 0 and p - j < 14:
            t = self.t[j]
            if t.low in (";", ":", ".") or t.quoted:
                break
            if t.is_word and (t.low not in lex.DETERMINERS or t.low in lex.WEASEL):
                out.append(t)
            j -= 1
        return out[::-1]

    def _after_comma(self, p: int) -> bool:
        """Do only a few words stand between a comma or dash and the reporting verb?"""
        for j in range(p, max(-1, p - 6), -1):
            if self.low[j] in (",", "—", "–", "-", ":"):
                between = self.low[j + 1 : p + 1]
                return bool(between) and between[0] not in (
                    "who",
                    "which",
                    "that",
                    "and",
                    "but",
                    "he",
                    "because",
                    "so",
                )
        return False

    def _at(self, k: int) -> str:
        return self.low[k] if 0 <= k < len(self.t) else ""

    def back(self, k: int) -> int:
        """The first place at or before ``k`` that is no adverb or form of have."""
        while k >= 0 and (self.low[k] in lex.ADVERBS or self.low[k].endswith("ly")):
            k -= 1
        return k

    # -- what is covered

    def _first_shelters(self) -> list[int]:
        """For every place, the last shelter word before it since the last semicolon, or -1."""
        out: list[int] = []
        last = -1
        for k, t in enumerate(self.t):
            out.append(last)
            if t.low in SPLIT:
                last = -1
            elif not t.quoted and self._is_shelter(k):
                last = k
        return out

    def _is_shelter(self, k: int) -> bool:
        low = self.low[k]
        if low in STORY_NOUNS:
            return self._at(k + 1) in TELLS_OF
        if low == "if" and (self.sentence.question or self._at(k - 1) == "as"):
            return False
        if low == "guilty":
            return any(
                w in ("found", "not", "pleaded", "pleads") for w in self.low[max(0, k - 2) : k]
            )
        return low in lex.SHELTER

    def covered(self, i: int, before: int | None = None) -> bool:
        """Does somebody named answer for the word at ``i``, or is it not asserted?

        ``before`` limits the search to words before that place (for a clause that the
        author slips in: ", who paid the gang,").
        """
        stop = i if before is None else before
        if self.first_shelter[stop] >= 0:
            return True
        start = max((k + 1 for k in range(stop) if self.low[k] in SPLIT), default=0)
        lead = [
            c for c in self.cues if start <= c.at < stop and not (c.trailing and self._closed(c))
        ]
        if lead and lead[0].named:
            return True
        if before is not None:
            return False
        return any(
            c.trailing and c.named and (c.at > i or self.low[c.at] == "according")
            for c in self.cues
        )

    def _closed(self, cue: Cue) -> bool:
        return False

    def doubted(self, first: int, last: int) -> bool:
        """Does a shelter word stand inside the words ("is under investigation for fraud")?"""
        return any(self._is_shelter(k) for k in range(first, last))

    def hearsay(self, i: int) -> int | None:
        """The reporting word before ``i`` that names nobody, if that is all there is."""
        weak = [c.at for c in self.cues if c.at < i and not c.named]
        weak += [
            k
            for k in range(1, i)
            if self.low[k] in lex.ALLEGED_PASSIVES
            and self.low[k + 1] == "to"
            and self.low[self.back(k - 1)] in lex.BE
        ]
        return weak[0] if weak else None

    def negated(self, i: int) -> bool:
        """Is there a "not", "no" or "never" shortly before, in the same clause?"""
        for k in range(i - 1, max(-1, i - 8), -1):
            low = self.low[k]
            if low in (",", ";", ":", "—", "–", "and"):
                return False
            if low in lex.NEGATION or low.endswith("n't"):
                return self._at(k + 1) not in NO_NEGATION
        return False

    def asks_for_evidence(self) -> bool:
        """A question about grounds or sources accuses nobody."""
        return any(low in EVIDENCE for low in self.low)
