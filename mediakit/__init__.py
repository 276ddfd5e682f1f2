"""mediakit: helpers for weighing sources, claims and evidence.

``import mediakit as mk`` is all a lesson needs. Names are loaded when they are first used,
so that importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# public name -> the module it lives in
_HOMES = {
    "Case": "mediakit.case",
    "list_cases": "mediakit.case",
    "load_case": "mediakit.case",
    "Corroboration": "mediakit.corroboration",
    "Provenance": "mediakit.provenance",
    "connect": "mediakit.corroboration",
    "corroborate": "mediakit.corroboration",
    "trace": "mediakit.provenance",
    "novelty": "mediakit.details",
    "argument_map": "mediakit.argument",
    "conclusion": "mediakit.argument",
    "premise": "mediakit.argument",
    "claim_review": "mediakit.claimreview",
    "source_memo": "mediakit.memo",
    "from_prov": "mediakit.prov",
    "to_prov": "mediakit.prov",
    "timeline": "mediakit.chronology",
    "load_items": "mediakit.itembank",
    "synthetic_case": "mediakit.synthetic",
    "teaching_text": "mediakit.teachingtext",
    "read_laterally": "mediakit.lateral",
    "practice_text": "mediakit.speaking",
    "tag_sentences": "mediakit.speaking",
    "list_exercises": "mediakit.exercises",
    "load_exercise": "mediakit.exercises",
    "read": "mediakit.reading",
    "confidence": "mediakit.wording",
    "likelihood": "mediakit.wording",
    "lint_wording": "mediakit.wording",
    "Consistency": "mediakit.scales",
    "Credibility": "mediakit.scales",
    "Reliability": "mediakit.scales",
    "grade": "mediakit.scales",
    "AdmiraltyGrade": "mediakit.admiralty",
    "grade_cards": "mediakit.cards",
    "describe_source": "mediakit.sources",
    "Matrix": "mediakit.hypotheses",
    "average": "mediakit.belief",
    "coherent": "mediakit.belief",
    "hearsay": "mediakit.belief",
    "natural_frequency": "mediakit.belief",
    "update": "mediakit.belief",
    "what_would_change": "mediakit.belief",
    "Judgement": "mediakit.calibration",
    "brier": "mediakit.calibration",
    "calibration_curve": "mediakit.calibration",
    "discernment": "mediakit.calibration",
}
_MODULES = ("widgets",)

__all__ = sorted([*_HOMES, *_MODULES])

if TYPE_CHECKING:
    from mediakit import widgets as widgets
    from mediakit.admiralty import AdmiraltyGrade as AdmiraltyGrade
    from mediakit.argument import argument_map as argument_map
    from mediakit.argument import conclusion as conclusion
    from mediakit.argument import premise as premise
    from mediakit.belief import average as average
    from mediakit.belief import coherent as coherent
    from mediakit.belief import hearsay as hearsay
    from mediakit.belief import natural_frequency as natural_frequency
    from mediakit.belief import update as update
    from mediakit.belief import what_would_change as what_would_change
    from mediakit.calibration import Judgement as Judgement
    from mediakit.calibration import brier as brier
    from mediakit.calibration import calibration_curve as calibration_curve
    from mediakit.calibration import discernment as discernment
    from mediakit.cards import grade_cards as grade_cards
    from mediakit.case import Case as Case
    from mediakit.case import list_cases as list_cases
    from mediakit.case import load_case as load_case
    from mediakit.chronology import timeline as timeline
    from mediakit.claimreview import claim_review as claim_review
    from mediakit.corroboration import Corroboration as Corroboration
    from mediakit.corroboration import connect as connect
    from mediakit.corroboration import corroborate as corroborate
    from mediakit.details import novelty as novelty
    from mediakit.exercises import list_exercises as list_exercises
    from mediakit.exercises import load_exercise as load_exercise
    from mediakit.hypotheses import Matrix as Matrix
    from mediakit.itembank import load_items as load_items
    from mediakit.lateral import read_laterally as read_laterally
    from mediakit.memo import source_memo as source_memo
    from mediakit.prov import from_prov as from_prov
    from mediakit.prov import to_prov as to_prov
    from mediakit.provenance import Provenance as Provenance
    from mediakit.provenance import trace as trace
    from mediakit.reading import read as read
    from mediakit.scales import Consistency as Consistency
    from mediakit.scales import Credibility as Credibility
    from mediakit.scales import Reliability as Reliability
    from mediakit.scales import grade as grade
    from mediakit.sources import describe_source as describe_source
    from mediakit.speaking import practice_text as practice_text
    from mediakit.speaking import tag_sentences as tag_sentences
    from mediakit.synthetic import synthetic_case as synthetic_case
    from mediakit.teachingtext import teaching_text as teaching_text
    from mediakit.wording.confidence import confidence as confidence
    from mediakit.wording.likelihood import likelihood as likelihood
    from mediakit.wording.lint import lint_wording as lint_wording


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    elif name in _MODULES:
        value = import_module(f"mediakit.{name}")
    else:
        from mediakit.records import unknown

        raise AttributeError(f"mediakit: {unknown('name', name, __all__)}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
