"""Case files: YAML in, a :class:`~mediakit.case.Case` out, every fault at its line.

``shape`` says what a file may hold; the reader, the JSON Schema for editors and the skeleton of
a new case all come from it.
"""

from __future__ import annotations

from mediakit.casefile.reading import advise_case, check_case, parse_case
from mediakit.yamlfile import Problem

__all__ = ["Problem", "advise_case", "check_case", "parse_case"]
