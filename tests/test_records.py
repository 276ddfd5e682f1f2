"""Records show themselves in words."""

from __future__ import annotations

import re

import pytest

from mediakit import load_case


@pytest.mark.parametrize("name", ["larkhaven", "metrojet"])
def test_a_record_shows_itself_in_words(name: str) -> None:
    """What a learner looks up is words with its id, and none of Python's inner names."""
    case = load_case(name)
    for group in (case.documents, case.sources, case.hypotheses, case.details, case.claims):
        for key, record in group.items():
            shown = repr(record)
            assert repr(key) in shown
            assert not re.findall(r"datetime|When\(|<\w+\.", shown)
