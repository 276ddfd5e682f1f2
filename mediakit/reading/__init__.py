"""Read an article: who is said to have said what, in whose words, from which outlet."""

from __future__ import annotations

import re
from pathlib import Path

from mediakit.reading.outlets import CitedOutlet
from mediakit.reading.people import SpeakerKind
from mediakit.reading.reader import sheet_of
from mediakit.reading.sheet import Attribution, SourceSheet, Spans

__all__ = ["Attribution", "CitedOutlet", "SourceSheet", "Spans", "SpeakerKind", "read"]

LONGEST = 1_000_000  # characters
_KINDS = (".txt", ".md", ".markdown", ".text")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}\)")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]{0,8}(?:[*+-]|>)[ \t]+", re.MULTILINE)
_STRESS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)")


def read(text_or_path: str | Path) -> SourceSheet:
    """Make the source sheet of an article: who is said to have said what.

    English only, by rules and word lists: it misses sources, most of all those of unusual wording,
    and where it is not sure who is meant it says so. It never says whether a statement is true.
    The text stays on this machine; nothing is written to disk.

    Parameters
    ----------
    text_or_path : str or Path
        The article itself, or the path of a file in plain text or Markdown (``.txt``, ``.md``).
        One short line without spaces that ends like a file name is taken for a path.
        At most 1,000,000 characters.

    Returns
    -------
    SourceSheet
        ``.attributions``, ``.named``, ``.unnamed``, ``.unsure``, ``.outlets``, ``.missing``;
        ``.why()`` quotes the sentences, ``.to_json()`` and ``.to_html()`` write it out. Where
        nobody can be named, ``named`` is None or False, never a guess.

    Raises
    ------
    FileNotFoundError
        When there is no such file.
    ValueError
        When there is no text, the file is not text, is of a kind that is not read, or is too long.

    Examples
    --------
    >>> sheet = read('The ferry was late, said Ada Voss, 41. Officials said that it sank.')
    >>> sheet
    Source sheet: 2 statements with a source
      named: Ada Voss (1)
      unnamed: “Officials” (1)
      outlets cited: none found
    >>> sheet.attributions[0].content
    'The ferry was late'

    References
    ----------
    Pareti (2016) on attribution as source, cue and content; Zeldes (2017) for the GUM corpus it
    was measured on.
    """
    if isinstance(text_or_path, Path) or _looks_like_path(text_or_path):
        text = _from_file(Path(text_or_path))
    else:
        text = text_or_path
    if not text.strip():
        raise ValueError("there is no text to read; give the article or the path of a .txt file")
    if len(text) > LONGEST:
        raise ValueError(
            f"the text has {len(text):,} characters; at most {LONGEST:,} are read: give one article"
        )
    if "\0" in text:
        raise ValueError("this is not text (it holds null characters); give plain text or Markdown")
    return sheet_of(text.replace("\r\n", "\n").replace("\r", "\n"))


def _looks_like_path(given: str) -> bool:
    """A short line that names a file; an article never looks like that."""
    if "\n" in given or len(given) > 1000 or not given.strip():
        return False
    if given.startswith(("http://", "https://")) and " " not in given.strip():
        raise ValueError(
            f"{given.strip()[:80]!r} is a web address; web pages are not fetched here: "
            "save the article as a .txt file and give its path"
        )
    ends = re.search(r"\.\w{1,8}$", given.strip()) is not None
    return (" " not in given.strip() and (ends or "/" in given)) or given.lower().endswith(_KINDS)


def _from_file(path: Path) -> str:
    if not path.exists():
        raise FileNotFoundError(f"there is no file {str(path)!r}; check the name and the folder")
    if path.is_dir():
        raise ValueError(f"{str(path)!r} is a folder; give one .txt or .md file")
    if path.suffix.lower() in {".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf"}:
        raise ValueError(
            f"{path.name!r}: files of the kind {path.suffix!r} are not read; "
            "save the article as plain text (.txt) or Markdown (.md)"
        )
    with path.open("rb") as file:
        data = file.read(4 * LONGEST + 1)
    if len(data) > 4 * LONGEST:
        raise ValueError(f"{path.name!r} is too large; at most {LONGEST:,} characters are read")
    text = _decoded(data, path.name)
    if not text.strip():
        raise ValueError(f"{path.name!r} is empty; give a file that holds an article")
    return _plain(text) if path.suffix.lower() in {".md", ".markdown"} else text


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, UTF-16 with its mark, or the older Western encoding; anything else is no text."""
    marked = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(c < " " and c not in "\t\n\r\f\x0b\x1a" for c in text):
            return text
        break
    raise ValueError(f"{name!r} is not a text file; give plain text (.txt) or Markdown (.md)")


def _plain(markdown: str) -> str:
    """Markdown as the text a reader sees: headings, links, bullets and stress marks removed."""
    text = _LINK.sub(r"\1", markdown)
    text = _HEADING.sub("", text)
    text = _BULLET.sub("", text)
    return _STRESS.sub("", text)
