"""The source sheet of an article: who says what, who has a name, which outlets, what is missing."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import Any

from mediakit.reading.outlets import CitedOutlet
from mediakit.reading.people import SpeakerKind
from mediakit.reading.segment import Span

__all__ = ["Attribution", "SourceSheet", "Spans"]

_SHOWN = 160


@dataclass(frozen=True)
class Spans:
    """Where source, cue and content stand: code-point offsets into the text, end excluded."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Attribution:
    """Words that the article puts into somebody's mouth.

    ``named`` is True, False, or None where the reader is not sure; ``unsure`` then says why.
    ``kind`` is ``direct`` (all of it in quotation marks), ``mixed`` (partly) or ``indirect``.
    ``words`` is how the article puts the source, ``speaker`` the fullest name it gives for it.
    ``nested`` marks what a speaker is quoted as saying of their own thinking ("I believe").
    """

    speaker: str
    named: bool | None
    cue: str
    content: str
    kind: str
    spans: Spans
    sentence: str
    words: str = ""
    source_kind: SpeakerKind = SpeakerKind.UNNAMED
    rule: str = ""
    unsure: str = ""
    nested: bool = False

    @property
    def naming(self) -> str:
        """ "named", "unnamed", "nobody named" or "unsure"."""
        if self.source_kind is SpeakerKind.UNSTATED:
            return "nobody named"
        return {True: "named", False: "unnamed", None: "unsure"}[self.named]

    def __repr__(self) -> str:
        who = self.speaker or "(nobody)"
        return f"{who} ({self.naming}), {self.cue!r}, {self.kind}: {_short(self.content)}"

    def as_dict(self) -> dict[str, Any]:
        """The attribution as plain values."""
        spans = self.spans
        return {
            "speaker": self.speaker,
            "named": self.named,
            "source_kind": self.source_kind.value,
            "words": self.words,
            "cue": self.cue,
            "content": self.content,
            "kind": self.kind,
            "spans": {
                "source": [list(s) for s in spans.source],
                "cue": [list(s) for s in spans.cue],
                "content": [list(s) for s in spans.content],
            },
            "sentence": self.sentence,
            "rule": self.rule,
            "unsure": self.unsure,
            "nested": self.nested,
        }


