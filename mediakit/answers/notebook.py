"""From the bytes of a notebook to its answers. Nothing in it is run, and nothing is trusted."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from mediakit.answers.literal import Answer, Unreadable, is_blank, read_value
from mediakit.answers.source import Found, collect, parse, read_source, too_deep

__all__ = ["MAX_BYTES", "MIME", "Notebook", "read_notebook", "too_large"]

MIME = "application/vnd.mediakit.answer+json"
MAX_BYTES = 50_000_000
MAX_CELLS = 5_000
MAX_SOURCE = 2_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # how a file that Windows "saved as Unicode" begins
_FENCE = re.compile(r"^(?:```|~~~)")


@dataclass(frozen=True)
class Notebook:
    """What a notebook holds for us: the exercise it names, and the assignments in it.

    ``reason`` says why nothing could be read; it is empty when the notebook is sound.
    """

    reason: str = ""
    exercise: str = ""
    tag: str = ""  # of the variant, on a notebook that was handed out
    typed: tuple[Found, ...] = ()
    stored: tuple[Found, ...] = ()  # answers given in a widget
    in_text: tuple[Found, ...] = ()  # answers that stand in text cells
    notes: tuple[str, ...] = field(default=())

    def answers(self, ids: Collection[str] | None = None) -> dict[str, Answer]:
        """The one answer for each question: typed, else stored by a widget, else in a text cell.

        Examples
        --------
        >>> cell = {"cell_type": "code", "source": "q1 = 'B'", "outputs": []}
        >>> read_notebook(json.dumps({"cells": [cell]}).encode()).answers(["q1"])["q1"].value
        'B'
        """
        groups = [collect(found) for found in (self.typed, self.stored, self.in_text)]
        names = dict.fromkeys(n for group in groups for n in group) if ids is None else ids
        return {name: _first(name, groups) for name in names}


def _first(name: str, groups: list[dict[str, Answer]]) -> Answer:
    """The first group with a value decides; failing that, the first with a reason."""
    there = [group[name] for group in groups if name in group]
    values = [a for a in there if not a.reason and not is_blank(a.value)]
    reasons = [a for a in there if a.reason]
    chosen = (values or reasons or there or [Answer(name)])[0]
    if values and reasons and chosen.notes == ():
        return replace(
            chosen, notes=(f"another line for it could not be read: {reasons[0].reason}",)
        )
    return chosen


def too_large(size: int) -> str:
    """The reason for a file beyond the bound, or nothing."""
    if size <= MAX_BYTES:
        return ""
    return f"the file is larger than {MAX_BYTES // 1_000_000} MB; nothing in it was read"


def read_notebook(data: bytes) -> Notebook:
    """Read a notebook (format 3 or 4) from its bytes.

    Parameters
    ----------
    data : bytes
        The content of the file. Up to 50 MB; beyond that, or when it is no notebook, the result
        carries a reason and no answers.
    """
    root, reason = _load(data)
    if reason:
        return Notebook(reason=reason)
    cells, reason = _cells(root)
    if reason:
        return Notebook(reason=reason)
    notes = () if len(cells) <= MAX_CELLS else (f"only the first {MAX_CELLS:,} cells were read",)
    if data[:2] in _UTF_16:
        notes = (*notes, "the file is in UTF-16, not UTF-8; it was read all the same")
    notebook = _read_cells(cells[:MAX_CELLS], _told(root, "exercise"), notes)
    return replace(notebook, tag=_told(root, "tag"))


def _load(data: bytes) -> tuple[Any, str]:
    reason = too_large(len(data))
    if reason:
        return None, reason
    if not data.strip():
        return None, "the file is empty"
    try:
        text = data.decode("utf-16" if data[:2] in _UTF_16 else "utf-8-sig")
    except UnicodeDecodeError:
        return None, "the file is not text in UTF-8 or UTF-16, so it is no notebook"
    try:
        return json.loads(text), ""
    except RecursionError:
        return None, "the file is nested too deep to be a notebook"
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        at = f" (line {line})" if line else ""
        return None, f"the file is not a whole notebook: it breaks off or is not JSON{at}"


def _cells(root: Any) -> tuple[list[Any], str]:
    if not isinstance(root, dict):
        return [], "the file is JSON and no notebook"
    cells = root.get("cells")
    if not isinstance(cells, list):
        sheets = root.get("worksheets")  # nbformat 3
        sheets = sheets if isinstance(sheets, list) else []
        parts = [s["cells"] for s in sheets if isinstance(s, dict) and _is_list(s.get("cells"))]
        if not parts:
            return [], "the file is JSON and no notebook: it has no cells"
        cells = [cell for part in parts for cell in part]
    return cells, ""


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _read_cells(cells: list[Any], exercise: str, notes: tuple[str, ...]) -> Notebook:
    typed: list[Found] = []
    stored: list[Found] = []
    in_text: list[Found] = []
    spent = 0
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict):
            continue
        source = _source(cell)
        spent += len(source)
        if spent > MAX_SOURCE:
            notes = (*notes, f"cells from cell {number} on were not read: too much text")
            break
        if cell.get("cell_type") == "code":
            typed += read_source(source, f"cell {number}")
            stored += _stored(cell, f"the output of cell {number}")
            exercise = exercise or _loads(source)
        else:
            in_text += _from_text(source, f"cell {number}")
    return Notebook("", exercise, "", tuple(typed), tuple(stored), tuple(in_text), notes)


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""


def _from_text(source: str, where: str) -> list[Found]:
    """Answers typed into a text cell by mistake: plain lines, not shown code."""
    plain = []
    fenced = False
    for line in source.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and re.match(r"^[A-Za-z_]\w*[ \t]*=(?!=)", line):
            plain.append(line)
    note = "this stands in a text cell; put it into a code cell"
    return [
        replace(f, answer=replace(f.answer, notes=(*f.answer.notes, note)))
        for f in read_source("\n".join(plain), where)
        if plain
    ]


def _stored(cell: dict[str, Any], where: str) -> Iterator[Found]:
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else []:
        data = output.get("data") if isinstance(output, dict) else None
        entry = data.get(MIME) if isinstance(data, dict) else None
        if not isinstance(entry, dict) or not isinstance(entry.get("question"), str):
            continue
        name = entry["question"][:200]
        yield _kept(name, entry.get("value"), where)
        if "confidence" in entry:
            yield _kept(f"{name}_confidence", entry["confidence"], where)


def _kept(name: str, value: Any, where: str) -> Found:
    try:
        return Found(Answer(name, read_value(value), where=where))
    except Unreadable as reason:
        return Found(Answer(name, reason=str(reason), where=where))
    except RecursionError:
        return Found(Answer(name, reason="this is nested too deep", where=where))


# --- which exercise --------------------------------------------------------------------------


def _told(root: dict[str, Any], field_: str) -> str:
    """What the notebook's metadata say of its exercise."""
    metadata = root.get("metadata")
    ours = metadata.get("mediakit") if isinstance(metadata, dict) else None
    name = ours.get(field_) if isinstance(ours, dict) else None
    return name[:200] if isinstance(name, str) else ""


def _loads(source: str) -> str:
    """The name in ``load_exercise("...")``, where a cell holds that call."""
    if "load_exercise" not in source or len(source) > 20_000:
        return ""
    tree = None if too_deep(source) else parse(source)
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if called == "load_exercise" and isinstance(first, ast.Constant):
                return first.value[:200] if isinstance(first.value, str) else ""
    match = re.search(r"load_exercise\(\s*[\"'“”]([\w.-]{1,200})[\"'“”]", source)
    return match[1] if match else ""
