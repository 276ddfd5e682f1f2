"""What would make a case unfair to somebody in it."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.caselint.found import Found, Text
from mediakit.yamlfile import Problem

__all__ = ["accusations", "long_quotations", "named_in_private", "one_sided"]

MAX_QUOTED_WORDS = 25
# Where readers meet a few words without the sentence that says whose they are.
BARE = {
    ("", "title"),
    ("", "case"),
    ("hypotheses", "label"),
    ("questions", "text"),
    ("documents", "title"),
}
ACCUSING = ("unattributed accusation", "accusation as a question")
HEDGED = "bare alleged"
PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}


def one_sided(found: Found) -> Iterator[Problem]:
    """Questions with one explanation only, or without "not established" among them."""
    for question in found.records("questions").values():
        rivals = [h for h in found.records("hypotheses").values() if h.question == question.id]
        if not rivals:
            continue
        at = found.line("hypotheses", rivals[0].id)
        if len(rivals) == 1:
            what = f"the question {question.id!r} has one explanation only"
            yield Problem(at, what, "add at least one rival that could be true instead")
        if not any("not established" in f"{h.label} {h.id}".replace("-", " ") for h in rivals):
            what = f"no explanation of {question.id!r} is 'not established'"
            yield Problem(at, what, "add one with that label: it is an answer as good as the rest")


def accusations(found: Found) -> Iterator[Problem]:
    """Accusations in titles, labels, questions and ids.

    Titles of references are other people's words, shown in the list of references only.
    """
    fix = "write what it is about, and leave who did it to the claims, with who says so"
    for text in _bare(found):
        words = _accusing(text.words)
        if words:
            yield Problem(text.line, f'{text.where} reads as an accusation: "{words}"', fix)


def _accusing(text: str) -> str:
    """The words that accuse somebody, or nothing. "Allegedly" makes a title no better."""
    from mediakit.wording import lint_wording

    flags = lint_wording(text).flags
    bare = next((flag for flag in flags if flag.kind in ACCUSING), None)
    hedge = next((flag for flag in flags if flag.kind == HEDGED), None)
    if bare or not hedge:
        return bare.words if bare else ""
    return _accusing(text[: hedge.start] + text[hedge.end :])


def _bare(found: Found) -> Iterator[Text]:
    for text in found.texts():
        if (text.group, text.field) in BARE:
            yield text
    ids = [("", "", str(found.head.get("case", "")))]
    ids += [(group, record.id, record.id) for group, record in found.everything()]
    for group, id_, words in ids:
        at = found.line(group, id_, "id" if group else "case")
        yield Text(group, id_, "id", words.replace("-", " ").replace("_", " "), at)


def named_in_private(found: Found) -> Iterator[Problem]:
    """Names on the case's private list, wherever they stand. The list holds no names."""
    private = found.head.get("private_names")
    if not private:
        return
    at = found.line("", "", "private_names")
    salt = private["salt"]
    hashes = [h.removeprefix(f"{salt}$") for h in private["hashes"]]
    for entry in hashes:
        if len(entry) != 32 or set(entry) - set("0123456789abcdef"):
            what = f"{entry[:1]}… is no hash of a name"
            yield Problem(at, what, "make the list with: mediakit case hide SALT")
    from mediakit.wording.names import private_names
    from mediakit.wording.text import sentences

    listed = [f"{salt}${entry}" for entry in hashes]
    fix = "leave the name out; the case does not need it"
    for text in (*found.texts(), *_addresses(found)):
        if any(any(private_names(s, listed)) for s in sentences(text.words)):
            yield Problem(text.line, f"{text.where} holds a name from the private list", fix)


def _addresses(found: Found) -> Iterator[Text]:
    """Ids and addresses as words: a name in them can be read as well."""
    for group, record in found.everything():
        words = f"{record.id} {getattr(record, 'url', '')}"
        plain = "".join(c if c.isalnum() else " " for c in words).title()
        yield Text(group, record.id, "id or address", plain, found.line(group, record.id))


def long_quotations(found: Found) -> Iterator[Problem]:
    """Quotations of more than 25 words: the field ``wording``, and between quotation marks."""
    fix = f"quote {MAX_QUOTED_WORDS} at most and tell the rest in your own words"
    for text in found.texts():
        spans = [text.words] if text.field == "wording" else list(quoted(text.words))
        longest = max((len(span.split()) for span in spans), default=0)
        if longest > MAX_QUOTED_WORDS:
            yield Problem(text.line, f"{text.where} quotes {longest} words", fix)


def quoted(text: str) -> Iterator[str]:
    """What stands between quotation marks; a mark that nothing closes within a line is none.

    >>> list(quoted("He said “two words” and 'none here'."))
    ['two words']
    """
    for line in text.splitlines():
        start, closing = -1, ""
        for k, sign in enumerate(line):
            if start >= 0 and sign in closing:
                yield line[start:k]
                start = -1
            elif start < 0 and sign in PAIRS:
                start, closing = k + 1, PAIRS[sign]
