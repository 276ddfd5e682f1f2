"""Likelihood words and their ranges, on two published yardsticks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["YARDSTICKS", "Band", "Likelihood", "Yardstick", "likelihood"]


@dataclass(frozen=True)
class Band:
    """One step of a yardstick: its words and its range in per cent.

    ``open_low`` and ``open_high`` mark an end that the yardstick leaves out ("below 50 %").
    """

    words: tuple[str, ...]
    low: int
    high: int
    open_low: bool = False
    open_high: bool = False

    @property
    def range(self) -> str:
        """The range as text, such as ``55–80 %``."""
        if self.open_low:
            return f"above {self.low} to {self.high} %"
        if self.open_high:
            return f"{self.low} to below {self.high} %"
        return f"{self.low}–{self.high} %"

    def holds(self, low: float, high: float) -> bool:
        """Do all these per cents lie in the band?"""
        above = low > self.low if self.open_low else low >= self.low
        below = high < self.high if self.open_high else high <= self.high
        return above and below


@dataclass(frozen=True)
class Yardstick:
    """A published list of likelihood words with their ranges, lowest first."""

    id: str
    name: str
    bands: tuple[Band, ...]
    source: str
    checked: str
    gaps: bool = False


ICD_203 = Yardstick(
    "icd203",
    "ICD 203",
    (
        Band(("almost no chance", "remote", "remote chance"), 1, 5),
        Band(("very unlikely", "highly improbable"), 5, 20),
        Band(("unlikely", "improbable", "improbably"), 20, 45),
        Band(("roughly even chance", "roughly even odds", "even chance", "even odds"), 45, 55),
        Band(("likely", "probable", "probably"), 55, 80),
        Band(("very likely", "highly probable"), 80, 95),
        Band(("almost certain", "almost certainly", "nearly certain"), 95, 99),
    ),
    "Office of the Director of National Intelligence, Intelligence Community Directive 203, "
    "Analytic Standards, 2 January 2015, section D.6.e(2)(a)",
    "figures compared with two transcriptions, the MISP taxonomy 'estimative-language' and the "
    "repository wesinator/ICD203-intel-analysis; they agree",
)
PHIA = Yardstick(
    "phia",
    "PHIA",
    (
        Band(("remote chance",), 0, 5, open_low=True),
        Band(("highly unlikely",), 10, 20),
        Band(("unlikely",), 25, 35),
        Band(("realistic possibility",), 40, 50, open_high=True),
        Band(("likely", "probable", "probably"), 55, 75),
        Band(("highly likely",), 80, 90),
        Band(("almost certain", "almost certainly"), 95, 100, open_high=True),
    ),
    "Cabinet Office, Professional Head of Intelligence Assessment, Explaining Uncertainty in UK "
    "Intelligence Assessment, published 24 March 2025 on gov.uk (the ends are approximate there)",
    "figures compared with one transcription of that page; the page itself was read in part",
    gaps=True,
)
YARDSTICKS: dict[str, Yardstick] = {y.id: y for y in (ICD_203, PHIA)}
NAMES = {
    "icd203": "icd203",
    "icd 203": "icd203",
    "icd-203": "icd203",
    "phia": "phia",
    "uk": "phia",
    "us": "icd203",
}

VAGUE = dict.fromkeys(
    (
        *("possible", "possibly", "a possibility", "may", "may have", "may well", "might"),
        *("could", "could have", "cannot rule out", "can not rule out", "cannot be ruled out"),
        *("cannot be excluded", "conceivable", "conceivably", "perhaps", "maybe", "plausible"),
        "not impossible",
    ),
    "says only that it is not excluded; readers have put it anywhere from a few per cent to more "
    "than half",
)
MISFITS = {
    "more likely than not": (
        50,
        100,
        "says above 50 % and sets no upper end, so it runs across several steps",
    ),
    "on the balance of probabilities": (
        50,
        100,
        "is the civil court's test, above 50 %, and runs across several steps",
    ),
    "less likely than not": (
        0,
        50,
        "says below 50 % and sets no lower end, so it runs across several steps",
    ),
    **dict.fromkeys(
        ("most likely", "most probable"),
        (None, None, "says that nothing else is likelier, and that can be well below half"),
    ),
    "significant possibility": (
        None,
        None,
        "says that the chance is worth acting on, not how large it is",
    ),
    "serious possibility": (
        None,
        None,
        "is read very differently by different people, as Kent (1964) found",
    ),
    "distinct possibility": (None, None, "says that the chance matters, not how large it is"),
    "real possibility": (None, None, "says that the chance matters, not how large it is"),
    "good chance": (None, None, "sounds high and sets no range"),
    "certain": (None, None, "leaves no room for error; both yardsticks stop short of 100 %"),
    "impossible": (None, None, "leaves no room for error; both yardsticks stop short of 0 %"),
}


@dataclass(frozen=True)
class Likelihood:
    """A likelihood word with its range, or a range with its word, on one yardstick.

    ``word`` is empty where the yardstick has no word; ``low`` and ``high`` are per cents,
    None where there is no range. ``warning`` says what does not fit.
    """

    given: str
    word: str
    low: float | None
    high: float | None
    yardstick: Yardstick
    band: Band | None = None
    warning: str = ""

    def __repr__(self) -> str:
        if self.band is not None:
            said = f"{self.word} ({self.band.range}, {self.yardstick.name})"
            return f"{said}. {self.warning}" if self.warning else said
        return f"{self.given}: no step of {self.yardstick.name} fits. {self.warning}"

    __str__ = __repr__

    def plot(self) -> Figure:
        """The word or number on both yardsticks, with its words and its table."""
        from mediakit.figures import yardstick_figure

        return yardstick_figure(self.given)

    def why(self) -> str:
        """Where the figures come from."""
        y = self.yardstick
        return f"{y.name}: {y.source}. Checked: {y.checked}."


def likelihood(x: str | float | Sequence[float], yardstick: str = "icd203") -> Likelihood:
    """Give the range for a likelihood word, or the word for a number or a range.

    A word means what its yardstick says only for readers who see the range, so write both.
    The words rate the statement, never who makes it, and never how good the evidence is
    (see `confidence`). On a claim that nobody has settled mediakit writes no likelihood.

    Parameters
    ----------
    x : str, float or pair of floats
        A word or phrase ("likely"); a number from 0 to 1 (0.6); a per cent as text
        ("60 %"); or a range, low first ((0.6, 0.7) or "60–70 %").
    yardstick : str
        ``"icd203"`` (United States, 2015; the steps meet) or ``"phia"`` (United Kingdom;
        there are gaps between the steps, on purpose).

    Returns
    -------
    Likelihood
        Word, range and yardstick. Where nothing fits (a gap, "possible", "more likely
        than not") ``band`` is None and ``warning`` says why: that is an answer, never a zero.
        A number on the border of two steps gets the lower step, with a warning.

    Raises
    ------
    LookupError
        For a yardstick or a phrase that is not known; the known ones are listed.
    ValueError
        For a number outside 0 to 1, or a range with its ends the wrong way round.

    Examples
    --------
    >>> likelihood("likely")
    likely (55–80 %, ICD 203)
    >>> likelihood("likely", "phia")
    likely (55–75 %, PHIA)
    >>> likelihood(0.9)
    very likely (80–95 %, ICD 203)
    >>> likelihood("22 %", "phia")
    22 %: no step of PHIA fits. It falls between "highly unlikely" (10–20 %) and "unlikely" (25–35 %).
    >>> likelihood("possible").band is None
    True

    References
    ----------
    ICD 203: Office of the Director of National Intelligence (2015), Intelligence Community
    Directive 203, Analytic Standards; figures compared with two transcriptions, which agree.
    PHIA: Cabinet Office (2025), Explaining Uncertainty in UK Intelligence Assessment;
    figures compared with one transcription.
    Kent, S. (1964), Words of estimative probability, Studies in Intelligence (general
    knowledge, not checked).
    """  # noqa: E501
    stick = _yardstick(yardstick)
    if isinstance(x, str):
        numbers = _per_cents(x)
        return _from_word(x, stick) if numbers is None else _from_range(x, *numbers, stick)
    if isinstance(x, bool) or not isinstance(x, (int, float, Sequence)):
        raise TypeError(f"likelihood was given {x!r}; give a word, a number from 0 to 1 or a pair")
    low, high = (float(x), float(x)) if isinstance(x, (int, float)) else _pair(x)
    low, high = round(low * 100, 6), round(high * 100, 6)
    given = _plain(low) if low == high else f"{_plain(low, '')}–{_plain(high)}"
    return _from_range(given, low, high, stick)


def _plain(per_cent: float, unit: str = " %") -> str:
    return f"{per_cent:g}{unit}"


def _pair(x: Sequence[float] | str) -> tuple[float, float]:
    if len(x) != 2:
        raise ValueError(f"a range has two ends, low and high; {len(x)} were given")
    return float(x[0]), float(x[1])


def _yardstick(name: str) -> Yardstick:
    key = NAMES.get(str(name).strip().lower())
    if key is None:
        known = ", ".join(f"{y.id!r}" for y in YARDSTICKS.values())
        raise LookupError(f"no yardstick called {name!r}; the yardsticks are: {known}")
    return YARDSTICKS[key]


def _per_cents(text: str) -> tuple[float, float] | None:
    found = re.fullmatch(
        r"\s*(\d{1,3}(?:\.\d{1,6})?)\s?%?\s?(?:(?:-|–|to)\s?(\d{1,3}(?:\.\d{1,6})?)\s?)?%\s*", text
    )
    if not found:
        return None
    low = float(found.group(1))
    return low, float(found.group(2) or low)


def _from_word(text: str, stick: Yardstick) -> Likelihood:
    phrase = " ".join(text.lower().split())
    bare = re.sub(r"^(?:an? |the )", "", phrase)
    for band in stick.bands:
        if phrase in band.words or bare in band.words:
            return Likelihood(text, bare, band.low, band.high, stick, band)
    for key in (phrase, bare):
        if key in VAGUE:
            return Likelihood(text, "", None, None, stick, warning=_sentence(key, VAGUE[key]))
        if key in MISFITS:
            low, high, why = MISFITS[key]
            return Likelihood(text, "", low, high, stick, warning=_sentence(key, why))
    return _elsewhere(text, bare, stick)


def _sentence(phrase: str, why: str) -> str:
    return f'"{phrase[0].upper()}{phrase[1:]}" {why}. Write a step of the yardstick with its range.'


def _elsewhere(text: str, bare: str, stick: Yardstick) -> Likelihood:
    for other in YARDSTICKS.values():
        for band in other.bands:
            if bare in band.words:
                note = f'"{bare}" is a word of {other.name} ({band.range}), not of {stick.name}.'
                return Likelihood(text, "", None, None, stick, warning=note)
    known = ", ".join(w for band in stick.bands for w in band.words[:1])
    raise LookupError(f"no likelihood word {text!r} on {stick.name}; its words are: {known}")


def _from_range(given: str, low: float, high: float, stick: Yardstick) -> Likelihood:
    if not (0 <= low <= 100 and 0 <= high <= 100):
        raise ValueError(f"{given} lies outside 0 to 100 % (0 to 1 as a number)")
    if low > high:
        raise ValueError(f"{given}: the low end comes first")
    holding = [b for b in stick.bands if b.holds(low, high)]
    if holding:
        band = holding[0]
        also = f'It is also the edge of "{holding[1].words[0]}".' if len(holding) > 1 else ""
        return Likelihood(given, band.words[0], low, high, stick, band, also)
    return Likelihood(given, "", low, high, stick, warning=_why_not(low, high, stick))


def _why_not(low: float, high: float, stick: Yardstick) -> str:
    touched = [b for b in stick.bands if b.low <= high and low <= b.high]
    if low in (0, 100) and low == high:
        return f"{stick.name} has no word for certainty; it leaves room for error at both ends."
    if touched:
        return "It reaches beyond one step: " + ", ".join(_named(b) for b in touched) + "."
    below = [b for b in stick.bands if b.high < low]
    above = [b for b in stick.bands if b.low > high]
    if below and above:
        return f"It falls between {_named(below[-1])} and {_named(above[0])}."
    return f"It lies beyond {_named((below or above)[-1 if below else 0])}."


def _named(band: Band) -> str:
    return f'"{band.words[0]}" ({band.range})'
