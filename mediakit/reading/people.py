"""Who the words of an article point to: names, bodies, roles, unnamed sources, pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mediakit.reading.outlets import outlet_at
from mediakit.reading.segment import Item, Segments

__all__ = ["People", "Speaker", "SpeakerKind", "is_name_word"]

Items = Sequence[Item]


class SpeakerKind(StrEnum):
    """What sort of source the words point to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    ANAPHOR = "anaphor"  # "he", "the ministry": stands for somebody said before
    SELF = "self"  # "I", "we"
    UNSTATED = "unstated"  # "is said to": the sentence names nobody


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    """mr mrs ms miss dr doctor prof professor president vice-president prime minister chancellor
    secretary ambassador senator governor mayor judge justice general colonel major captain
    lieutenant sergeant admiral commander sir lord lady dame king queen prince princess pope bishop
    cardinal rev reverend father sheikh imam rabbi chief director chairman chairwoman chair coach
    sheriff detective inspector superintendent officer spokesman spokeswoman spokesperson
    representative congressman congresswoman councillor minister deputy attorney former senior ex
    gen col lt capt sgt sen rep gov st"""
)
# Nouns for people who speak for others, know something or saw something.
ROLES = _set(
    """official officials officer officers source sources spokesman spokeswoman spokesperson
    spokespeople spokesmen investigator investigators prosecutor prosecutors detective detectives
    police expert experts analyst analysts witness witnesses eyewitness eyewitnesses authorities
    authority diplomat diplomats insider insiders aide aides adviser advisers advisor advisors
    lawyer lawyers attorney attorneys researcher researchers scientist scientists author authors
    doctor doctors medic medics resident residents neighbour neighbours neighbor neighbors survivor
    survivors relative relatives friend friends colleague colleagues critic critics supporter
    supporters opponent opponents activist activists campaigner campaigners observer observers
    employee employees worker workers manager managers executive executives director directors
    minister ministers politician politicians lawmaker lawmakers senator senators spy spies agent
    agents defector defectors soldier soldiers commander commanders militant militants rebel rebels
    fighter fighters teacher teachers student students user users poster blogger commentator
    commentators reporter reporters journalist journalists historian historians economist economists
    engineer engineers pilot pilots captain passenger passengers man woman men women person people
    persons individual individuals somebody someone some many others one voters defendant plaintiff
    petitioner jury court courts tribunal judge judges whistleblower coach mother father
    mum dad brother sister son daughter wife husband cousin member members team staff leader leaders
    chief head chairman chairwoman president founder owner editor coauthor co-author figure figures
    operative operatives veteran clerk inspector inspectors bystander bystanders customer customers
    farmer farmers fisherman fishermen villager villagers informant informants contact envoy envoys
    negotiator negotiators lobbyist everyone anyone nobody"""
)
GROUPS = _set(
    """ministry department government agency company firm group organisation organization committee
    commission council office bureau embassy administration party union association institute bank
    service navy army military force forces parliament court board inquiry body charity hospital
    university church club league federation watchdog regulator airline operator airport network"""
)
DOCUMENTS = _set(
    """report reports study studies statement statements document documents letter letters paper
    papers article articles survey surveys poll polls data figures results result findings analysis
    review research record records file files memo memos filing filings email emails post posts
    posting blog website site page message messages transcript book account accounts estimates
    allegations allegation claims claim testimony dossier evidence map maps law theory examples
    investigation indictment complaint ruling judgment rumours rumors section hagiography story
    headline press media statistics website tradition legend"""
)
ORG_WORDS = _set(
    """Ministry Department Agency Authority University College Institute Church Navy Army Police
    Court Council Committee Commission Office Bureau Bank Company Corporation Corp Inc Ltd Group
    Party Union Association Federation Foundation Organisation Organization Center Centre Service
    Board Embassy Parliament Senate House Congress Administration Government Force Forces Guard
    Nations Republic Society Club Airlines Airways Laboratory Academy Museum Hospital School Trust
    Fund Network Alliance Front Movement State"""
)
PLACES = _set(
    """Afghanistan Africa America Argentina Asia Australia Austria Belgium Brazil Britain Canada
    Chechnya China Cuba Cyprus Egypt England Europe Finland France Germany Greece Hungary India
    Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kabul Kremlin Kyiv Kiev Lebanon Libya
    London Malaysia Mexico Moscow Netherlands Norway Pakistan Poland Qatar Russia Scotland Serbia
    Sinai Spain Sudan Sweden Switzerland Syria Taiwan Thailand Tokyo Turkey UK US U.S U.S. Ukraine
    Virginia Washington Yemen Beijing Berlin Brussels Cairo Paris"""
)
_MONTHS = _set(
    """January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter"""
)
# Words that open a sentence with a capital and are no names.
NOT_NAMES = _set(
    """the a an this that these those his her its their our my your he she it they we i you who
    which what when where why how if but and or so yet as at by for from in into of on to with after
    before since until while although though because however meanwhile then now there here
    according also both some many most several all each every no not one two three four five six
    seven eight nine ten hundreds thousands another other others once still even just only earlier
    later today yesterday tomorrow officials police prosecutors investigators witnesses experts
    authorities analysts critics sources researchers scientists doctors residents lawyers people
    writing speaking asked citing former senior recent new local state federal national"""
)
_BREAKS = _set(
    """of for at from with in on who which close familiar involved near to named called within
    inside behind among under whose by about working speaking representing"""
)
_PARTICLES = _set("de da di du del della der den van von bin ibn al el la le dos das ter ten")
_JOINED = re.compile(r"^(?:al|el|bin|ibn|d|o)[-'’][A-Z]")
_AGE = re.compile(r"^\d{1,3}(?:-year-old)?$")


