"""From the source of a cell to the answers assigned in it.

The source is parsed, never compiled to code and never run. Where a cell does not parse as a
whole it is read line group by line group, so that one slip does not cost the other answers.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from mediakit.answers.literal import Answer, State, Unreadable, is_blank, read_node

__all__ = ["FILENAME", "Found", "collect", "parse", "read_source", "straighten", "too_deep"]

FILENAME = "<answer, read as text>"  # every tree we parse carries this name, and no other does
MAX_SOURCE = 200_000
MAX_GROUPS = 2_000
MAX_NODES = 20_000
MAX_UNQUOTED = 1_000
MAX_LOOK = 50
MAX_TRIES = 10  # how often a cell is cut behind an unclosed quotation mark

_ASSIGNMENT = re.compile(r"^([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=(?!=)")
_MAGIC = re.compile(r"^\s*(?:[%!?].*|[\w.]+\?{1,2}\s*)$")
_PYTHON_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun")
_DOUBLE = dict.fromkeys(map(ord, "“”„‟«»＂"), '"')
_SINGLE = dict.fromkeys(map(ord, "‘’‚‛"), "'")
_RUN = re.compile(r"[\[({~+-](?:[ \t]*[\[({~+-]){400}|\bnot(?:[ \t]+not\b){400}")
_TRIPLE = re.compile(r"'''|\"\"\"")


@dataclass(frozen=True)
class Found:
    """One assignment: its answer, and the bare name it was set to, if it was one."""

    answer: Answer
    bare: str = ""


def parse(source: str) -> ast.Module | None:
    """The syntax tree, or None when this is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a learner's prose is no matter
            return ast.parse(source, FILENAME)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def straighten(line: str) -> str:
    """The line with typographic quotation marks made straight.

    >>> straighten("q1 = “B”")
    'q1 = "B"'
    """
    return line.translate(_DOUBLE).translate(_SINGLE)


def read_source(source: str, where: str = "") -> list[Found]:
    """Every assignment to a plain name in this cell, in its order.

    Parameters
    ----------
    source : str
        The text of one cell. Longer than 200,000 characters, it is not read.
    where : str
        Words for the place, kept in each answer: ``"cell 5"``.
    """
    text = source.encode("utf-8", "replace").decode("utf-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_SOURCE:
        return [
            Found(Answer(name, reason="this cell is too long to be read", where=where))
            for name in sorted(set(re.findall(r"^(q\w{1,30})[ \t]*=", text[:MAX_SOURCE], re.M)))
        ]
    tree = None if too_deep(text) else parse(text)
    found = _from_tree(tree) if tree else list(_by_groups(text))
    return [replace(f, answer=replace(f.answer, where=where)) for f in found]


def too_deep(text: str) -> bool:
    """True for runs of brackets and signs that should not even reach the parser.

    The parser bounds its own depth too; this keeps us clear of its edge.
    """
    return _RUN.search(text) is not None


# --- a whole tree ------------------------------------------------------------------------------


def _from_tree(tree: ast.Module) -> list[Found]:
    found: list[Found] = []
    for statement in tree.body:
        found += _from_statement(statement)
    return found


def _from_statement(statement: ast.stmt) -> list[Found]:
    match statement:
        case ast.Assign(targets=targets, value=value):
            return [f for target in targets for f in _from_target(target, value)]
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            return _from_target(target, value)
        case ast.AugAssign(target=ast.Name(id=name)):
            return [_cannot(name, f"{name} is changed step by step; write its value at once")]
        case ast.Expr(value=ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()])):
            return [_cannot(name, "two signs == compare; one sign = stores an answer")]
        case ast.If() | ast.For() | ast.While() | ast.With() | ast.Try():
            return list(_inside(statement))
    return []


