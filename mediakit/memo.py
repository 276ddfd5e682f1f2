"""The source memo: nine sections that let somebody else check a judgement.

The case gives the claims and their standing, the learner gives the rest. A memo is written out
only when every section is there, because a gap that is not stated looks like knowledge.

References
----------
The sections follow what ICD 203, Analytic Standards (2015), asks of an assessment (sources,
uncertainty, alternatives, likelihood apart from confidence) and the source descriptors of ICD
206. The selection of nine is ours; the directives' texts were read in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mediakit.case import Case
from mediakit.memopage import memo_html, memo_markdown
from mediakit.records import Claim, Hypothesis
from mediakit.sources import SourceDescriptor

if TYPE_CHECKING:
    from mediakit.wording import Likelihood

__all__ = ["Memo", "Remark", "Section", "source_memo"]

# section -> (its heading, what belongs there)
SECTIONS = {
    "question": ("Question", "what the memo answers, as a question"),
    "claims": ("Claims", "the claims it weighs, each with its standing"),
    "sources": ("Sources", "who says it, each described with describe_source"),
    "independence": ("Independence", "how many origins there are, and how we know"),
    "likelihood": ("Likelihood", "a likelihood word with its range, or why none is given"),
    "confidence": ("Confidence", "how firm the grounds are, with reasons"),
    "alternatives": ("Alternatives", "other explanations, and what speaks for them"),
    "gaps": ("Gaps", "what is not known"),
    "would_change": ("What would change it", "what would move this judgement, if it came out"),
}
OPEN = (
    "open: no likelihood is given. Nobody has settled this claim, so no later fact could show a "
    "figure to be well or badly chosen."
)
NO_JUDGEMENT = ("cannot be judged", "not established")


@dataclass(frozen=True)
class Section:
    """One section: its paragraphs, or in ``missing`` what it still lacks."""

    key: str
    paragraphs: tuple[str, ...] = ()
    missing: str = ""

    @property
    def heading(self) -> str:
        """The heading a reader sees."""
        return SECTIONS[self.key][0]


@dataclass(frozen=True)
class Remark:
    """Something in the wording of a section to look at again."""

    section: str
    words: str
    why: str

    def __str__(self) -> str:
        return f'{self.section}, "{self.words}": {self.why}'


@dataclass(frozen=True, repr=False)
class Memo:
    """A source memo, whole or with gaps. It judges nothing: the judgement is the writer's."""

    case: Case
    claims: tuple[Claim, ...]
    sections: tuple[Section, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the sections that are not there yet."""
        return tuple(s.key for s in self.sections if s.missing)

    @property
    def complete(self) -> bool:
        """True when every section is there."""
        return not self.missing

    def __repr__(self) -> str:
        there = [s.key for s in self.sections if not s.missing]
        lines = [
            f"Source memo on {self.case.id!r}: {len(there)} of {len(self.sections)} sections.",
            f"  there: {', '.join(there) or 'none yet'}",
        ]
        lines += [f"  missing: {s.key} ({s.missing})" for s in self.sections if s.missing]
        lines += [f"  wording: {remark}" for remark in self.remarks]
        return "\n".join(lines)

    def why(self) -> str:
        """The claims the memo is about, and the reports that make them."""
        return "\n".join(
            f"{c.id}: {', '.join(r.id for r in c.reports) or 'no report yet'}." for c in self.claims
        )

    def markdown(self) -> str:
        """The memo as Markdown; what the writer wrote stands there as plain words.

        Raises
        ------
        ValueError
            While a section is missing; the message names each of them.
        """
        self._refuse_gaps()
        return memo_markdown(self)

    def html(self) -> str:
        """The memo as one web page that needs no other file, to read, to print, light or dark.

        Raises
        ------
        ValueError
            While a section is missing; the message names each of them.
        """
        self._refuse_gaps()
        return memo_html(self)

    def _refuse_gaps(self) -> None:
        if self.missing:
            gaps = "; ".join(f"{s.key} ({s.missing})" for s in self.sections if s.missing)
            raise ValueError(
                f"the memo is not written out while a section is missing: {gaps}. "
                "Give what is missing to source_memo, and ask again."
            )


def source_memo(
    case: Case,
    claims: str | Claim | Iterable[str | Claim],
    *,
    question: str = "",
    sources: SourceDescriptor | Iterable[SourceDescriptor] = (),
    independence: object = "",
    likelihood: object = None,
    confidence: object = None,
    alternatives: object = "",
    gaps: object = "",
    would_change: object = "",
    private_names: Iterable[str] = (),
) -> Memo:
    """Put a source memo together from a case and your own words.

    It checks that every section is there and how it is worded, not whether the judgement is
    right. "Not known" is a full answer in any section; an empty one is a gap.

    Parameters
    ----------
    case : Case
        The case, or the case as of a day: then the memo says so.
    claims : str, Claim, or several
        The claims it weighs: their ids, or the claims. They bring their standing with them.
    question : str
        What the memo answers. Left out: the question of the claims, where the case has one.
    sources : SourceDescriptor, or several
        From ``describe_source``; each with all five fields.
    independence : str, Corroboration, or several
        Your words, or what ``corroborate(claim)`` found.
    likelihood : str, Likelihood, or dict of claim id -> one of these
        A word, a number from 0 to 1 or a range, read by ``mk.likelihood``; "cannot be judged"
        is an answer. On an open claim none is given: leave it out, or say why in your words.
    confidence : Confidence
        From ``confidence(level, reasons)``: apart from the likelihood, and never a number.
    alternatives, gaps, would_change : str, or several
        Your words; explanations of the case may be given by their ids.
    private_names : iterable of str
        Hashes from ``hash_name``: names that the memo must not hold.

    Returns
    -------
    Memo
        Its repr shows what is there and what is missing. ``.markdown()`` and ``.html()``
        write it out when nothing is missing, with the remarks on its wording at the end.

    Raises
    ------
    LookupError
        When a claim is not in the case; the message lists those there are.
    TypeError
        When a section is given something it cannot hold.
    ValueError
        When an open claim is given a likelihood, or one likelihood is meant for several claims.

    Examples
    --------
    >>> import mediakit as mk
    >>> case = mk.load_case("larkhaven")
    >>> claim = case.claims["who-ordered"]
    >>> source_memo(case, claim, independence=mk.corroborate(claim), gaps="Who the colleague is.")
    Source memo on 'larkhaven': 5 of 9 sections.
      there: question, claims, independence, likelihood, gaps
      missing: sources (who says it, each described with describe_source)
      missing: confidence (how firm the grounds are, with reasons)
      missing: alternatives (other explanations, and what speaks for them)
      missing: would_change (what would move this judgement, if it came out)

    References
    ----------
    Office of the Director of National Intelligence (2015), Intelligence Community Directives
    203 and 206.
    """
    weighed = tuple(_claims(case, claims))
    told = {
        "question": _words("question", question) or _questions(case, weighed),
        "claims": tuple(
            f"{_number(weighed, place)}{_claim_line(claim)}" for place, claim in enumerate(weighed)
        ),
        "sources": tuple(_sources(sources)),
        "independence": _words("independence", independence),
        "likelihood": tuple(_likelihoods(weighed, likelihood)),
        "confidence": _confidence(confidence),
        "alternatives": _words("alternatives", alternatives, case),
        "gaps": _words("gaps", gaps),
        "would_change": _words("would_change", would_change),
    }
    sections = tuple(Section(key, told[key], _lacking(key, told[key], sources)) for key in SECTIONS)
    settled = not any(claim.open for claim in weighed)
    remarks = tuple(_remarks(sections, settled, tuple(private_names)))
    return Memo(case, weighed, sections, remarks)


# --- what the case gives ----------------------------------------------------------------------


def _claims(case: Case, claims: object) -> Iterator[Claim]:
    several = [claims] if isinstance(claims, (str, Claim)) else claims
    if not isinstance(several, Iterable):
        raise TypeError(f"claims are ids of the case or claims, and {claims!r} is neither")
    for claim in several:
        # Taken from the case by its id, so that a time cut of the case holds for the claim too.
        yield case.claims[claim.id if isinstance(claim, Claim) else str(claim)]


def _number(claims: Sequence[Claim], place: int) -> str:
    return f"Claim {place + 1}: " if len(claims) > 1 else ""


def _claim_line(claim: Claim) -> str:
    if claim.status is None:
        return f"{claim.text} (no status yet)"
    note = f": {claim.status.note.rstrip('.')}" if claim.status.note else ""
    return f"{claim.text} ({claim.status.standing.words}, {claim.status.public}{note})"


def _questions(case: Case, claims: Sequence[Claim]) -> tuple[str, ...]:
    asked = dict.fromkeys(c.question for c in claims if c.question in case.questions)
    return tuple(case.questions[q].text for q in asked)


# --- what the writer gives ----------------------------------------------------------------------


def _blank(given: object) -> bool:
    """Not given yet: nothing, three dots, or an empty text."""
    return given is None or given is ... or given == ""


def _words(key: str, given: object, case: Case | None = None) -> tuple[str, ...]:
    """A section in the writer's words; a finding speaks for itself."""
    if _blank(given):
        return ()
    if isinstance(given, str):
        if case is not None and given in case.hypotheses:
            return (_explanation(case.hypotheses[given]),)
        parts = re.split(r"\n\s*\n", given)
        return tuple(" ".join(part.split()) for part in parts if part.strip())
    if isinstance(given, Hypothesis):
        return (_explanation(given),)
    if hasattr(given, "why"):  # a finding: its result, then what it rests on
        told = (" ".join(words.split()) for words in (repr(given), given.why()))
        return tuple(words for words in told if words)
    if isinstance(given, Iterable) and not isinstance(given, (bytes, Mapping)):
        return tuple(line for one in given for line in _words(key, one, case))
    raise TypeError(f"{key} is text, or a list of texts, and {given!r} is neither")


def _explanation(hypothesis: Hypothesis) -> str:
    return f"{hypothesis.label}: {hypothesis.text}" if hypothesis.text else hypothesis.label


def _sources(given: object) -> Iterator[str]:
    for source in _descriptors(given):
        yield repr(source)


def _descriptors(given: object) -> tuple[SourceDescriptor, ...]:
    if _blank(given):
        return ()
    several = (given,) if isinstance(given, (SourceDescriptor, str)) else given
    found = tuple(several) if isinstance(several, Iterable) else (several,)
    for one in found:
        if not isinstance(one, SourceDescriptor):
            raise TypeError(
                f"sources are described with describe_source(…); {one!r} is no such description"
            )
    return found


def _confidence(given: object) -> tuple[str, ...]:
    from mediakit.wording import Confidence

    if _blank(given):
        return ()
    if not isinstance(given, Confidence):
        raise TypeError(
            "confidence is given as confidence(level, reasons), such as "
            f'confidence("low", ["access: nobody saw it"]); {given!r} is something else'
        )
    return (repr(given),)


def _likelihoods(claims: Sequence[Claim], given: object) -> Iterator[str]:
    """One line for each claim; on an open claim why there is none."""
    by_id = _by_claim(claims, given)
    for place, claim in enumerate(claims):
        mark = _number(claims, place)
        said = by_id.get(claim.id)
        if claim.open:
            yield f"{mark}{_no_likelihood(claim, said)}"
        elif not _blank(said):
            yield f"{mark}{_likelihood(said)}"


def _by_claim(claims: Sequence[Claim], given: object) -> dict[str, object]:
    if isinstance(given, Mapping):
        strangers = [str(key) for key in given if key not in {c.id for c in claims}]
        if strangers:
            known = ", ".join(c.id for c in claims)
            raise LookupError(
                f"likelihood was given for {strangers[0]!r}; the claims of this memo are: {known}"
            )
        return dict(given)
    if _blank(given):
        return {}
    free = [c.id for c in claims if not c.open] or [c.id for c in claims]
    if len(free) > 1:
        example = "{" + ", ".join(f"{id_!r}: …" for id_ in free) + "}"
        raise ValueError(f"one likelihood for {len(free)} claims; give each its own: {example}")
    return {free[0]: given}


def _no_likelihood(claim: Claim, said: object) -> str:
    """The writer's own reason, or ours; a figure or a likelihood word is refused."""
    if _blank(said):
        return OPEN
    if not isinstance(said, str) or re.search(r"[\d%]", said) or _likelihood_word(said):
        raise ValueError(
            f"the claim {claim.id!r} is open, so the memo gives no likelihood for it and {said!r} "
            "is refused; leave likelihood out, or say in words why there is none"
        )
    return f"open: no likelihood is given. {' '.join(said.split())}"


def _likelihood_word(text: str) -> str:
    from mediakit.wording import YARDSTICKS

    words = [w for stick in YARDSTICKS.values() for band in stick.bands for w in band.words]
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text.casefold())
    return found.group() if found else ""


