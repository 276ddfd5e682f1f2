"""The JSON Schema of case files, so that editors complete and check while somebody types.

It is made from the specification that the reader reads by. A schema sees fields, kinds of values
and words of a list. It does not see ids that name nothing, dates out of order or wording: for
those there is ``mediakit case check``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mediakit.casefile.describe import GROUP_HELP, HEAD_HELP, HELP, PART_HELP
from mediakit.casefile.shape import GROUPS, HEAD, REQUIRED
from mediakit.yamlfile import Schema, schema_of

__all__ = ["SCHEMA_NAME", "case_schema", "schema_text"]

SCHEMA_NAME = "case.schema.json"


def case_schema() -> Schema:
    """The schema of a whole case file.

    >>> case_schema()["properties"]["reality"]["enum"]
    ['real', 'fictional', 'synthetic']
    """
    properties = {name: _told(schema_of(HEAD[name]), HEAD_HELP[name], PART_HELP) for name in HEAD}
    for name in REQUIRED:
        if name in HEAD and "enum" not in properties[name]:
            properties[name] |= {"type": ["string", "number", "boolean"], "minLength": 1}
    for name, (_, reader) in GROUPS.items():
        record = _told(schema_of(reader), "", HELP[name])
        properties[name] = {"description": GROUP_HELP[name], "type": "array", "items": record}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A case for mediakit",
        "description": "The records of one dispute: who said what, when, and where from.",
        "type": "object",
        "properties": properties,
        "required": list(REQUIRED),
        "additionalProperties": False,
    }


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=1) + "\n"


def _told(schema: Mapping[str, Any], what: str, help_: Mapping[str, str]) -> Schema:
    """The schema with its description, and those of the fields inside."""
    told: Schema = {"description": what} if what else {}
    told |= schema
    if "items" in told:
        told["items"] = _told(told["items"], "", PART_HELP)
    if "anyOf" in told:
        told["anyOf"] = [_told(way, "", PART_HELP) for way in told["anyOf"]]
    if "properties" in told:
        told["properties"] = {
            name: _told(inner, help_[name], PART_HELP) for name, inner in told["properties"].items()
        }
    return told


if __name__ == "__main__":
    print(schema_text(), end="")
