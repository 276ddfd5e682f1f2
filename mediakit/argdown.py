"""Argument maps as Argdown text, and back: a plain-text language that other programs draw.

Argdown can say more than is written here (attacks, questions, tags); only what mediakit writes
is read back.

References
----------
Betz, G. and Voigt, C.: Argdown, argdown.org. What is written here was read with @argdown/core 1.8.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediakit.argument import Conclusion, Premise

__all__ = ["argdown_text", "read_argdown"]

SIGNS = r"\[]<>{}()*_#@/+-=|:"  # each of them can begin something in Argdown
STATEMENT = re.compile(r"(?:\((\d+)\) )?\[([\w-]+)\](?:: (.*))?")
ARGUMENT = re.compile(r"<([\w-]+), reason (\d+)>")
EVIDENCE = re.compile(r"(.*) \{evidence: (\[.*\])\}")
LINE = "----"
NO_REASON = " {because: []}"  # or a conclusion without reasons would come back as a premise


def argdown_text(
    premises: Iterable[tuple[str, str, Sequence[str]]],
    conclusions: Iterable[tuple[str, str, Sequence[Sequence[str]]]],
) -> str:
    """Statements first, then one argument for each group of reasons.

    Parameters
    ----------
    premises : (id, text, evidence ids)
    conclusions : (id, text, groups of ids)

    Returns
    -------
    str
        Argdown text; the evidence stands as data behind its premise.

    Examples
    --------
    >>> print(argdown_text([("p1", "Smoke rose.", ["camera"])], [("c1", "It burned.", [["p1"]])]))
    [p1]: Smoke rose. {evidence: ["camera"]}
    <BLANKLINE>
    [c1]: It burned.
    <BLANKLINE>
    <c1, reason 1>
    <BLANKLINE>
    (1) [p1]
    ----
    (2) [c1]
    <BLANKLINE>
    """
    told = list(conclusions)
    blocks = [f"[{id_}]: {_escaped(text)}{_data(evidence)}" for id_, text, evidence in premises]
    blocks += [f"[{id_}]: {_escaped(text)}{'' if gs else NO_REASON}" for id_, text, gs in told]
    for id_, _, groups in told:
        for number, group in enumerate(groups, 1):
            lines = [f"({place}) [{reason}]" for place, reason in enumerate(group, 1)]
            ending = [LINE, f"({len(group) + 1}) [{id_}]"]
            blocks += [f"<{id_}, reason {number}>", "\n".join([*lines, *ending])]
    return "\n\n".join(blocks) + "\n"


def _data(evidence: Sequence[str]) -> str:
    return f" {{evidence: {json.dumps(list(evidence), ensure_ascii=False)}}}" if evidence else ""


def _escaped(text: str) -> str:
    return re.sub(f"([{re.escape(SIGNS)}])", r"\\\1", text)


def read_argdown(text: str) -> tuple[Premise | Conclusion, ...]:
    """Read back the parts of an argument map from the Argdown text that mediakit wrote.

    Of Argdown it knows what :func:`argdown_text` writes and no more.

    Parameters
    ----------
    text : str
        What ``.argdown()`` gave.

    Returns
    -------
    tuple of Premise and Conclusion
        Premises first, then conclusions, each in the order of the text.

    Raises
    ------
    ValueError
        At the first line that is not understood; the message gives its number.

    Examples
    --------
    >>> read_argdown('[p1]: Smoke rose. {evidence: ["camera"]}')
    (Premise(id='p1', text='Smoke rose.', evidence=('camera',)),)
    """
    from mediakit.argument import Conclusion, Premise

    told, groups = _statements(text)
    evidence = {id_: ids for id_, (_, ids) in told.items()}
    premises = [Premise(i, words, evidence[i]) for i, (words, _) in told.items() if i not in groups]
    conclusions = [Conclusion(i, told[i][0], tuple(g)) for i, g in groups.items()]
    order = {id_: place for place, id_ in enumerate(told)}
    return (*premises, *sorted(conclusions, key=lambda c: order[c.id]))


Told = dict[str, tuple[str, tuple[str, ...]]]


def _statements(text: str) -> tuple[Told, dict[str, list[tuple[str, ...]]]]:
    """Each statement with its evidence, and for each conclusion its groups of reasons."""
    told: Told = {}
    groups: dict[str, list[tuple[str, ...]]] = {}
    reasons: list[str] = []
    drawn = False  # a line was drawn: what follows is the conclusion
    for number, line in enumerate(text.splitlines(), 1):
        found = STATEMENT.fullmatch(line)
        if found and found[3] is not None and not found[1]:
            words = found[3].removesuffix(NO_REASON)
            if words != found[3]:
                groups[found[2]] = []
            told[found[2]] = _with_evidence(words)
        elif found and found[1] and found[2] in told and drawn:
            groups.setdefault(found[2], []).append(tuple(reasons))
            reasons, drawn = [], False
        elif found and found[1] and found[2] in told:
            reasons.append(found[2])
        elif line == LINE and reasons:
            drawn = True
        elif line.strip() and not ARGUMENT.fullmatch(line):
            raise ValueError(
                f"line {number} is Argdown that mediakit does not write and cannot read: {line!r}"
            )
    return told, groups


def _with_evidence(text: str) -> tuple[str, tuple[str, ...]]:
    found = EVIDENCE.fullmatch(text)
    words, ids = (found[1], tuple(json.loads(found[2]))) if found else (text, ())
    return re.sub(r"\\(.)", r"\1", words), ids
