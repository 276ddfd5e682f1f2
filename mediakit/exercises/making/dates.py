"""Questions about time: when something could be known, and what was known on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from mediakit.case import Case
from mediakit.exercises.making.draft import (
    Draft,
    called,
    central,
    clean,
    mistake,
    safe,
    shuffled,
    with_mistakes,
)
from mediakit.records import When

__all__ = ["date_public", "known_by", "order_dates"]


def date_public(case: Case) -> Draft | str:
    """The day from which a reader could know something."""
    detail = next((d for d in case.details.values() if _early(case, d) and clean(d.text)), None)
    if detail is not None:
        return _detail(case, detail)
    late = [
        r
        for group in (case.officials, case.evidence)
        for r in group.values()
        if r.happened.on < r.public.on and not r.public.words and clean(called(case, r))
    ]
    if not late:
        return "no detail had been public before, and nothing became public after it happened"
    return _late(case, max(late, key=lambda r: (r.public.on - r.happened.on, r.id)))


def _early(case: Case, detail: Any) -> bool:
    said = case.documents.get(detail.said_in)
    first = detail.first_public
    return bool(said and first and not first.words and first < said.public)


def _detail(case: Case, detail: Any) -> Draft | str:
    said = case.documents[detail.said_in]
    first = detail.first_public
    where = safe(detail.first_where)
    draft = {
        "kind": "date",
        "prompt": (
            f"A detail told on {said.public} ({called(case, said)}): {_lower(detail.text)} On "
            "which day was that first public?"
        ),
        "answer": {"finding": "first_public", "detail": detail.id},
        "records": [detail.id],
        "right": (
            f"It had been public since {first}" + (f" ({where})" if where else "") + ". A detail "
            "that anybody could have read shows no inside knowledge. It does not show the opposite "
            "either."
        ),
        "hints": [
            "Ask where the detail stood before it was offered as new.",
            f'Run mk.novelty(case, "{said.id}") and compare the days.',
        ],
        "solution": (
            f"{first}. {said.public} is tempting, because that is when the account was told."
        ),
    }
    return with_mistakes(draft, _day(first), _misdated(case, _day(first), [
        mistake(
            "told-is-new", [_day(said.public)],
            f"On {said.public} it was told again, and it could be read before that.",
            "The account offers it as inside knowledge.",
            "A detail can be true and public at the same time.",
            "Ask of each detail where it had stood before.",
            records=[said.id],
        ),
    ]))  # fmt: skip


def _late(case: Case, record: Any) -> Draft | str:
    what = (
        f"what {called(case, record)} said"
        if record.id in case.officials
        else f"this: {_lower(called(case, record))}."
    )
    draft = {
        "kind": "date",
        "prompt": (
            f"On which day could an outside reader first know {what}"
            + (f" ({record.id})?" if record.id in case.officials else "")
        ).rstrip(),
        "answer": {"finding": "public", "record": record.id},
        "records": [record.id],
        "right": (
            f"It could be known from {record.public} on, and it belongs to {record.happened}. "
            "Whoever judged in between had to do without it."
        ),
        "hints": [
            "Every record carries two days: when it happened, and when it could be known.",
            f'Look at case.{_group(case, record)}["{record.id}"].public.',
        ],
        "solution": (
            f"{record.public}. {record.happened} is tempting, because it is the day that the "
            "record is about."
        ),
    }
    return with_mistakes(draft, _day(record.public), _misdated(case, _day(record.public), [
        mistake(
            "day-it-happened", [_day(record.happened)],
            f"{record.happened} is the day that it belongs to.",
            "It is the day that one remembers.",
            "What happens on a day and what is known on it are two things.",
            "Look for the day on which an outsider could read it.",
        ),
    ]))  # fmt: skip


def _group(case: Case, record: Any) -> str:
    return "officials" if record.id in case.officials else "evidence"


def _lower(text: str) -> str:
    """A sentence as the second half of another; a first word that is a name stays as it is."""
    words = safe(text)
    first = words.split(" ", 1)[0]
    common = ("A", "An", "The", "It", "There", "In", "On", "At", "One", "Two", "Three", "Some")
    return words[0].lower() + words[1:] if first in common else words


def _misdated(case: Case, key: str, first: list[Draft]) -> list[Draft]:
    """Other days that come to mind: the first in the case, the latest, an official word, replay."""
    right = date.fromisoformat(key)
    days = sorted({d.public.on for d in case.documents.values()} - {right})
    official = sorted({o.public.on for o in case.officials.values()} - {right})
    loud = [w.on for w in case.replay if w.on != right]
    return [
        *first,
        mistake(
            "first-word", _days(days[:1]),
            _side(days[:1], right, "the day of the earliest report"),
            "The first report on a matter seems to hold all that follows.",
            "What is known grows over time, piece by piece.",
            "Look for the first page that holds this very thing.",
        ),
        mistake(
            "latest-word", _days(days[-1:]),
            _side(days[-1:], right, "the day of the latest report"),
            "The latest page is the one that a search shows on top.",
            "A page that repeats something does not make it new.",
            "Go from page to page, back to the first that holds it.",
        ),
        mistake(
            "first-official-word", _days(official[:1]),
            _side(official[:1], right, "the day of the first official word"),
            "Official words mark the days that one remembers.",
            "An office can be late, and it can speak of other things.",
            "Look at what each one says, not only at who speaks.",
        ),
        mistake(
            "day-of-the-noise", _days(loud[:1]),
            _side(loud[:1], right, "a day of much attention"),
            "Much was written on that day.",
            "Attention and new knowledge are different things.",
            "Ask what was new on that day, and what was only loud.",
        ),
    ]  # fmt: skip


def _side(days: list[date], right: date, what: str) -> str:
    """On which side of the right day a wrong one lies, and no more than that."""
    if not days:
        return ""
    known = "could be read already" if days[0] > right else "could not be read yet"
    return f"On {When(days[0])}, {what}, this {known}."


def _days(days: list[date]) -> list[str]:
    return [day.isoformat() for day in days]


def _day(when: When) -> str:
    return when.on.isoformat()


def order_dates(case: Case) -> Draft | str:
    """The order in which readers could see things."""
    seen: dict[date, Any] = {}
    for record in _records(case):
        seen.setdefault(record.public.on, record)
    if len(seen) < 3:
        return "fewer than three days on which something became public"
    days = sorted(seen)
    step = max(1, (len(days) - 1) // 3)
    chosen = [seen[day] for day in days[::step][:4]]
    right = [r.id for r in chosen]
    draft = {
        "kind": "order",
        "prompt": "Put these in the order in which an outside reader could first see them.",
        "items": {key: _what(case, next(r for r in chosen if r.id == key))
                  for key in shuffled(case, right)},
        "answer": {"finding": "in_order", "records": right},
        "records": [],
        "right": (
            f"From {chosen[0].public} to {chosen[-1].public}. Whoever spoke early could not know "
            "what came later, and should be judged by what was there."
        ),
        "hints": [
            "Every record carries the day from which it could be known.",
            "mk.timeline(case) lists the days.",
        ],
        "solution": (
            f"{', '.join(right)}. It is tempting to sort by how weighty each one is. Weight has "
            "no date."
        ),
    }  # fmt: skip
    first, last = chosen[0], chosen[-1]
    return with_mistakes(draft, right, [
        mistake(
            "newest-first", [right[::-1]],
            f"What you put first, “{_what(case, last)}”, was not the first to come out.",
            "Pages and searches list the newest first.",
            "The top of a list is the end of the story.",
            "Turn the list around, and check each day.",
            records=[last.id],
        ),
        mistake(
            "weighty-first", [[right[-1], *right[:-1]]],
            f"“{_what(case, last)}” was not there yet when others on the list were read.",
            "What settled most in the end feels like where one should start.",
            "A story told from its end makes its early readers look careless.",
            "Put yourself on the earliest day, and add one thing at a time.",
            also={"before": [right[-1], right[0]]},
            records=[last.id],
        ),
        mistake(
            "neighbours-swapped", [[right[1], right[0], *right[2:]]],
            f"“{_what(case, first)}” and “{_what(case, chosen[1])}” came out on two days.",
            "Two things that belong together are easy to swap.",
            "What belongs together may still be days or years apart.",
            "Look up the two days, and compare.",
            also={"before": [right[1], right[0]]},
            records=[first.id, chosen[1].id],
        ),
        mistake(
            "end-swapped", [[*right[:-2], right[-1], right[-2]]],
            f"“{_what(case, last)}” and “{_what(case, chosen[-2])}” came out on two days.",
            "The end of a story is told so often that its steps run together.",
            "A later step can change what an earlier one seemed to say, so their order counts.",
            "Look up the last two days, and compare.",
            records=[chosen[-2].id, last.id],
        ),
    ])  # fmt: skip


def _what(case: Case, record: Any) -> str:
    """A record without its day."""
    if record.id in case.officials:
        return f"{called(case, record)}, {record.kind.value.replace('_', ' ')}"
    if record.id in case.evidence:
        return called(case, record)
    return f"{called(case, record)}, {record.kind.value.replace('_', ' ')}"


def _records(case: Case) -> Iterator[Any]:
    """What can be put in order by a line of its own: no two look alike, all are clean."""
    seen: set[str] = set()
    for group in (case.officials, case.documents):
        for record in central(case, group.values()):
            words = _what(case, record)
            if words not in seen and not record.public.words and clean(words):
                seen.add(words)
                yield record


def known_by(case: Case) -> Draft | str:
    """What could be known on a day: hindsight left out."""
    everything = [
        *(r for r in _records(case)),
        *(
            e
            for e in central(case, case.evidence.values())
            if clean(called(case, e)) and not e.public.words
        ),
    ]
    best: tuple[int, date, list[Any], list[Any]] | None = None
    for day in [w.on for w in case.replay] or sorted({r.public.on for r in everything})[1:-1]:
        there = [r for r in everything if r.public.on <= day]
        later = [r for r in everything if r.public.on > day]
        worth = min(len(there), 3) + min(len(later), 3)
        if len(there) > 1 and later and (best is None or worth > best[0]):
            best = worth, day, there, later
    if best is None:
        return "no day parts the records into what was known and what came later"
    _, on, there, later = best
    then = When(on)
    happened = [r for r in later if hasattr(r, "happened") and r.happened.on <= on]
    later = [*happened, *(r for r in later if r not in happened)][:3]
    there = [there[0], *there[-2:]] if len(there) > 3 else there
    right = [r.id for r in there]
    keys = shuffled(case, [r.id for r in (*there, *later)])
    by_id = {r.id: r for r in (*there, *later)}
    some = later[0]
    draft = {
        "kind": "choose_several",
        "prompt": f"It is the evening of {then}. Which of these can an outside reader know?",
        "options": {key: _what(case, by_id[key]) for key in keys},
        "answer": {"finding": "known_by", "day": on.isoformat(), "records": keys},
        "points": 2,
        "records": [],
        "right": (
            f"By {then} these were public: {'; '.join(_what(case, r) for r in there)}. Whoever "
            "judged on that day had these and no more."
        ),
        "hints": [
            "What happened on a day and what was known on it are two things.",
            f'Run case.as_of("{on.isoformat()}") and look at what is still there.',
        ],
        "solution": (
            f"{', '.join(k for k in keys if k in right)}. “{_what(case, some)}” is tempting, "
            "because we know it now."
        ),
    }
    return with_mistakes(draft, frozenset(right), [
        mistake(
            "hindsight", [keys],
            f"Some of these came out after {then}.",
            "We know all of them now, and cannot un-know them.",
            "With hindsight, those who judged then look careless.",
            "Take away everything that came out later, and judge by what is left.",
            records=[later[-1].id],
        ),
        mistake(
            "happened-is-known", [[*right, some.id]],
            f"“{_what(case, some)}” could be read from {some.public} on.",
            "It is part of the story, and it belongs to that time.",
            "Days or years can pass before something that happened is known.",
            "Ask of each one from which day an outsider could read it.",
            also={"includes": [some.id]},
            records=[some.id],
        ),
        mistake(
            "stops-at-the-first", [[key] for key in right] if len(right) > 1 else [],
            "More than one of these was public by then.",
            "Once the first is found, the question feels answered.",
            "Leaving out what was known is a mistake too, as much as adding what was not.",
            "Go through the whole list, and compare each day.",
        ),
        mistake(
            "takes-the-later", [[r.id for r in later]],
            f"None of these could be read on {then}.",
            "What came later is often what one remembers best.",
            "Memory sorts by weight, and not by date.",
            "Turn the choice around: keep what was there on that evening.",
            records=[some.id],
        ),
    ], same=frozenset)  # fmt: skip