def _from_target(target: ast.expr, value: ast.expr) -> list[Found]:
    if isinstance(target, ast.Name):
        return [_assigned(target.id, value)]
    if isinstance(target, (ast.Tuple, ast.List)):
        parts = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
        names = [t.id for t in target.elts if isinstance(t, ast.Name)]
        if len(names) == len(target.elts) == len(parts):
            return [_assigned(n, v) for n, v in zip(names, parts, strict=True)]
        return [
            _cannot(n, "several names are filled at once; give each its own line") for n in names
        ]
    return []


def _assigned(name: str, value: ast.expr) -> Found:
    if isinstance(value, ast.Name) and value.id != "Ellipsis":
        note = f"read as {value.id!r}: put quotation marks around it"
        return Found(Answer(name, value.id[:200], notes=(note,)), bare=value.id)
    try:
        return Found(Answer(name, read_node(value)))
    except Unreadable as reason:
        return _cannot(name, str(reason))
    except RecursionError:
        return _cannot(name, "brackets or signs are nested too deep here")


def _cannot(name: str, reason: str) -> Found:
    return Found(Answer(name, reason=reason))


def _inside(statement: ast.stmt) -> Iterator[Found]:
    """Assignments inside a block depend on what runs, so they are named and not read."""
    waiting: list[ast.AST] = [statement]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            reason = "this stands inside a block; write it at the left margin, on its own line"
            yield _cannot(node.id, reason)
        waiting += ast.iter_child_nodes(node)


# --- a cell that does not parse ------------------------------------------------------------------


def _by_groups(text: str, tries: int = MAX_TRIES) -> Iterator[Found]:
    for group in _groups(_without_magics(text))[:MAX_GROUPS]:
        yield from _from_group(group, tries)


def _without_magics(text: str) -> list[str]:
    """The lines, with magics and shell lines emptied. Another language's cell has none."""
    lines = text.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%") and not first.startswith(_PYTHON_MAGICS):
        return []
    kept = []
    quote = ""
    for line in lines:
        inside = quote
        quote = _open_quote(line, quote)
        kept.append(line if inside or not _MAGIC.match(line) else "")
    return kept


def _open_quote(line: str, quote: str) -> str:
    """The triple quotation mark that is open after this line, if one is."""
    for mark in _TRIPLE.findall(line):
        quote = "" if mark == quote else quote or mark
    return quote


def _groups(lines: list[str]) -> list[str]:
    """Lines in groups: each starts at the left margin, outside any triple quotation marks."""
    groups: list[list[str]] = []
    quote = ""
    for line in lines:
        starts = line[:1] not in ("", " ", "\t", ")", "]", "}", "#") and not quote
        if starts or not groups:
            groups.append([])
        groups[-1].append(line)
        quote = _open_quote(line, quote)
    return _joined(groups)


def _joined(groups: list[list[str]]) -> list[str]:
    """Groups that belong together: a list whose parts stand at the left margin."""
    texts = ["\n".join(group) for group in groups]
    done: list[str] = []
    at = 0
    while at < len(texts):
        taken = _belonging(texts, at)
        done.append("\n".join(texts[at : at + taken]))
        at += taken
    return done


def _belonging(texts: list[str], at: int) -> int:
    """How many groups from here make one assignment that reads; 1 when none do."""
    if not _ASSIGNMENT.match(texts[at]) or _reads(texts[at]):
        return 1
    whole = texts[at]
    for taken, text in enumerate(texts[at + 1 : at + MAX_LOOK], 2):
        whole += "\n" + text
        if _ASSIGNMENT.match(text) or len(whole) > 5_000:
            return 1
        if _reads(whole):
            return taken
    return 1


def _reads(text: str) -> bool:
    return not too_deep(text) and parse(text) is not None


