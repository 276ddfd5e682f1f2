"""A source memo written out: as Markdown, and as a page that stands alone.

What the writer wrote is text and nothing else: no heading, link or tag of theirs takes effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from mediakit.case import REALITIES
from mediakit.records import When

if TYPE_CHECKING:
    from mediakit.memo import Memo

__all__ = ["memo_html", "memo_markdown"]

REMARKS = "Wording to look at again"
STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --line: #767676; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #191919;
  --line: #9a9a9a; } }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 44rem; color: var(--ink);
  background: var(--paper); font: 1.05rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid var(--line); }
p { margin: .45rem 0; }
ul { margin: .45rem 0; padding-left: 1.3rem; }
@media print { :root { --ink: #000; --paper: #fff; --line: #767676; }
  body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; }
  p, li { orphans: 3; widows: 3; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def memo_markdown(memo: Memo) -> str:
    """The memo as Markdown, one heading a section."""
    lines = [f"# {_plain(_title(memo))}", "", _plain(_about(memo))]
    for heading, paragraphs in _parts(memo):
        lines += ["", f"## {heading}", ""]
        mark = "- " if len(paragraphs) > 1 else ""
        lines += [f"{mark}{_plain(p)}" for p in paragraphs]
    return "\n".join(lines) + "\n"


def memo_html(memo: Memo) -> str:
    """The memo as one page that loads nothing and runs nothing."""
    title = escape(_title(memo))
    sections = "\n".join(
        f"<section>\n<h2>{escape(heading)}</h2>\n{_body(paragraphs)}\n</section>"
        for heading, paragraphs in _parts(memo)
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(_about(memo))}</p>\n{sections}\n"
        "</main>\n</body>\n</html>\n"
    )


def _title(memo: Memo) -> str:
    return f"Source memo: {memo.case.title}"


def _about(memo: Memo) -> str:
    """What sort of case it is, and up to which day it was known."""
    kind = f"The case is {REALITIES[memo.case.reality]}."
    cut = memo.case.cut
    return f"{kind} As known on {When(cut)}; what came later is left out." if cut else kind


def _parts(memo: Memo) -> Iterator[tuple[str, Sequence[str]]]:
    for section in memo.sections:
        yield section.heading, section.paragraphs
    if memo.remarks:
        yield REMARKS, [str(remark) for remark in memo.remarks]


def _body(paragraphs: Sequence[str]) -> str:
    if len(paragraphs) == 1:
        return f"<p>{escape(paragraphs[0])}</p>"
    items = "\n".join(f"<li>{escape(p)}</li>" for p in paragraphs)
    return f"<ul>\n{items}\n</ul>"


def _plain(text: str) -> str:
    """The text so that Markdown shows it as it is: on one line, its signs without effect."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = re.sub(r"([\\`*_\[\]{}])", r"\\\1", line)
    line = line.replace("|", "&#124;").replace("~", "&#126;")  # no backslash helps these everywhere
    line = re.sub(r"^([#+\-])", r"\\\1", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
