"""What can be wrong in a case whose every record reads well.

``lint`` finds what leaves no case to work with, ``review`` what makes a case unfair, unsafe or
unsupported, and ``advise`` what it could still do with. Each family of rules has its own file.
"""

from __future__ import annotations

from mediakit.caselint.fairness import accusations, long_quotations, named_in_private, one_sided
from mediakit.caselint.found import Found
from mediakit.caselint.links import dangling
from mediakit.caselint.order import circles, out_of_order, weak_links
from mediakit.caselint.support import (
    answers_as_origins,
    grades_without_reason,
    unfounded_results,
    unsupported,
    verdicts,
    wrong_marks,
)
from mediakit.caselint.thin import thin
from mediakit.yamlfile import Problem

__all__ = ["Found", "advise", "lint", "review"]

STOPS = (dangling, out_of_order, weak_links, circles, long_quotations, wrong_marks)
FAULTS = (
    unsupported,
    answers_as_origins,
    grades_without_reason,
    unfounded_results,
    verdicts,
    one_sided,
    accusations,
    named_in_private,
)


def lint(found: Found) -> list[Problem]:
    """Every fault between records that stops a case from loading."""
    return [problem for rule in STOPS for problem in rule(found)]


def review(found: Found) -> list[Problem]:
    """Every fault that a case could be loaded with and should not be handed out with."""
    return [problem for rule in FAULTS for problem in rule(found)]


def advise(found: Found) -> list[Problem]:
    """What an author may want to add."""
    return list(thin(found))
