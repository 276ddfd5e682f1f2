"""Scales: how far a source is reliable, how far an item is credible, how evidence fits.

Two questions about a report, never one: the *source* is graded A to F by its record, the
*piece of information* 1 to 6 by what else supports it. A poor source can carry a true
report, and the reverse. ``F``, ``6`` and ``NA`` say "cannot be judged": they are answers in
full, they are not the low end of the scale, and they are never numbers.

References
----------
The words of the letters and figures, and what each stands for, were checked against the
MISP project's ``admiralty-scale`` taxonomy and the source and information reliability
matrix of US Army FM 2-22.3 (2006), appendix B, as reproduced by others; the meanings are in
our own words. NATO's AJP-2.1 itself was not checked. The consistency marks follow the help
pages of Burton's Analysis of Competing Hypotheses and PARC ACH 1.1 (Good and others).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple, Self

__all__ = ["Consistency", "Credibility", "Grades", "Reliability", "grade", "read_range"]


class _Scale(Enum):
    """What the three scales share: words, generous reading, an order without numbers."""

    words: str
    meaning: str

    def __new__(cls, code: Any, words: str = "", meaning: str = "") -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.words = words
        member.meaning = meaning
        return member

    @classmethod
    def _noun(cls) -> str:
        return cls.__name__.lower()

    @classmethod
    def _missing_(cls, value: object) -> Self:
        text = unicodedata.normalize("NFKC", str(value)).strip(" .").casefold()
        for member in cls:
            if text in (member.value.casefold(), member.words.casefold()):
                return member
        if text in ("cannot be judged", "not applicable", "n/a"):
            return list(cls)[-1]
        raise ValueError(
            f"{value!r} is not on the scale of {cls._noun()}; use one of "
            + ", ".join(f"{member.value} ({member.words})" for member in cls)
        )

    @property
    def judged(self) -> bool:
        """False for the mark that says "cannot be judged": F, 6 or NA."""
        return self is not list(type(self))[-1]

    @property
    def step(self) -> int:
        """The place on the scale, counted from the top: 1 is the best grade, 5 the worst."""
        self._must_be_judged("a number")
        return list(type(self)).index(self) + 1

    def _must_be_judged(self, what: str) -> None:
        if not self.judged:
            raise TypeError(
                f"{self.value} means {self.words!r}: it is not {what} and has no place between "
                "the other grades; leave it out of sums and orders, and say how many there are"
            )

    def __int__(self) -> int:
        return self.step

    def __float__(self) -> float:
        return float(self.step)

    def better_than(self, other: Any) -> bool:
        """True when this grade stands above the other one on its scale.

        Raises TypeError when either of the two is "cannot be judged".
        """
        if not isinstance(other, type(self)):
            raise TypeError(
                f"{self!s} is a grade of {self._noun()} and cannot be compared with {other!r}; "
                f"compare it with another {type(self).__name__}"
            )
        for one in (self, other):
            one._must_be_judged("better or worse than anything")
        members = list(type(self))
        return members.index(self) < members.index(other)

    # The order is that of the printed scale, best first: A < B reads "A stands before B",
    # so that sorted() puts the best grade on top.
    def __lt__(self, other: Any) -> bool:
        return self.better_than(other)

    def __le__(self, other: Any) -> bool:
        return self.better_than(other) or self is other

    def __gt__(self, other: Any) -> bool:
        return not self <= other

    def __ge__(self, other: Any) -> bool:
        return not self < other

    def __str__(self) -> str:
        return f"{self.value} ({self.words})"

    def __repr__(self) -> str:
        return f"{type(self).__name__} {self.value}: {self.words}"


class Reliability(_Scale):
    """How far a source is reliable, A to F, by its access and its record.

    It grades a source's record, not a person's character, and says nothing about whether
    the item at hand is true. The order runs from A, the best grade, to E; ``sorted`` puts A
    first. ``F`` ("cannot be judged") is outside the order: asked to be a number, or to be
    better or worse than a letter, it raises.

    Parameters
    ----------
    value : str
        A letter in either case, or the words: ``"b"``, ``"usually reliable"``.

    Raises
    ------
    ValueError
        When the text is not on the scale.
    TypeError
        When ``F`` is used as a number or compared.

    Examples
    --------
    >>> Reliability("b")
    Reliability B: usually reliable
    >>> Reliability("A").better_than(Reliability("B"))
    True
    >>> Reliability("F").judged
    False
    """

    A = "A", "completely reliable", "no doubt about it; what it reported before has held up"
    B = "B", "usually reliable", "small doubts; most of what it reported before has held up"
    C = "C", "fairly reliable", "some doubts; some of what it reported before has held up"
    D = "D", "not usually reliable", "large doubts; yet some earlier reports have held up"
    E = "E", "unreliable", "what it reported before has not held up"
    F = "F", "reliability cannot be judged", "no record to judge by, as with a first report"


class Credibility(_Scale):
    """How far a piece of information is credible, 1 to 6, by what else supports it.

    It grades one item, whoever brings it. The order runs from 1, the best grade, to 5;
    ``sorted`` puts 1 first. ``6`` ("cannot be judged") is outside the order: asked to be a
    number, or to be better or worse than another figure, it raises.

    Parameters
    ----------
    value : str or int
        A figure, or the words: ``2``, ``"2"``, ``"probably true"``.

    Raises
    ------
    ValueError
        When the value is not on the scale.
    TypeError
        When ``6`` is used as a number or compared.

    Examples
    --------
    >>> Credibility(2)
    Credibility 2: probably true
    >>> int(Credibility(6))
    Traceback (most recent call last):
    TypeError: 6 means 'truth cannot be judged': it is not a number and has no place between \
