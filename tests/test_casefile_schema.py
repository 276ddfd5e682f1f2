"""The JSON Schema of case files: made from the reader's specification, and true to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

import pytest
from ruamel.yaml import YAML

from mediakit.case import list_cases
from mediakit.casefile import check_case
from mediakit.casefile.schema import SCHEMA_NAME, case_schema, schema_text
from mediakit.casefile.shape import GROUPS, HEAD
from mediakit.content import content
from tests.faulty_cases import FAULTS, SOUND

Validator: Any = import_module("jsonschema").Draft7Validator  # comes with Jupyter
VALIDATOR = Validator(case_schema())


def as_editors_see_it(source: str) -> Any:
    """The file as JSON: editors read YAML 1.2, where a day is a text."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(k): plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(v) for v in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(YAML(typ="safe", pure=True).load(source))


def complaints(source: str) -> list[str]:
    """What the schema says against a file."""
    return [error.message for error in VALIDATOR.iter_errors(as_editors_see_it(source))]


def test_the_shipped_schema_is_what_the_generator_writes() -> None:
    """Write it anew with: python -m mediakit.casefile.schema > mediakit/cases/case.schema.json"""
    assert (content("cases") / SCHEMA_NAME).read_bytes().decode("utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    """It holds to the draft that it names."""
    Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("name", list_cases())
def test_shipped_cases_hold_to_the_schema(name: str) -> None:
    """An editor underlines nothing in a shipped case."""
    assert complaints((content("cases") / f"{name}.yaml").read_bytes().decode("utf-8")) == []


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.schema])
def test_the_schema_sees_faults_of_form(name: str) -> None:
    """Fields, kinds of values and words of a list are checked while somebody types."""
    assert complaints(FAULTS[name].source)


def test_the_schema_asks_no_more_than_the_reader() -> None:
    """A file in which the reader finds nothing has nothing underlined either."""
    assert check_case(SOUND.encode()) == []
    assert complaints(SOUND) == []


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every group of fields in a schema."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_every_field_is_described() -> None:
    """An editor shows a sentence for every field, and none for a field that is not there."""
    schema = case_schema()
    assert set(schema["properties"]) == set(HEAD) | set(GROUPS)
    for group in objects(schema):
        for name, field in group["properties"].items():
            assert field["description"].endswith((".", "'", ")")), name
