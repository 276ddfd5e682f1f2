"""Where the shipped lessons, exercises, cases and pages lie, in every kind of installation."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["content"]


def content(kind: str) -> Traversable:
    """The folder of shipped content of this kind.

    Lessons and exercises lie beside the package in a checkout and inside it in a wheel;
    cases and pages always lie inside.

    Parameters
    ----------
    kind : str
        ``"lessons"``, ``"exercises"``, ``"cases"`` or ``"pages"``.

    Raises
    ------
    FileNotFoundError
        When the installation lacks the folder.

    Examples
    --------
    >>> content("cases").joinpath("metrojet.yaml").is_file()
    True
    """
    package = files("mediakit")
    beside = Path(__file__).resolve().parent.parent / kind
    for place in (package / f"_{kind}", package / kind if kind in ("cases", "pages") else beside):
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"this installation of mediakit has no {kind}; install it again from a clone or a wheel"
    )