the other grades; leave it out of sums and orders, and say how many there are
    """

    CONFIRMED = "1", "confirmed by other sources", "independent sources bear it out; it fits"
    PROBABLY_TRUE = "2", "probably true", "not confirmed; it makes sense and fits what is known"
    POSSIBLY_TRUE = "3", "possibly true", "not confirmed; it fits some of what is known"
    DOUBTFUL = "4", "doubtful", "not confirmed; possible, but nothing else points to it"
    IMPROBABLE = "5", "improbable", "not confirmed; it goes against what else is known"
    CANNOT_BE_JUDGED = "6", "truth cannot be judged", "nothing there to judge it by"


class Consistency(_Scale):
    """How a piece of evidence fits one explanation: CC, C, N, I, II, or NA.

    Ask: if this explanation were true, would we expect to see this? A mark is the learner's
    judgement, and a fit is no support while the evidence fits the rivals as well. As a
    number, CC is +2, C +1, N 0, I −1, II −2: higher fits better. ``NA`` says that the
    evidence does not bear on this explanation at all. It is not neutral, it is left out, and
    it raises when asked to be a number.

    Parameters
    ----------
    value : str
        A mark in either case, or the words: ``"ii"``, ``"very inconsistent"``.

    Examples
    --------
    >>> Consistency("ii")
    Consistency II: very inconsistent
    >>> int(Consistency("C"))
    1
    """

    CC = "CC", "very consistent", "we would strongly expect to see this if it were true"
    C = "C", "consistent", "we would expect to see this if it were true"
    N = "N", "neutral", "it can be read either way"
    I = "I", "inconsistent", "we would not expect to see this if it were true"  # noqa: E741
    II = "II", "very inconsistent", "this could hardly be so if it were true"
    NA = "NA", "not applicable", "it does not bear on this explanation"

    @property
    def step(self) -> int:
        """+2 for CC down to −2 for II; NA raises."""
        return 3 - super().step


class Grades(NamedTuple):
    """Two judgements side by side: of the source, and of the piece of information."""

    reliability: Reliability
    credibility: Credibility

    def __repr__(self) -> str:
        return f"source {self.reliability}; information {self.credibility}: two judgements"


def grade(text: str) -> Grades:
    """Read a pair like "B2" as the two separate judgements that it is.

    The pair is short for two answers and is no grade of its own: B2 is not "better" than C1.

    Parameters
    ----------
    text : str
        A letter A to F and a figure 1 to 6: ``"B2"``, ``"b 2"``, ``"B/2"``, ``"f-6"``.

    Returns
    -------
    Grades
        ``(reliability, credibility)``.

    Raises
    ------
    ValueError
        When there is no letter and figure to read.

    Examples
    --------
    >>> grade("b2")
    source B (usually reliable); information 2 (probably true): two judgements
    >>> reliability, credibility = grade("F6")
    >>> reliability
    Reliability F: reliability cannot be judged
    """
    kept = "".join(c for c in unicodedata.normalize("NFKC", str(text)) if c.isalnum())
    if len(kept) == 2 and kept[0].isalpha():
        return Grades(Reliability(kept[0]), Credibility(kept[1]))
    raise ValueError(
        f"{text!r} is not a pair of grades; write a letter A to F for the source and a figure "
        "1 to 6 for the information, like 'B2'"
    )


def read_range(scale: type[_Scale], text: str | int) -> tuple[Any, ...]:
    """Read a range of grades, such as "B-C" or "D-E, F", as the grades that it holds.

    "Cannot be judged" is no step after E or 5, so it is written apart, after a comma.

    Parameters
    ----------
    scale : type
        :class:`Reliability` or :class:`Credibility`.
    text : str or int
        Single grades and spans, with commas: ``"B"``, ``"B-C"``, ``"2-3, 6"``.

    Raises
    ------
    ValueError
        When a part is not on the scale, or a span runs backwards or into F or 6.

    Examples
    --------
    >>> [one.value for one in read_range(Reliability, "D-E, F")]
    ['D', 'E', 'F']
    """
    found: dict[_Scale, None] = {}
    for part in str(text).replace("–", "-").split(","):
        found.update(dict.fromkeys(_span(scale, part.strip())))
    return tuple(found)


def _span(scale: type[_Scale], part: str) -> list[_Scale]:
    """The grades of one part of a range: a single grade, or a span of two ends."""
    first, *rest = (scale(end) for end in part.split("-"))
    if not rest:
        return [first]
    if len(rest) > 1 or not first.judged or not rest[0].judged:
        apart = "'D-E, F'" if scale is Reliability else "'4-5, 6'"
        raise ValueError(
            f"{part!r} is not a range of {scale._noun()}; a range runs from one grade to a "
            f"later one, and 'cannot be judged' is written apart, like {apart}"
        )
    if rest[0].better_than(first):
        raise ValueError(
            f"the range {part!r} runs backwards; write the better grade first, "
            f"like '{rest[0].value}-{first.value}'"
        )
    members = list(scale)
    return members[members.index(first) : members.index(rest[0]) + 1]


def read_marks(scale: type[_Scale], marks: Mapping[str, Any]) -> dict[str, Any]:
    """Grades by item, each read from what a person typed; the fault names its item."""
    read: dict[str, Any] = {}
    for item, mark in marks.items():
        try:
            read[item] = scale(mark)
        except ValueError as fault:
            raise ValueError(f"for {item!r}: {fault}") from None
    return read