def _from_group(text: str, tries: int) -> list[Found]:
    if too_deep(text):
        return _named(text, "brackets or signs are nested too deep here")
    tree = parse(text)
    if tree is not None:
        return _from_tree(tree)
    double = text.translate(_DOUBLE)
    for mended in (double, double.translate(_SINGLE)):
        tree = parse(mended) if mended != text else None
        if tree is not None:
            note = "typographic quotation marks were read as straight ones"
            return [
                replace(f, answer=replace(f.answer, notes=(*f.answer.notes, note)))
                for f in _from_tree(tree)
            ]
    match = _ASSIGNMENT.match(text)
    lines = text.rstrip().split("\n")
    if match and len(lines) > 1 and _TRIPLE.search(lines[0]) is None and _reads(lines[0]):
        return _from_group(lines[0], tries)  # the slip is in what follows
    if (
        match and len(lines) > 1 and tries
    ):  # an unclosed quotation mark may have swallowed later answers
        later = next((i for i, s in enumerate(lines[1:], 1) if _ASSIGNMENT.match(s)), None)
        if later:
            rest = "\n".join(lines[later:])
            return _named(text, _SLIP) + list(_by_groups(rest, tries - 1))
    return _without_quotes(text) or _named(text, _SLIP)


def _without_quotes(text: str) -> list[Found]:
    """``q4 = 3 %`` or ``q5 = 8 May 2015``: a line of text that lacks its quotation marks.

    Text with quotation marks of its own inside the outer ones is read as well.
    """
    match = _ASSIGNMENT.match(text)
    said = text[match.end() :].strip() if match else ""
    if not match or not 0 < len(said) <= MAX_UNQUOTED or "\n" in said:
        return []
    inside = said[1:-1] if said[0] in "\"'" and said[0] == said[-1] else ""
    if inside.count(" ") > 2:
        note = "text with quotation marks in it stands between three of them on each side"
        return [Found(Answer(match[1], inside, notes=(note,)))]
    if said[0].isalnum() and not re.search(r"[\"\[\]{}()=#\\]", said):
        return [
            Found(Answer(match[1], said, notes=("read as text: put quotation marks around it",)))
        ]
    return []


_SLIP = "this line is not Python yet; a bracket, a quotation mark or a comma may be missing"


def _named(text: str, reason: str) -> list[Found]:
    match = _ASSIGNMENT.match(text)
    return [_cannot(match[1], reason)] if match else []


# --- one answer per question ---------------------------------------------------------------------


def collect(found: Iterable[Found], ids: Collection[str] | None = None) -> dict[str, Answer]:
    """The one answer that counts for each question.

    The last value wins. A value wins over a line that could not be read, and that over an open
    answer (``...``). What else there was is noted.

    Parameters
    ----------
    found : iterable of Found
        Assignments in the order of the notebook.
    ids : collection of str, optional
        The questions wanted; left out, every name that was assigned.
    """
    by_name: dict[str, list[Found]] = {}
    for one in found:
        by_name.setdefault(one.answer.question, []).append(one)
    names = list(by_name) if ids is None else list(ids)
    return {n: _settle(n, by_name.get(n, []), by_name) for n in names}


def _settle(name: str, found: list[Found], known: Collection[str]) -> Answer:
    answers = [_no_variable(f, known) for f in found]
    read = [a for a in answers if a.state is State.READ]
    unreadable = [a for a in answers if a.state is State.UNREADABLE]
    if read:
        return _noted(read[-1], read[:-1], unreadable)
    if unreadable:
        return unreadable[-1]
    return answers[-1] if answers else Answer(name)


def _no_variable(found: Found, known: Collection[str]) -> Answer:
    """A bare name is a choice only when it is no variable of the notebook."""
    answer = found.answer
    if found.bare and found.bare in known:
        reason = f"{found.bare!r} is a name of your own; write its value"
        return replace(answer, value=..., reason=reason, notes=())
    return answer


def _noted(last: Answer, earlier: list[Answer], unreadable: list[Answer]) -> Answer:
    notes = list(last.notes)
    if any(not is_blank(a.value) and a.value != last.value for a in earlier):
        notes.append(f"answered {len(earlier) + 1} times; the last answer counts")
    elif earlier:
        notes.append(f"the same answer stands here {len(earlier) + 1} times")
    if unreadable:
        notes.append(f"another line for it could not be read: {unreadable[-1].reason}")
    return replace(last, notes=tuple(notes))
