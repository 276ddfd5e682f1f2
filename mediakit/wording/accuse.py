"""Where a sentence accuses somebody: deeds, labels, ties and set phrases."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent_in
from mediakit.wording.broad import broad
from mediakit.wording.deeds import aiding, bought, deed, phrasal_deed
from mediakit.wording.found import Accusation
from mediakit.wording.labels import field, label, link, owned
from mediakit.wording.nouns import (
    compound,
    gift,
    nominal,
    of_doom,
    order,
    reduced,
    sham,
    slur,
    staged,
    trail,
    while_others,
    work_of,
)
from mediakit.wording.phrases import asked_deed, context, leading, purpose, set_phrase
from mediakit.wording.sources import View

__all__ = ["Accusation", "accusations"]

PATTERNS = (
    set_phrase,
    phrasal_deed,
    purpose,
    context,
    deed,
    aiding,
    bought,
    label,
    link,
    owned,
    nominal,
    gift,
    sham,
    staged,
    order,
    reduced,
    slur,
    trail,
    work_of,
    while_others,
    compound,
    field,
    of_doom,
)


def accusations(v: View) -> Iterator[Accusation]:
    """Every place where the sentence accuses somebody, covered or not."""
    if v.sentence.question and agent_in(v, 1, len(v.t)):
        if v.low[0] in lex.RHETORICAL or _done_to(v):
            yield Accusation(0, 0)
        elif (lead := leading(v) or asked_deed(v)) is not None:
            yield lead
    narrow = False
    for i in range(len(v.t)):
        if not v.t[i].is_word or not v.seen(i) or v.negated(i):
            continue
        found = next(filter(None, (pattern(v, i) for pattern in PATTERNS)), None)
        if found is not None:
            narrow = True
            yield found
    if not narrow:
        yield from broad(v)


def _done_to(v: View) -> bool:
    """ "What did the coach do to the boys?" """
    pairs = set(itertools.pairwise(v.low))
    return v.low[0] == "what" and bool(pairs & {("do", "to"), ("done", "to"), ("doing", "to")})
