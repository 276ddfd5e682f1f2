"""Synthetic cases: disputes made by a program, in invented places, whose truth is known.

:mod:`~mediakit.synthetic.draw` draws the truth and who tells what of it,
:mod:`~mediakit.synthetic.words` writes the documents, :mod:`~mediakit.synthetic.build` makes
the case, :mod:`~mediakit.synthetic.estimate` tells what helpers can recover of the truth, and
:mod:`~mediakit.synthetic.coverage` how often they do.
"""

from __future__ import annotations

from mediakit.synthetic.build import synthetic_case as synthetic_case

__all__ = ["synthetic_case"]