def _likelihood(said: Any) -> str:
    from mediakit.wording import Likelihood, likelihood

    if isinstance(said, str) and any(w in said.casefold() for w in NO_JUDGEMENT):
        return " ".join(said.split())
    found: Likelihood = said if isinstance(said, Likelihood) else likelihood(said)
    return repr(found)


# --- what is missing, and what to look at -------------------------------------------------------


def _lacking(key: str, paragraphs: Sequence[str], sources: object) -> str:
    """What the section still lacks, in words; empty when it is there."""
    if not paragraphs:
        return SECTIONS[key][1]
    if key != "sources":
        return ""
    gaps = [f"{s.name} lacks {' and '.join(s.missing)}" for s in _descriptors(sources) if s.missing]
    return "; ".join(gaps)


def _remarks(
    sections: Iterable[Section], settled: bool, private_names: Sequence[str]
) -> Iterator[Remark]:
    """The flags of the wording lint, and per cents on a claim that nobody has settled."""
    from mediakit.wording import lint_wording

    for section in sections:
        text = "\n\n".join(section.paragraphs)
        for flag in lint_wording(text, private_names).flags:
            yield Remark(section.heading, flag.words, f"{flag.why}. Instead: {flag.instead}.")
        if not settled and section.key != "likelihood":  # there, every figure has its claim
            for figure in re.findall(r"\d[\d.,]*\s?(?:%|per ?cent)", text):
                yield Remark(
                    section.heading,
                    figure,
                    "the claim is open. If this is a chance that it is true, take it out; a "
                    "measured share may stay.",
                )
