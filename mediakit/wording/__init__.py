"""Words for what is not certain: likelihoods, confidence, and a lint for allegations.

The lint and its word lists are loaded when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mediakit.wording.confidence import REASONS, Confidence, confidence
from mediakit.wording.likelihood import YARDSTICKS, Likelihood, Yardstick, likelihood

if TYPE_CHECKING:
    from mediakit.wording.lint import lint_wording
    from mediakit.wording.names import hash_name
    from mediakit.wording.report import KINDS, Flag, WordingReport

__all__ = [
    "KINDS",
    "REASONS",
    "YARDSTICKS",
    "Confidence",
    "Flag",
    "Likelihood",
    "WordingReport",
    "Yardstick",
    "confidence",
    "hash_name",
    "likelihood",
    "lint_wording",
]
_HOMES = {
    "KINDS": "report",
    "Flag": "report",
    "WordingReport": "report",
    "hash_name": "names",
    "lint_wording": "lint",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        from mediakit.records import unknown

        raise AttributeError(f"mediakit.wording: {unknown('name', name, __all__)}")
    value = getattr(import_module(f"mediakit.wording.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
