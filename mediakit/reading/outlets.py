"""News outlets: names we know, names that show by their form, and how an article cites them."""

from __future__ import annotations

from dataclasses import dataclass

from mediakit.reading.cues import words
from mediakit.reading.segment import Item, Segments, Sentence, Span

__all__ = ["CitedOutlet", "find_outlets", "outlet_at"]

# Hand-written, and open-ended: what is missing is still found by its form ("the Harbour Gazette").
KNOWN = frozenset(
    tuple(name.split())
    for name in """ABC News|AFP|Agence France-Presse|Al Arabiya|Al Jazeera|Al-Jazeera|AP|Asharq
    Al-Awsat|Associated Press|Axios|BBC|BBC News|Bellingcat|Bild|Bloomberg|Bloomberg News|Breitbart|
    BuzzFeed|BuzzFeed News|CBC|CBS|CBS News|CNBC|CNN|Corriere della Sera|Daily Beast|Daily Express|
    Daily Mail|Daily Mirror|Daily Star|Daily Telegraph|Der Spiegel|Deutsche Welle|DPA|Economist|
    El País|Euronews|Financial Times|Forbes|Fox News|Gawker.com|Guardian|Haaretz|Huffington Post|
    HuffPost|Independent|Interfax|ITAR-TASS|ITV|ITV News|Izvestia|Kommersant|LA Weekly|Le Figaro|
    Le Monde|Libération|Los Angeles Times|Mail on Sunday|MSNBC|NBC|NBC News|New York Post|
    New York Times|New Yorker|Newsweek|NPR|Novaya Gazeta|PBS|Politico|Press Association|Reuters|
    RFE/RL|RIA Novosti|Rossiya 24|RT|RTÉ|Sky News|Spiegel|Sputnik|Sun|Sunday Times|TASS|
    Telegraph|Time|USA Today|Vedomosti|Vice News|Vox|Wall Street Journal|Washington Post|Wikinews|
    Wired|Xinhua|Yahoo News|ZDF""".replace("\n", " ").split("|")
    for name in [" ".join(name.split())]
)
# Names that are also everyday words count only behind "the" or in a citing phrase.
EVERYDAY = frozenset({("Time",), ("Sun",), ("Independent",), ("Guardian",), ("Telegraph",)})
_MASTHEAD = words(
    """Times Post Gazette Herald Mail Tribune Journal Chronicle Observer Courier Telegraph
    Examiner Inquirer Dispatch Mirror Globe Gazeta Argus Bugle Echo Register Weekly Daily
    Magazine News Reporter Bulletin Mercury"""
)
_OUTLET_NOUN = words(
    """newspaper newspapers tabloid daily weekly broadcaster television tv radio magazine channel
    website site network paper"""
)
_AGENCY = frozenset({"agency", "wire", "service"})
_REPORTS = words(
    """reported reports said says wrote writes published broadcast quoted cited revealed claimed
    claims tells told"""
)
_LONGEST = 5


@dataclass(frozen=True)
class CitedOutlet:
    """An outlet that the article mentions, and how.

    ``role`` is ``source`` (the account is taken from it), ``told`` (somebody spoke to it),
    ``credit`` (a picture credit) or ``mentioned`` (named, and no citing words stand beside it).
    """

    name: str
    role: str
    span: Span
    sentence: str

    @property
    def words(self) -> str:
        """The role as a phrase."""
        return {
            "source": "given as where an account comes from",
            "told": "somebody spoke to it",
            "credit": "credited for a picture",
        }.get(self.role, "mentioned")


def outlet_at(items: tuple[Item, ...], i: int) -> int:
    """How many items from ``i`` on are an outlet's name; 0 when none starts here.

    Known names first, the longest wins; then names by their form: capitals that end in a
    masthead word behind "the", or that stand before "newspaper", "news agency" and the like.
    """
    if not items[i].is_capital:
        return 0
    row: list[str] = []
    best = form = 0
    for j in range(i, min(i + _LONGEST, len(items))):
        if not items[j].is_word:
            break
        word = _bare(items[j].text)
        row.append(word)
        if tuple(row) in KNOWN and (tuple(row) not in EVERYDAY or _behind_the(items, i)):
            best = j - i + 1
        if items[j].is_capital and len(row) > 1 and word in _MASTHEAD and _behind_the(items, i):
            form = j - i + 1
        if not items[j].is_capital:
            break
        if _outlet_noun(items, j + 1):
            form = j - i + 1
        if items[j].text != word:  # a possessive ends a name
            break
    return max(best, form)


def _outlet_noun(items: tuple[Item, ...], j: int) -> bool:
    if j >= len(items):
        return False
    word = items[j].lower
    if word == "news" and j + 1 < len(items):
        return items[j + 1].lower in _AGENCY | _OUTLET_NOUN
    return word in _OUTLET_NOUN and word not in {"site", "website", "network", "channel", "daily"}


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _behind_the(items: tuple[Item, ...], i: int) -> bool:
    return i > 0 and (items[i - 1].lower == "the" or items[i - 1].lower.endswith("'s"))


def find_outlets(cut: Segments) -> tuple[CitedOutlet, ...]:
    """The outlets an article mentions, in order, each sentence once per outlet."""
    found: list[CitedOutlet] = []
    seen: set[tuple[str, int]] = set()
    for sentence in cut.sentences:
        if cut.paragraphs[sentence.paragraph].boilerplate:
            continue
        i = 0
        while i < len(sentence.items):
            length = outlet_at(sentence.items, i)
            if length:
                last = sentence.items[i + length - 1]
                span = (sentence.items[i].start, last.start + len(_bare(last.text)))
                name = cut.text[span[0] : span[1]]
                if (name, sentence.number) not in seen:
                    seen.add((name, sentence.number))
                    role = _role(sentence, i, i + length)
                    quoted = cut.text[sentence.start : sentence.end]
                    found.append(CitedOutlet(name, role, span, quoted))
            i += length or 1
    return tuple(found)


def _role(sentence: Sentence, i: int, end: int) -> str:
    """How the sentence cites the outlet, from the few words on both sides."""
    before = [x.lower for x in sentence.items[max(0, i - 9) : i]]
    after = [x.lower for x in sentence.items[end : end + 5]]
    start = [x.lower for x in sentence.items[:6]]
    if {"photo", "image", "picture", "credit", "photograph"} & set(start) and (
        "by" in start or ":" in start or "/" in before
    ):
        return "credit"
    near = before[-3:]
    if {"told", "tells", "telling"} & set(near) or ("interview" in before and "with" in near):
        return "told"
    if "according" in before or {"citing", "quoting"} & set(before[-6:]):
        return "source"
    if {"reported", "published", "cited", "quoted", "broadcast", "appeared", "seen"} & set(before):
        return "source" if {"by", "in", "on"} & set(near) else "mentioned"
    if {"to", "with"} & set(near[-2:]) and {
        "spoke", "speaking", "remarks", "interview", "said", "statement", "comments"
    } & set(before):  # fmt: skip
        return "told"
    verb = next((w for w in after if w not in _OUTLET_NOUN | _AGENCY | {"news", "has", "had"}), "")
    return "source" if verb in _REPORTS or near[-1:] == ["as"] else "mentioned"
