"""Words for what is not certain: likelihoods, confidence, and a lint for allegations."""

from __future__ import annotations

from mediakit.wording.confidence import REASONS, Confidence, confidence
from mediakit.wording.likelihood import YARDSTICKS, Likelihood, Yardstick, likelihood
from mediakit.wording.lint import KINDS, Flag, WordingReport, lint_wording
from mediakit.wording.names import hash_name

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
