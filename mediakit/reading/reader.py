"""From a text to its source sheet: the rules' finds become attributions with resolved speakers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from mediakit.reading.attribution import Hit, find_hits
from mediakit.reading.outlets import find_outlets
from mediakit.reading.people import People, Speaker, SpeakerKind, bare, is_name_word
from mediakit.reading.segment import Item, Segments, Sentence, Span, segment
from mediakit.reading.sheet import Attribution, SourceSheet, Spans

__all__ = ["sheet_of"]

_DOUBLE = frozenset('"“”„«»')
_PERSONS = frozenset({"he", "she"})
_NEAR = 3  # sentences back that a pronoun may point


def sheet_of(text: str) -> SourceSheet:
    """The source sheet of a text. Pure: the same text gives the same sheet."""
    cut = segment(text)
    reading = _Reading(cut, People.of(cut))
    for sentence in cut.sentences:
        if not cut.paragraphs[sentence.paragraph].boilerplate:
            reading.read(sentence)
    found = tuple(reading.found)
    notes = tuple(
        f"A quotation mark without a sure partner was left alone: {text[s : min(e, s + 60)]!r}"
        for s, e in cut.declined[:20]
    )
    return SourceSheet(text, found, find_outlets(cut), _missing(found, text), notes)


@dataclass
class _Reading:
    """One walk through the sentences; what was said last is what a pronoun points to."""

    cut: Segments
    people: People
    found: list[Attribution] = field(default_factory=list)
    last: tuple[int, Speaker] | None = None  # sentence and speaker of the last sure person
    plural: tuple[int, Speaker] | None = None
    mentions: list[tuple[int, str]] = field(default_factory=list)  # sentence, full name
    count: int = 0  # sentences of the article so far, lists of links left out

    def read(self, sentence: Sentence) -> None:
        """Find and keep what one sentence attributes."""
        self.count += 1
        row = sentence.items
        hits = find_hits(row)
        for hit in hits:
            self._keep(sentence, hit)
        self._mention(sentence)  # afterwards: a name behind "he said" is not who "he" is
        if not hits:
            self._continue(sentence)

    # ------------------------------------------------------------ attributions
    def _keep(self, sentence: Sentence, hit: Hit) -> None:
        row = sentence.items
        speaker = self._speaker(sentence, hit)
        if speaker is None:
            return
        source = (row[hit.source[0]].start, row[hit.source[1] - 1].end) if hit.source else None
        content = tuple((row[s].start, row[e - 1].end) for s, e in hit.content if e > s)
        cue = tuple((row[s].start, row[e - 1].end) for s, e in hit.cue)
        spans = Spans((source,) if source else (), cue, content)
        self._add(sentence, speaker, spans, hit.rule)
        self._remember(speaker)

    def _add(self, sentence: Sentence, speaker: Speaker, spans: Spans, rule: str) -> None:
        text = self.cut.text
        start = min(sentence.start, *(s for s, _ in spans.content))
        unsure = speaker.unsure
        if any(self._holds_declined(s, e) for s, e in spans.content):
            unsure = unsure or "a quotation mark here has no sure partner"
        self.found.append(
            Attribution(
                speaker=" ".join(speaker.name.split()),
                named=speaker.named,
                cue=" … ".join(text[s:e] for s, e in spans.cue),
                content=" … ".join(text[s:e] for s, e in spans.content),
                kind=_kind(text, spans.content),
                spans=spans,
                sentence=text[start : sentence.end],
                words=speaker.words,
                source_kind=speaker.kind,
                rule=rule,
                unsure=unsure,
                nested=speaker.kind is SpeakerKind.SELF,
            )
        )

    def _holds_declined(self, start: int, end: int) -> bool:
        """Does a declined quotation reach into these words?"""
        at = bisect_left(self.cut.declined, (end, 0))
        return at > 0 and self.cut.declined[at - 1][1] > start

    def _speaker(self, sentence: Sentence, hit: Hit) -> Speaker | None:
        if hit.source is None:
            return Speaker("", False, SpeakerKind.UNSTATED)
        row = sentence.items
        apposition: tuple[Item, ...] = ()
        if hit.apposition:
            apposition = row[hit.apposition[0] : hit.apposition[1]]
        source = row[hit.source[0] : hit.source[1]]
        speaker = self.people.resolve(source, apposition)
        if speaker.kind is SpeakerKind.ANAPHOR and len(source) == 1:
            return self._pronoun(source[0], speaker)
        return speaker

    # ------------------------------------------------------------ pronouns
    def _pronoun(self, item: Item, as_is: Speaker) -> Speaker:
        """ "he" is the last sure speaker when nobody else came between; otherwise unsure."""
        word = item.lower
        known = self.last if word in _PERSONS else self.plural if word in {"they", "it"} else None
        at = self.count
        if known is None or at - known[0] > _NEAR:
            return self._only_mention(at, word, as_is)
        number, speaker = known
        since = [name for n, name in self.mentions if number <= n < at]
        if word in _PERSONS and since and since[-1] != speaker.name:
            return as_is
        return Speaker(speaker.name, speaker.named, speaker.kind, item.text, speaker.unsure)

    def _only_mention(self, at: int, word: str, as_is: Speaker) -> Speaker:
        near = {name for n, name in self.mentions if at - 2 <= n < at}
        if word in _PERSONS and len(near) == 1:
            return Speaker(near.pop(), True, SpeakerKind.PERSON, as_is.words)
        return as_is

    def _mention(self, sentence: Sentence) -> None:
        """Note the people of known full name whom a sentence mentions."""
        self.mentions = [m for m in self.mentions if self.count - m[0] <= _NEAR][-40:]
        for item in sentence.items:
            if is_name_word(item):
                fulls = self.people.surnames.get(bare(item.text), [])
                if fulls:
                    self.mentions.append((self.count, max(fulls, key=len)))

    def _remember(self, speaker: Speaker) -> None:
        if speaker.kind is SpeakerKind.PERSON and not speaker.unsure:
            self.last = (self.count, speaker)
        elif speaker.kind in {SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION}:
            self.plural = (self.count, speaker)

    # ------------------------------------------------------------ quotations that go on
    def _continue(self, sentence: Sentence) -> None:
        """A sentence that is a quotation alone, right behind one with a speaker, goes on."""
        row = [i for i in sentence.items if i.is_word or i.is_quote]
        if len(row) != 1 or not row[0].is_quote or not self.found:
            return
        before = self.found[-1]
        gap = self.cut.text[before.spans.content[-1][0] : sentence.start]
        near = self.cut.sentences[sentence.number - 1]
        last_said = max(e for _, e in (*before.spans.content, *before.spans.cue))
        if before.kind == "indirect" or last_said < near.start or not gap.strip():
            return
        same = near.paragraph == sentence.paragraph
        reason = "" if same and not before.unsure else before.unsure or _GOES_ON
        speaker = Speaker(
            before.speaker,
            before.named if same else None,
            before.source_kind,
            before.words,
            reason,
        )
        spans = Spans(before.spans.source, (), ((row[0].start, row[0].end),))
        self._add(sentence, speaker, spans, "quotation goes on")


_GOES_ON = "a quotation of its own paragraph: probably the speaker before it, the text does not say"


def _kind(text: str, content: tuple[Span, ...]) -> str:
    """direct, mixed or indirect, from the quotation marks at the edges of the content."""
    pieces = [text[s:e].strip(" ,.;:") for s, e in content]
    quoted = [p[:1] in "\"“„«‘'" and p[-1:] in "\"”“»’'" and len(p) > 2 for p in pieces]
    if all(quoted):
        return "direct"
    inside = any(c in _DOUBLE for p in pieces for c in p) or any(quoted)
    return "mixed" if inside else "indirect"


# ------------------------------------------------------------------ what is missing
_REPLIES = (
    "comment", "denied", "denies", "deny", "declined", "refused", "dismissed", "rejected",
    "respond", "response", "replied", "reply", "asked about", "contacted", "approached",
)  # fmt: skip


def _missing(found: tuple[Attribution, ...], text: str) -> tuple[str, ...]:
    """What the text itself can be checked for. Careful: each line says what was looked for."""
    own = [a for a in found if not a.nested]
    lines = []
    if not own:
        return ("no statement with a source was found; that may be the reader's limit",)
    unnamed = [a for a in own if a.named is False and a.source_kind is not SpeakerKind.UNSTATED]
    named = {a.speaker for a in own if a.named}
    if unnamed and not named:
        lines.append("every source found is unnamed")
    nobody = sum(a.source_kind is SpeakerKind.UNSTATED for a in own)
    if nobody:
        places = "place" if nobody == 1 else "places"
        lines.append(f"who says so, in {nobody} {places} (“is said to”, “has been accused of”)")
    lower = text.lower()
    accuses = any(a.rule in {"accuses", "passive, nobody named"} for a in own) or any(
        word in lower for word in ("accus", "allegation", "alleged")
    )
    if accuses and not any(word in lower for word in _REPLIES):
        lines.append("no words found that show another party was asked for a response")
    return tuple(lines)
