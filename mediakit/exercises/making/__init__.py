"""Questions made from any case: one maker for each, over the records that a case file holds."""

from __future__ import annotations

from collections.abc import Mapping

from mediakit.exercises.making.chains import match_sources, order_chain
from mediakit.exercises.making.dates import date_public, known_by, order_dates
from mediakit.exercises.making.draft import Draft, Maker
from mediakit.exercises.making.evidence import mark_cells, what_separates
from mediakit.exercises.making.officials import choose_standing, classify_officials
from mediakit.exercises.making.origins import count_languages, count_origins, own_ground
from mediakit.exercises.making.prose import explain, grade_source, rewrite

__all__ = ["MAKERS", "Draft", "Maker"]

# What a question asks, in words for an author -> its maker. Their order is that of an exercise.
MAKERS: Mapping[str, Maker] = {
    "how many origins stand behind a claim": count_origins,
    "who told whom, in order": order_chain,
    "where each report had the claim from": match_sources,
    "in how many languages a claim was told": count_languages,
    "who has a ground of their own": own_ground,
    "from which day something could be known": date_public,
    "what was known by a day": known_by,
    "the order in which things became public": order_dates,
    "what kind each official item is": classify_officials,
    "what may be said of a claim": choose_standing,
    "which evidence tells explanations apart": what_separates,
    "how evidence fits each explanation": mark_cells,
    "how far a source can be relied on, and why": grade_source,
    "a claim passed on fairly": rewrite,
    "a text for a friend, with a rubric": explain,
}
