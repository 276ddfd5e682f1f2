"""Argument maps: what a conclusion rests on, down to records that others can open.

A map shows structure. It flags a conclusion that rests on nothing or on itself; whether a reason
is a good one, it cannot see.

References
----------
Toulmin, S. (1958), The Uses of Argument. Betz, G. and Voigt, C.: Argdown, argdown.org; the text
written here was read by its parser, @argdown/core 1.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mediakit.argdown import argdown_text
from mediakit.case import Case
from mediakit.links import components
from mediakit.records import Document, Evidence, Official, unknown
from mediakit.words import counted, listed

__all__ = ["ArgumentMap", "Conclusion", "Premise", "argument_map", "conclusion", "premise"]

Reasons = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Premise:
    """A statement taken as given, with the ids of the records it rests on."""

    id: str
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conclusion:
    """A statement that others support. Each group of ``because`` holds only together."""

    id: str
    text: str
    because: Reasons = ()


@dataclass(frozen=True, repr=False)
class ArgumentMap:
    """Premises and conclusions, and what is wrong with their structure."""

    parts: tuple[Premise | Conclusion, ...]
    records: Mapping[str, str] = field(default_factory=dict, hash=False)  # id -> what it says

    @property
    def premises(self) -> tuple[Premise, ...]:
        """The statements taken as given."""
        return tuple(p for p in self.parts if isinstance(p, Premise))

    @property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """The statements that others support."""
        return tuple(p for p in self.parts if isinstance(p, Conclusion))

    @property
    def grounded(self) -> frozenset[str]:
        """Ids of the parts that rest, at last, on records: one whole group of reasons is enough."""
        found = {p.id for p in self.premises if p.evidence}
        waiting = list(self.conclusions)
        while True:
            new = [c.id for c in waiting if any(g and found.issuperset(g) for g in c.because)]
            if not new:
                return frozenset(found)
            found.update(new)
            waiting = [c for c in waiting if c.id not in found]

    @property
    def unsupported(self) -> tuple[str, ...]:
        """Ids of conclusions that rest on no record, however far one follows them."""
        return tuple(c.id for c in self.conclusions if c.id not in self.grounded)

    @property
    def circular(self) -> tuple[tuple[str, ...], ...]:
        """Groups of conclusions that support one another."""
        edges = {c.id: [i for g in c.because for i in g] for c in self.conclusions}
        within = {id_: [to for to in reasons if to in edges] for id_, reasons in edges.items()}
        order = {p.id: place for place, p in enumerate(self.parts)}
        circles = (sorted(c, key=order.__getitem__) for c in components(within))
        return tuple(sorted(tuple(c) for c in circles if len(c) > 1 or c[0] in within[c[0]]))

    @property
    def flags(self) -> tuple[str, ...]:
        """What is wrong with the structure, a sentence each; empty when nothing is."""
        used = {i for c in self.conclusions for g in c.because for i in g}
        return (
            *(_circle(circle) for circle in self.circular),
            *(self._why_unsupported(c) for c in self.conclusions if c.id in self.unsupported),
            *(f"{p.id} names no evidence." for p in self.premises if not p.evidence),
            *(f"{p.id} is used by no conclusion." for p in self.premises if p.id not in used),
            *(() if self.conclusions else ("There is no conclusion yet.",)),
        )

    def _why_unsupported(self, part: Conclusion) -> str:
        if not any(part.because):
            return f"{part.id} is unsupported: it gives no reason."
        missing = dict.fromkeys(i for g in part.because for i in g if i not in self.grounded)
        return f"{part.id} is unsupported: {listed(list(missing))} rests on no record."

    def __repr__(self) -> str:
        head = (
            f"Argument map: {counted(len(self.premises), 'premise')}, "
            f"{counted(len(self.conclusions), 'conclusion')}, "
            f"{counted(len(self.flags), 'flag') if self.flags else 'nothing flagged'}."
        )
        return "\n".join([head, *(f"- {flag}" for flag in self.flags)])

    def why(self) -> str:
        """The records that the premises rest on."""
        lines = [
            f"{p.id} rests on {id_}: {self.records.get(id_, 'a record not looked up here')}"
            for p in self.premises
            for id_ in p.evidence
        ]
        return "\n".join(lines) or "No premise names a record yet."

    def outline(self) -> str:
        """The map as indented text: a conclusion, then its reasons; co-premises share a heading."""
        return "\n".join(_outlined(self))

    def argdown(self) -> str:
        """The map as Argdown text, which :func:`mediakit.argdown.read_argdown` reads back."""
        premises = [(p.id, p.text, p.evidence) for p in self.premises]
        return argdown_text(premises, [(c.id, c.text, c.because) for c in self.conclusions])


def premise(id: str, text: str, evidence: str | Iterable[str] = ()) -> Premise:
    """A statement taken as given, and the records it rests on.

    Parameters
    ----------
    id : str
        A short name of your own, such as ``"p1"``.
    text : str
        One sentence. Nobody checks that the record says it: that is for you and your readers.
    evidence : str or list of str
        Ids of items of evidence, reports or official items of the case. None is flagged.

    Returns
    -------
    Premise

    Examples
    --------
    >>> premise("p1", "The camera shows smoke from the car deck.", "camera")
    Premise(id='p1', text='The camera shows smoke from the car deck.', evidence=('camera',))
    """
    ids = (evidence,) if isinstance(evidence, str) else tuple(evidence)
    return Premise(_named(id), _sentence(id, text), ids)


def conclusion(id: str, text: str, because: str | Iterable[str | Iterable[str]] = ()) -> Conclusion:
    """A statement, and the reasons for it.

    Parameters
    ----------
    id : str
        A short name of your own, such as ``"c1"``.
    text : str
        One sentence.
    because : str or list
        Ids of premises and other conclusions. Each is a reason by itself; put those that hold
        only together (co-premises) in a list of their own: ``[["p1", "p2"], "p3"]``.

    Returns
    -------
    Conclusion

    Examples
    --------
    >>> conclusion("c1", "The fire began below.", because=[["p1", "p2"], "p3"]).because
    (('p1', 'p2'), ('p3',))
    """
    given = [because] if isinstance(because, str) else because
    groups = ((g,) if isinstance(g, str) else tuple(dict.fromkeys(g)) for g in given)
    return Conclusion(_named(id), _sentence(id, text), tuple(g for g in groups if g))


def argument_map(case: Case, parts: Iterable[Premise | Conclusion]) -> ArgumentMap:
    """Put premises and conclusions together, and flag what rests on nothing or on itself.

    It sees structure only: a bad reason that names a record is not flagged.

    Parameters
    ----------
    case : Case
        Where the evidence ids are looked up. Cut to a day, it knows only what was public.
    parts : list of premise(…) and conclusion(…)
        In any order; outline and Argdown keep it.

    Returns
    -------
    ArgumentMap
        ``.unsupported`` and ``.circular`` hold ids, ``.flags`` the sentences; ``.outline()``
        and ``.argdown()`` write it out, flagged or not.

    Raises
    ------
    LookupError
        When an evidence id is no record of the case, or a reason no part of the map.
    TypeError
        When a part is neither a premise nor a conclusion.
    ValueError
        When two parts have one id.

    Examples
    --------
    >>> import mediakit as mk
    >>> found = argument_map(
    ...     mk.load_case("larkhaven"),
    ...     [
    ...         premise("p1", "The camera shows smoke from the car deck.", "camera"),
    ...         premise("p2", "Smoke shows where a fire begins."),
    ...         conclusion("c1", "The fire began on the car deck.", [["p1", "p2"]]),
    ...     ],
    ... )
    >>> found
    Argument map: 2 premises, 1 conclusion, 2 flags.
    - c1 is unsupported: p2 rests on no record.
    - p2 names no evidence.
    >>> print(found.outline())
    c1. The fire began on the car deck.
      because, together:
        p1. The camera shows smoke from the car deck. [camera]
        p2. Smoke shows where a fire begins. [no evidence named]

    References
    ----------
    Toulmin, S. (1958), The Uses of Argument.
    """
    told = tuple(parts)
    by_id: dict[str, Premise | Conclusion] = {}
    for part in told:
        if not isinstance(part, (Premise, Conclusion)):
            raise TypeError(f"a part is made with premise(…) or conclusion(…), not {part!r}")
        if part.id in by_id:
            raise ValueError(f"two parts have the id {part.id!r}; give each an id of its own")
        by_id[part.id] = part
    for part in told:
        for id_ in _reasons(part):
            if id_ not in by_id:
                raise LookupError(f"{part.id}: {unknown('part', id_, by_id)}")
    return ArgumentMap(told, _looked_up(case, told))


def _looked_up(case: Case, parts: Iterable[Premise | Conclusion]) -> dict[str, str]:
    """What each named record says; an id that is none is refused."""
    known: dict[str, Evidence | Document | Official] = {
        **case.officials,
        **case.documents,
        **case.evidence,
    }
    found = {}
    for part in parts:
        for id_ in part.evidence if isinstance(part, Premise) else ():
            if id_ not in known:
                raise LookupError(f"{part.id}: {unknown('record', id_, known)}")
            found[id_] = _says(known[id_])
    return found


def _says(record: Evidence | Document | Official) -> str:
    if isinstance(record, Evidence):
        return f"{record.text} (public {record.public})"
    if isinstance(record, Official):
        return f"{record.body}, {record.public}: {record.said}"
    return f"{record.title} ({record.public})"


def _reasons(part: Premise | Conclusion) -> tuple[str, ...]:
    return tuple(i for g in part.because for i in g) if isinstance(part, Conclusion) else ()


# --- as text ------------------------------------------------------------------------------------


def _outlined(found: ArgumentMap) -> Iterable[str]:
    """Every conclusion nobody rests on, with what it rests on; then what is left over."""
    by_id = {p.id: p for p in found.parts}
    used = {i for p in found.parts for i in _reasons(p)}
    starts = [p for p in found.parts if p.id not in used]
    shown: set[str] = set()
    for part in [*starts, *found.conclusions]:  # in a circle everybody is used by somebody
        if part.id in shown:
            continue
        waiting: list[tuple[int, str, str]] = [(0, part.id, "")]
        while waiting:
            depth, id_, heading = waiting.pop()
            if heading:
                yield f"{'  ' * depth}{heading}"
                continue
            here = by_id[id_]
            again = id_ in shown and bool(_reasons(here))
            yield f"{'  ' * depth}{_line(here)}{' (as above)' if again else ''}"
            shown.add(id_)
            if not again and isinstance(here, Conclusion):
                waiting += reversed(_below(here, depth))


def _below(part: Conclusion, depth: int) -> list[tuple[int, str, str]]:
    lines: list[tuple[int, str, str]] = []
    for group in part.because:
        heading = "because, together:" if len(group) > 1 else "because:"
        lines += [(depth + 1, "", heading), *((depth + 2, id_, "") for id_ in group)]
    return lines


def _line(part: Premise | Conclusion) -> str:
    if isinstance(part, Premise):
        return f"{part.id}. {part.text} [{', '.join(part.evidence) or 'no evidence named'}]"
    return f"{part.id}. {part.text}" + ("" if part.because else " [no reason given]")


def _circle(ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return f"{ids[0]} is given as a reason for itself."
    return f"A circle: {listed(ids)} support one another, so none of them gains by it."


def _named(id_: str) -> str:
    """An id of one word: it stands in brackets and after numbers, so it holds no sign."""
    if not isinstance(id_, str) or not id_.replace("-", "").replace("_", "").isalnum():
        raise ValueError(f"{id_!r} is no id of a part; use letters, digits and hyphens, like 'p1'")
    return id_


def _sentence(id_: str, text: object) -> str:
    line = " ".join(str(text).split())
    if not line or text is ... or text is None:
        raise ValueError(f"{id_} has no text; write the sentence it stands for")
    return line
