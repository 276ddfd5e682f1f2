"""The item bank: short items with a known outcome, for telling true from false.

Accepting what is false and rejecting what is true are both errors, so the bank holds both. An
item stands for a claim of a case that is resolved, real or synthetic; nothing that is still
open is in it. The file is ``items/bank.yaml``; :func:`lint_items` holds the rules for its sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mediakit.calibration import Judgement
from mediakit.records import When, unknown, wrapped
from mediakit.yamlfile import (
    UNREAD,
    Problem,
    Reader,
    build,
    compose,
    line_of,
    raw_list,
    text,
    when,
    yes_no,
)

__all__ = ["Item", "check_items", "lint_items", "load_items", "parse_items", "unsettled"]

SETS = ("teaching", "before", "after")
FORMS = ("before", "after")
FORM_SIZE = 20
TEACHING_SIZE = 24
LARGEST_SIDE = 0.4
LONGEST = 50  # words of an item: it is read in one go
LEVELS = ("easy", "middle", "hard")


@dataclass(frozen=True, repr=False)
class Item:
    """One thing as a reader met it, and how it came out as far as its case is resolved.

    ``repr`` shows what a reader sees before answering: source, day and text, not the outcome.

    >>> load_items("before")[0].topic in {item.topic for item in load_items("after")}
    True
    """

    id: str
    set: str
    difficulty: str
    topic: str
    side: str
    case: str
    claim: str
    source: str
    public: When
    text: str
    true: bool
    fact: str
    tempting: str
    misleads: str
    better: str
    pair: str = ""

    @property
    def status(self) -> str:
        """``"true"`` or ``"false"``, as far as the case of the item is resolved."""
        return "true" if self.true else "false"

    def judgement(self, said: object, confidence: object = None) -> Judgement:
        """What a reader said of this item, ready for ``mk.discernment`` and ``mk.brier``.

        Parameters
        ----------
        said : str
            ``"accept"``, ``"reject"`` or ``"not established"``; ``...`` for no answer.
        confidence : float or str, optional
            Chance that the verdict is right, 0 to 1 or ``"80 %"``.

        Examples
        --------
        >>> item = next(one for one in load_items() if one.true)
        >>> item.judgement("accept", "80 %").chance
        0.8
        """
        return Judgement(self.id, said, confidence, truth=self.true)

    def __repr__(self) -> str:
        return wrapped(f"Item {self.id!r}, {self.public}. {self.source}:\n{self.text}")

    def why(self) -> str:
        """The outcome explained: the fact, what was tempting, why it misleads, what is better."""
        return wrapped(
            "\n".join(
                [
                    f"{self.status.capitalize()}, as far as the case is resolved. {self.fact}",
                    f"What was tempting: {self.tempting}",
                    f"Why it misleads: {self.misleads}",
                    f"Better: {self.better}",
                    f"[case {self.case}, claim {self.claim}]",
                ]
            )
        )


# --- reading the file ----------------------------------------------------------------------------


def _one_of(*choices: str) -> Reader:
    """One of a few words, as they stand."""

    def read(node: Any, problems: list[Problem]) -> Any:
        value = text(node, problems)
        if value is UNREAD or value in choices:
            return value
        fix = f"use {', '.join(choices)}"
        problems.append(Problem(line_of(node), f"{value!r} is not on the list", fix))
        return UNREAD

    return read


FIELDS: dict[str, Reader] = {
    "id": text,
    "set": _one_of(*SETS),
    "difficulty": _one_of(*LEVELS),
    "topic": text,
    "side": text,
    "case": text,
    "claim": text,
    "source": text,
    "public": when,
    "text": text,
    "true": yes_no,
    "fact": text,
    "tempting": text,
    "misleads": text,
    "better": text,
    "pair": text,
}
_item = build(Item, FIELDS, tuple(name for name in FIELDS if name != "pair"))
_bank = build(dict, {"items": raw_list}, ("items",))


def parse_items(source: bytes, name: str = "the item bank") -> tuple[Item, ...]:
    """Items from the bytes of a file like ``items/bank.yaml``.

    Raises
    ------
    ValueError
        Naming every fault with its line, when there is at least one.
    """
    items, problems = _read(source)
    if problems:
        lines = "\n".join(f"  {name}, {problem}" for problem in problems)
        noun = "fault" if len(problems) == 1 else "faults"
        raise ValueError(f"{name} has {len(problems)} {noun}:\n{lines}")
    return items


def check_items(source: bytes) -> list[Problem]:
    """Every fault of a file of items, by line: fields, ids, pairs, length. Empty: it is sound."""
    return _read(source)[1]


def _read(source: bytes) -> tuple[tuple[Item, ...], list[Problem]]:
    problems: list[Problem] = []
    root = compose(source, problems)
    if root is None:
        return (), problems or [Problem(1, "the file is empty", "begin it with 'items:'")]
    raw = _bank(root, problems)
    if raw is UNREAD:
        return (), sorted(problems)
    items: dict[str, Item] = {}
    for node in raw["items"]:
        item = _item(node, problems)
        if item is not UNREAD:
            faults = [*_faults(item), *(["the id is taken already"] if item.id in items else [])]
            problems += [Problem(line_of(node), f"{item.id!r}: {fault}") for fault in faults]
            items[item.id] = item
    return tuple(items.values()), sorted(problems)


def _faults(item: Item) -> Iterator[str]:
    """What is wrong with one item by itself."""
    if len(item.text.split()) > LONGEST:
        yield f"the text has {len(item.text.split())} words; {LONGEST} at most are read in one go"
    if item.set in FORMS and not item.pair:
        yield "an item of a form needs the number of its pair; add 'pair'"
    if item.set not in FORMS and item.pair:
        yield "only items of the two forms are paired; take 'pair' out"


@lru_cache(maxsize=1)
def _shipped() -> tuple[Item, ...]:
    return parse_items(files("mediakit").joinpath("items", "bank.yaml").read_bytes(), "bank.yaml")


def load_items(set: str | None = None) -> tuple[Item, ...]:
    """The items that come with mediakit: short, dated, with a known outcome.

    The forms before and after the course are matched by topic, truth and difficulty, where
    difficulty is our judgement: no learners have been measured on them yet.

    Parameters
    ----------
    set : str, optional
        ``"teaching"`` (24 items, 18 of them true), ``"before"`` or ``"after"`` (20 items each,
        10 of them true). Left out: all of them.

    Returns
    -------
    tuple of Item
        In the order in which they are shown.

    Raises
    ------
    LookupError
        When there is no such set; the message lists them.

    Examples
    --------
    >>> len(load_items("teaching")), sum(item.true for item in load_items("teaching"))
    (24, 18)
    >>> import mediakit as mk
    >>> mk.discernment(item.judgement("reject") for item in load_items("before"))
    Caught 10 of 10 false items, wrongly rejected 10 of 10 true items.
    You reject too readily: practise accepting what is well supported.

    References
    ----------
    Altay, De Angelis and Hoes (2024), on teaching with mostly true items.
    """
    if set is None:
        return _shipped()
    if set not in SETS:
        raise LookupError(unknown("set of items", set, list(SETS)))
    return tuple(item for item in _shipped() if item.set == set)


# --- what a bank must keep to --------------------------------------------------------------------


def lint_items(items: Iterable[Item]) -> list[str]:
    """Every rule that a bank of items breaks, in words; empty when it keeps to all of them.

    The rules: a teaching set is 70 to 80 per cent true, a form half true; sizes; no side has
    more than 40 per cent of the bank or of a set; the two forms are parallel. Whether an item
    agrees with its case is for :func:`unsettled`.
    """
    every = list(items)
    sets = {name: [item for item in every if item.set == name] for name in SETS}
    faults = [*_truth_shares(sets), *_largest_sides({"the bank": every, **sets})]
    return [*faults, *_not_parallel(sets)]


def _truth_shares(sets: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    for name, items in sets.items():
        size = FORM_SIZE if name in FORMS else TEACHING_SIZE
        low, high = (0.5, 0.5) if name in FORMS else (0.7, 0.8)
        if len(items) != size:
            yield f"{name}: {len(items)} items; {size} are needed"
        true = sum(item.true for item in items)
        if items and not low <= true / len(items) <= high:
            wanted = "half" if name in FORMS else "70 to 80 per cent"
            yield f"{name}: {true} of {len(items)} items are true; {wanted} should be"


def _largest_sides(groups: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    for name, items in groups.items():
        for side, count in Counter(item.side for item in items).items():
            if count > LARGEST_SIDE * len(items):
                yield (
                    f"{name}: {count} of {len(items)} items are about {side!r}; "
                    f"{LARGEST_SIDE:.0%} at most"
                )


def _not_parallel(sets: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    """Pairs that are not one item of each form, alike in topic, truth and difficulty."""
    pairs: dict[str, list[Item]] = {}
    for name in FORMS:
        for item in sets[name]:
            pairs.setdefault(item.pair, []).append(item)
    for pair, both in pairs.items():
        ids = " and ".join(item.id for item in both)
        if sorted(item.set for item in both) != sorted(FORMS):
            yield f"pair {pair} ({ids}): one item of each form is needed"
        elif len({(item.topic, item.true, item.difficulty) for item in both}) > 1:
            yield f"pair {pair} ({ids}): topic, truth and difficulty should be the same"


def unsettled(items: Iterable[Item]) -> list[str]:
    """Every item whose case does not say what the item says, in words.

    An item needs a claim that its case resolves, and the same way; a claim marked open never
    fits. Synthetic cases are made anew from their seed.

    Examples
    --------
    >>> unsettled(load_items("teaching"))
    []
    """
    return [fault for item in items for fault in _against_case(item)]


def _against_case(item: Item) -> Iterator[str]:
    try:
        case = _case(item.case)
    except LookupError as error:
        yield f"{item.id!r}: {error}"
        return
    outcome = case.resolution.claims.get(item.claim) if case.resolution else None
    if item.claim not in case.claims:
        yield f"{item.id!r}: {unknown('claim', item.claim, case.claims)}"
    elif case.claims[item.claim].open or outcome is None:
        yield f"{item.id!r}: {item.case!r} does not settle {item.claim!r}; only settled claims fit"
    elif outcome != item.status:
        yield f"{item.id!r} is marked {item.status}; {item.case!r} says {outcome}"
    elif case.resolution and item.public > case.resolution.public:
        yield f"{item.id!r} was public after its case was resolved"


def _case(name: str) -> Any:
    kind, _, seed = name.rpartition("-")
    if kind == "synthetic" and seed.isdigit():
        from mediakit.synthetic import synthetic_case

        return synthetic_case(int(seed))
    from mediakit.case import load_case

    return load_case(name)