@dataclass(frozen=True)
class Speaker:
    """Whom an attribution points to.

    ``name`` is the fullest name the article gives, or the article's own words for an unnamed
    source; ``named`` is None where the reader is unsure, and ``unsure`` then says why.
    """

    name: str
    named: bool | None
    kind: SpeakerKind
    words: str = ""
    unsure: str = ""


def bare(word: str) -> str:
    """A word without a possessive ending."""
    for end in ("'s", "’s", "'", "’"):
        word = word.removesuffix(end)
    return word


def is_name_word(item: Item) -> bool:
    """A word that can be part of a name: it has a capital, also behind "al-"."""
    return item.is_capital or (item.is_word and _JOINED.match(item.text) is not None)


@dataclass
class People:
    """The names of one article: surname to full names, initials to bodies, roles to people."""

    text: str
    surnames: dict[str, list[str]] = field(default_factory=dict)
    given: dict[str, list[str]] = field(default_factory=dict)
    initials: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, cut: Segments) -> People:
        """Collect the names of a text, in one pass."""
        people = cls(cut.text)
        for sentence in cut.sentences:
            if cut.paragraphs[sentence.paragraph].boilerplate:
                continue
            row: list[Item] = []
            for item in sentence.items:
                particle = bool(row) and item.lower in _PARTICLES
                if (is_name_word(item) or particle) and len(row) < 8:
                    row.append(item)
                    if item.text == bare(item.text):
                        continue
                people._note(row)
                row = []
            people._note(row)
        return people

    def _note(self, row: list[Item]) -> None:
        """File one run of capitals under its last word and its initials."""
        words = self._name_words(row)
        if len(words) < 2:
            return
        full = " ".join(words)
        initials = "".join(w[0] for w in words if w[0].isupper())
        if len(initials) > 1:
            _file(self.initials, initials, full)
        person = 2 <= len(words) <= 4 and not any(w in ORG_WORDS | PLACES | _MONTHS for w in words)
        if person:
            _file(self.surnames, words[-1], full)
            _file(self.given, words[0], full)

    def _name_words(self, row: Items) -> list[str]:
        """The name in a run of capitals: titles and openers of sentences cut off."""
        words = [bare(i.text) for i in row]
        while words and words[-1].lower() in _PARTICLES:
            words.pop()
        titled = [k for k, w in enumerate(words[:-1]) if w.lower().rstrip(".") in TITLES]
        if titled and words[-1] not in ORG_WORDS:
            words = words[titled[-1] + 1 :]
        while len(words) > 1 and words[0].lower() in NOT_NAMES:
            words = words[1:]
        while len(words) > 2 and words[0].lower() in ROLES | TITLES:
            words = words[1:]
        while len(words) > 2 and words[0].endswith(("ian", "ish", "ese")) and words[0] != "Ian":
            words = words[1:]
        return words

    # -------------------------------------------------------------- resolving
    def resolve(self, items: Items, apposition: Items = ()) -> Speaker:
        """The speaker that a noun phrase points to; ``apposition`` stands behind a comma."""
        words = self.text[items[0].start : items[-1].end]
        core = self._core(items)
        head = core[-1]
        lower = bare(head.lower)
        if len(core) == 1 and lower in {"i", "we", "me", "us", "you"}:
            return Speaker(words, None, SpeakerKind.SELF, words)
        if len(core) == 1 and lower in {"he", "she", "they", "it", "this", "that", "these", "who"}:
            return Speaker(
                words, None, SpeakerKind.ANAPHOR, words, "who is meant is not clear here"
            )
        name = self._name(items, core, apposition)
        if name is not None:
            if name.kind is SpeakerKind.PERSON:
                self._learn_roles(name.name, [*core, *apposition])
            return name
        return self._unnamed(items, core, lower, words)

    def _core(self, items: Items) -> Items:
        for k, item in enumerate(items):
            if k and (item.lower in _BREAKS or item.text == ","):
                return items[:k]
        return items

    def _name(self, items: Items, core: Items, apposition: Items) -> Speaker | None:
        length = self._outlet(items)
        if length is not None:
            return length
        for row in (core, self._behind_office(items, core), self._opening(apposition)):
            run = self._last_run(row)
            if not run:
                continue
            found = self._full(run, row)
            if found is not None and (row is core or found.kind is SpeakerKind.PERSON):
                return found
        return None

    def _behind_office(self, items: Items, core: Items) -> Items:
        """The name behind an office: "Ambassador to France Ada Voss"; never behind "for"."""
        if not core[-1].is_capital or core[-1].lower not in TITLES or len(items) == len(core):
            return ()
        k = len(core)
        if items[k].lower not in {"to", "of"}:
            return ()
        k += 2 if k + 1 < len(items) and items[k + 1].lower == "the" else 1
        place = k
        while k < len(items) and (items[k].text in PLACES or items[k].text in {"United", "States"}):
            k += 1
        return items[k:] if k > place and len(items) - k >= 2 else ()

    def _opening(self, apposition: Items) -> Items:
        """A name that the apposition opens with: "the coach, Ada Voss"."""
        k = 0
        while k < len(apposition) and is_name_word(apposition[k]):
            k += 1
        rest = apposition[k] if k < len(apposition) else None
        return apposition[:k] if k >= 2 and (rest is None or rest.text == ",") else ()

    def _outlet(self, items: Items) -> Speaker | None:
        row = tuple(items)
        for k in range(min(len(row), 12)):
            length = outlet_at(row, k)
            if length:
                whole = not any(
                    i.is_word and i.lower in ROLES for i in row[k + length : k + length + 3]
                )
                tail = row[k + length] if k + length < len(row) else None
                if tail is not None and is_name_word(tail):
                    continue
                if whole and (
                    k < 2 or row[0].lower in NOT_NAMES or bare(row[0].lower) in DOCUMENTS
                ):
                    if any(i.lower in ROLES for i in row[:k]):
                        return None
                    end = row[k + length - 1]
                    name = self.text[row[k].start : end.start + len(bare(end.text))]
                    words = self.text[row[0].start : row[-1].end]
                    return Speaker(name, True, SpeakerKind.OUTLET, words)
        return None

    def _last_run(self, row: Items) -> list[Item]:
        """The run of capitals that the phrase ends with, or nothing."""
        run: list[Item] = []
        for item in reversed(row):
            if is_name_word(item) or (run and item.lower in _PARTICLES):
                if run and item.text != bare(item.text):
                    break
                run.append(item)
            elif not run and (_AGE.match(item.text) or item.text in {")", "(", ","}):
                continue
            else:
                break
        run.reverse()
        while run and run[0].lower in _PARTICLES:
            run = run[1:]
        if len(run) == 1 and (
            run[0].lower in NOT_NAMES | ROLES | DOCUMENTS | TITLES or run[0].text in _MONTHS
        ):
            return []
        if run and bare(run[-1].lower) in ROLES | DOCUMENTS | TITLES and not self._is_body(run):
            return []
        return run

    def _is_body(self, run: list[Item]) -> bool:
        return run[-1].text in ORG_WORDS and len(run) > 1

    def _full(self, run: list[Item], row: Items) -> Speaker | None:
        words = self.text[row[0].start : row[-1].end]
        name = self._name_words(run)
        if not name:
            return None
        while len(name) > 2 and (name[0] in PLACES or " ".join(name[:2]) == "United States"):
            name = name[2:] if name[0] == "United" else name[1:]
        last, text = name[-1], " ".join(name)
        body = any(w in ORG_WORDS or w in PLACES for w in name)
        if body or (len(name) == 1 and last.isupper() and len(last) > 1):
            fulls = self.initials.get(last, []) if len(name) == 1 else []
            text = fulls[0] if len(fulls) == 1 else self._with_of(run, row, text)
            return Speaker(text, True, SpeakerKind.ORGANISATION, words)
        fulls = [f for f in self.surnames.get(last, ()) if text in f or f in text]
        longest = max(fulls, key=len, default="")
        if len(name) > 1:
            return Speaker(longest if text in longest else text, True, SpeakerKind.PERSON, words)
        known = [f for f in fulls if all(f == g or f not in g for g in fulls)]
        if len(known) > 1:
            reason = f"two people here are called {last}"
            return Speaker(text, True, SpeakerKind.PERSON, words, reason)
        if known:
            return Speaker(known[0], True, SpeakerKind.PERSON, words)
        first = self.given.get(last, [])
        if len(first) == 1:
            return Speaker(first[0], True, SpeakerKind.PERSON, words)
        titled = any(i.lower in TITLES for i in row)
        kind = SpeakerKind.PERSON if titled else SpeakerKind.ORGANISATION
        return Speaker(text, True, kind, words)

    def _with_of(self, run: list[Item], row: Items, text: str) -> str:
        """ "Ministry" with its "of Transport", where the article writes it so."""
        rest = self.text[run[-1].end : run[-1].end + 60]
        match = re.match(r" (?:of|for) (?:the )?((?:[A-Z][\w-]{0,30} ?){1,4})", rest)
        if run[-1].text in ORG_WORDS and match:
            return text + match.group().rstrip()
        return text

    def _learn_roles(self, name: str, items: Items) -> None:
        for item in items:
            if item.is_word and item.lower in ROLES | TITLES:
                _file(self.roles, item.lower, name)

    def _unnamed(self, items: Items, core: Items, head: str, words: str) -> Speaker:
        first = core[0].lower
        definite = first in {"the", "this", "that", "his", "her", "their", "its"}
        if head in DOCUMENTS:
            return self._document(items, words)
        if head in ROLES and definite and not head.endswith("s") and len(core) <= 3:
            known = self.roles.get(head, [])
            if len(known) == 1 and first == "the":
                return Speaker(known[0], True, SpeakerKind.PERSON, words)
            if first == "the" and len(items) == len(core):
                reason = "who is meant is not clear here"
                return Speaker(words, None, SpeakerKind.ANAPHOR, words, reason)
        if head in ROLES:
            return Speaker(words, False, SpeakerKind.UNNAMED, words)
        if head in GROUPS and definite:
            reason = "which body is meant is not clear here"
            return Speaker(words, None, SpeakerKind.ANAPHOR, words, reason)
        if head in GROUPS or first in {"a", "an", "one", "some", "several", "many"}:
            return Speaker(words, False, SpeakerKind.UNNAMED, words)
        if definite:
            reason = "who is meant is not clear here"
            return Speaker(words, None, SpeakerKind.ANAPHOR, words, reason)
        return Speaker(words, False, SpeakerKind.UNNAMED, words)

    def _document(self, items: Items, words: str) -> Speaker:
        """A document; when it says whose it is ("allegations by a former clerk"), that source."""
        for k, item in enumerate(items):
            if k and item.lower in {"by", "from"} and k + 1 < len(items):
                behind = self.resolve(items[k + 1 :])
                if behind.kind is not SpeakerKind.ANAPHOR:
                    return Speaker(behind.name, behind.named, behind.kind, words, behind.unsure)
        named = any(is_name_word(i) and i.lower not in NOT_NAMES for i in items[1:]) or None
        reason = "" if named else "which document is meant is not said"
        return Speaker(words, named, SpeakerKind.DOCUMENT, words, reason)


def _file(index: dict[str, list[str]], key: str, value: str) -> None:
    row = index.setdefault(key, [])
    if value not in row and len(row) < 8:
        row.append(value)