@dataclass(frozen=True, repr=False)
class SourceSheet:
    """What an article rests on, as far as its own words show.

    It says who is said to have said what. It never says whether that is true.
    """

    text: str
    attributions: tuple[Attribution, ...]
    outlets: tuple[CitedOutlet, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def named(self) -> dict[str, tuple[Attribution, ...]]:
        """Named speakers in order of appearance, each with what is attributed to them."""
        return self._by(True)

    @property
    def unnamed(self) -> dict[str, tuple[Attribution, ...]]:
        """Unnamed sources in the article's own words, each with what is attributed to them."""
        return self._by(False)

    @property
    def unsure(self) -> tuple[Attribution, ...]:
        """Attributions where the reader will not say who is meant."""
        return tuple(a for a in self._own() if a.named is None)

    @property
    def cited(self) -> tuple[str, ...]:
        """Names of outlets an account comes from or somebody spoke to, each once."""
        names = [o.name for o in self.outlets if o.role in {"source", "told"}]
        return tuple(dict.fromkeys(names))

    def _own(self) -> list[Attribution]:
        return [a for a in self.attributions if not a.nested]

    def _by(self, named: bool) -> dict[str, tuple[Attribution, ...]]:
        found: dict[str, list[Attribution]] = {}
        for a in self._own():
            if a.named is named and a.speaker:
                found.setdefault(a.speaker, []).append(a)
        return {who: tuple(rows) for who, rows in found.items()}

    def __repr__(self) -> str:
        own = self._own()
        lines = [f"Source sheet: {_count(len(own), 'statement')} with a source"]
        named = [f"{who} ({len(rows)})" for who, rows in self.named.items()]
        lines.append("  named: " + (", ".join(named) or "nobody"))
        unnamed = [f"“{who}” ({len(rows)})" for who, rows in self.unnamed.items()]
        lines.append("  unnamed: " + (", ".join(unnamed) or "nobody"))
        nobody = sum(a.source_kind is SpeakerKind.UNSTATED for a in own)
        if nobody:
            lines.append(f"  said, and nobody named as saying it: {nobody}")
        if self.unsure:
            lines.append(f"  unsure who is meant: {len(self.unsure)}")
        lines.append("  outlets cited: " + (", ".join(self.cited) or "none found"))
        lines += [f"  missing: {line}" for line in self.missing]
        return "\n".join(lines)

    def why(self) -> str:
        """Each statement with its source and the sentence it rests on."""
        lines = []
        for n, a in enumerate(self._own(), start=1):
            lines.append(f"{n}. {a.speaker or '(nobody)'} ({a.naming}; {a.kind}; rule: {a.rule})")
            if a.unsure:
                lines.append(f"   unsure: {a.unsure}")
            lines.append(f"   what: {a.content}")
            lines.append(f"   sentence: {a.sentence}")
        for o in self.outlets:
            lines.append(f"Outlet {o.name}: {o.words}. Sentence: {o.sentence}")
        lines += [f"Missing: {line}" for line in self.missing]
        lines += [f"Note: {line}" for line in self.notes]
        return "\n".join(lines) or "No statement with a source was found."

    def as_dict(self) -> dict[str, Any]:
        """The sheet as plain values, without the text."""
        return {
            "attributions": [a.as_dict() for a in self.attributions],
            "outlets": [
                {"name": o.name, "role": o.role, "span": list(o.span), "sentence": o.sentence}
                for o in self.outlets
            ],
            "missing": list(self.missing),
            "notes": list(self.notes),
        }

    def to_json(self) -> str:
        """The sheet as JSON. Offsets are Unicode code points into ``text``."""
        return json.dumps({"text": self.text, **self.as_dict()}, ensure_ascii=False, indent=2)

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(repr(self))}</pre>"

    def to_html(self, title: str = "Source sheet") -> str:
        """One page that needs nothing else: every word of the article is escaped."""
        rows = "\n".join(_row(n, a) for n, a in enumerate(self._own(), start=1))
        outlets = "".join(
            f"<li><b>{html.escape(o.name)}</b>: {html.escape(o.words)}</li>" for o in self.outlets
        )
        lists = "".join(
            f"<h2>{head}</h2><ul>{''.join(f'<li>{html.escape(x)}</li>' for x in lines)}</ul>"
            for head, lines in (("What is missing", self.missing), ("Notes", self.notes))
            if lines
        )
        return _PAGE.format(
            title=html.escape(title),
            summary=html.escape(repr(self)),
            rows=rows,
            outlets=outlets or "<li>none found</li>",
            lists=lists,
            text=_marked(self.text, self._own()),
        )


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1].rstrip() + "…"


def _row(n: int, a: Attribution) -> str:
    cells = [str(n), a.speaker or "(nobody)", a.naming, a.kind, a.cue, a.content]
    told = "".join(f"<td>{html.escape(c)}</td>" for c in cells)
    note = f" Unsure: {a.unsure}." if a.unsure else ""
    return f"<tr>{told}<td>{html.escape(a.sentence + note)}</td></tr>"


def _marked(text: str, attributions: list[Attribution]) -> str:
    """The article with the words of each source marked and numbered; overlaps are marked once."""
    spans = sorted(
        (s, e, n) for n, a in enumerate(attributions, start=1) for s, e in a.spans.content
    )
    out, at = [], 0
    for s, e, n in spans:
        if s < at:
            continue
        out.append(html.escape(text[at:s]))
        out.append(f"<mark>{html.escape(text[s:e])}<sup>{n}</sup></mark>")
        at = e
    out.append(html.escape(text[at:]))
    return "".join(out)


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }}
.scroll {{ overflow-x: auto; }}
pre, .article {{ white-space: pre-wrap; }}
mark {{ background: #fff3bf; color: inherit; text-decoration: underline; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #eee; background: #161616; }}
  mark {{ background: #4a3f00; }}
}}
</style></head><body><main>
<h1>{title}</h1>
<p>Who is said to have said what. The sheet does not say whether it is true.</p>
<pre>{summary}</pre>
<h2>Statements and their sources</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Statements and their sources"><table>
<thead><tr><th scope="col">No.</th><th scope="col">Who</th><th scope="col">Named?</th>
<th scope="col">How quoted</th><th scope="col">Cue</th><th scope="col">What</th>
<th scope="col">Sentence</th></tr></thead>
<tbody>
{rows}
</tbody></table></div>
<h2>Outlets</h2><ul>{outlets}</ul>
{lists}
<h2>The article</h2>
<p>Underlined: words given to a source, with the number of the statement behind them.</p>
<div class="article">{text}</div>
</main></body></html>
"""
