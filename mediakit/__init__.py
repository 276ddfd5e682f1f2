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
    "Corroboration": "mediakit.provenance",
    "Provenance": "mediakit.provenance",
    "connect": "mediakit.provenance",
    "corroborate": "mediakit.provenance",
    "novelty": "mediakit.details",
    "trace": "mediakit.provenance",
}
_MODULES = ("widgets",)

__all__ = sorted([*_HOMES, *_MODULES])

if TYPE_CHECKING:
    from mediakit import widgets as widgets
    from mediakit.case import Case as Case
    from mediakit.case import list_cases as list_cases
    from mediakit.case import load_case as load_case
    from mediakit.details import novelty as novelty
    from mediakit.provenance import Corroboration as Corroboration
    from mediakit.provenance import Provenance as Provenance
    from mediakit.provenance import connect as connect
    from mediakit.provenance import corroborate as corroborate
    from mediakit.provenance import trace as trace


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
