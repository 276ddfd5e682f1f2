"""Answers are read as data: generous with people, bounded with everything, never running it."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.answers import (
    MIME,
    Answer,
    State,
    Unreadable,
    collect,
    read_notebook,
    read_source,
    read_value,
    show,
)


def cell(source: Any, kind: str = "code", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": {}, "outputs": [], **more}


def notebook(*cells: Any) -> bytes:
    made = [c if isinstance(c, dict) else cell(c) for c in cells]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": made}).encode()


def read(source: str, name: str = "q1") -> Answer:
    return collect(read_source(source), [name])[name]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ('q1 = "B"', "B"),
        ("q1 = -3", -3),
        ("q1 = 3/100", 0.03),
        ("q1 = 2 * (3 + 4) - 1", 13),
        ("q1 = ['c2', 'c5']", ("c2", "c5")),
        ("q1 = 'c2', 'c5'", ("c2", "c5")),
        ("q1 = {'c2'}", frozenset({"c2"})),
        ("q1 = {'a': 'x', 'b': ...}", {"a": "x", "b": ...}),
        ("q1 = 'one ' 'two'", "one two"),
        ("q1 = 'one ' + 'two'", "one two"),
        ("q1: str = 'B'", "B"),
        ("q0 = q1 = 'B'", "B"),
        ("q0, q1 = 'A', 'B'", "B"),
        ("q0 = 'A'; q1 = 'B'", "B"),
        ("q1 = [\n'a',\n'b',\n]", ("a", "b")),
        ("q1 = '\\d'", "\\d"),
    ],
)
def test_literals_are_read(source: str, value: Any) -> None:
    """Plain values, signs, arithmetic and joined texts are read without running anything."""
    answer = read(source)
    assert answer.value == value
    assert answer.state is State.READ


@pytest.mark.parametrize("source", ["q1 = ...", "q1 = None", "q1 = ''", "q1 = []", "", "# q1 = 3"])
def test_blank_is_not_attempted(source: str) -> None:
    """An open answer is open, never wrong and never unreadable."""
    assert read(source).state is State.BLANK


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("q1 = f'{x}'", "an f before it"),
        ("q1 = open('x')", "a call"),
        ("q1 = x.y", "worked out elsewhere"),
        ("q1 = [a, b]", "stands for something else"),
        ("q1 = 1 < 2", "comparison"),
        ("q1 == 'B'", "two signs =="),
        ("q1 += 1", "step by step"),
        ("if True:\n    q1 = 'B'", "inside a block"),
        ("q1 = 'B", "not Python yet"),
        ("q1 = 1/0", "divides by zero"),
        ("q1 = 9**9**9", "too large"),
        ("q1 = " + "9" * 4000, "too large"),
        ("q1 = " + "9" * 5000, "not Python yet"),
        ("q1 = 1e999", "written down"),
        ("q1 = 2j", "not an answer"),
        ("q1 = b'B'", "not an answer"),
        ("q1 = {**{}}", "joined"),
        ("q1 = {[1]: 2}", "single value"),
        ("q1 = {(1, 2): 2, (3, [4]): 1}", "single value"),
        ("q1 = {[1]}", ""),
        ("q1 = " + "[" * 100_000, "too deep"),
        ("q1 = " + "-" * 100_000 + "1", "too deep"),
        ("q1 = " + "not " * 40_000 + "1", "too deep"),
        ("q1 = " + "1+" * 20_000 + "1", "not Python yet"),
        ("q1 = [" + "1," * 30_000 + "]", "parts"),
        ("q1 = '" + "x" * 60_000 + "'", "longer"),
        ("q1 = 1" + " " * 200_000, "too long"),
        ("q1, q2 = x", "its own line"),
    ],
)
def test_what_cannot_be_read_has_a_reason(source: str, why: str) -> None:
    """Programs, giants and slips bring a reason that says what to write instead."""
    answer = read(source)
    assert answer.state in (State.UNREADABLE, State.READ if not why else State.UNREADABLE)
    assert why in answer.reason


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("q4 = 0,03", "0,03"),
        ("q4 = 3 %", "3 %"),
        ("q1 = B.", "B."),
        ("q5 = 18 November 2015", "18 November 2015"),
        ("q5 = 2015-11-08", "2015-11-08"),
        ("q8 = It's a copy of one page.", "It's a copy of one page."),
        ('q8 = "He said "no" to them all"', 'He said "no" to them all'),
        ("q8 = 'It's what they all say'", "It's what they all say"),
    ],
)
def test_text_without_its_quotation_marks_is_kept(source: str, value: str) -> None:
    """One line of plain words or figures is read as text, and noted; nothing is lost by it."""
    name = source[:2]
    answer = collect(read_source(f"{source}\nq9 = 1"), [name])[name]
    assert answer.value == value
    assert "quotation marks" in answer.notes[0]


@pytest.mark.parametrize(
    "source", ["q1 = [a", "q1 = len(x", "q1 = 'B", "q1 = a = b c", "q1 = x y\\"]
)
def test_what_may_be_code_is_not_read_as_text(source: str) -> None:
    """Brackets, open quotation marks and further signs leave the line unread."""
    assert collect(read_source(source), ["q1"])["q1"].state is State.UNREADABLE


def test_a_bare_letter_counts_as_text_and_is_noted() -> None:
    """``q1 = B`` is taken for "B", unless B is a name of the notebook's own."""
    assert read("q1 = B").value == "B"
    assert "quotation marks" in read("q1 = B").notes[0]
    assert "a name of your own" in read("B = 'C'\nq1 = B").reason


def test_curly_quotation_marks_are_straightened_and_noted() -> None:
    """A line from a text program is read, and the learner is told."""
    for source in ("q1 = “B”", "q1 = ‘B’", "q1 = „B“", 'q1 = “B"'):
        answer = read(source)
        assert answer.value == "B"
        assert "typographic" in answer.notes[0]
    assert read("q1 = '“B”'").value == "“B”"


def test_one_slip_does_not_cost_the_other_answers() -> None:
    """A cell that is not Python as a whole is read line group by line group."""
    source = "q1 = 'B'\nq2 = (1\nq3 = [\n'a',\n'b'\n]\nq4 = '''two\nq9 = 1\nlines'''\nq5 = 5"
    answers = collect(read_source(source))
    assert answers["q1"].value == "B"
    assert answers["q2"].state is State.UNREADABLE
    assert answers["q3"].value == ("a", "b")
    assert answers["q4"].value == "two\nq9 = 1\nlines"
    assert answers["q5"].value == 5
    assert "q9" not in answers


def test_an_unclosed_text_does_not_swallow_what_follows() -> None:
    """Three quotation marks left open cost one answer."""
    answers = collect(read_source("q1 = '''open\nq2 = 2"))
    assert answers["q1"].state is State.UNREADABLE
    assert answers["q2"].value == 2


def test_magics_and_shell_lines_are_passed_over() -> None:
    """Lines for the notebook are no answers, and a percent sign in prose is no magic."""
    source = "%matplotlib inline\n!ls\nq1 = 'B'\nq1?\nq2 = '''100\n% of them\n!'''"
    answers = collect(read_source(source))
    assert answers["q1"].value == "B"
    assert answers["q2"].value == "100\n% of them\n!"
    assert collect(read_source("%%bash\nq1=3")) == {}
    assert read("%%time\nq1 = 3").value == 3


def test_the_last_value_wins_and_a_second_one_is_noted() -> None:
    """Copied cells count once; an open or unreadable copy does not undo an answer."""
    answers = read_notebook(notebook("q1 = 'A'", "q1 = 'B'", "q1 = ...", "q1 = f()")).answers()
    assert answers["q1"].value == "B"
    assert "2 times; the last" in answers["q1"].notes[0]
    assert "could not be read" in answers["q1"].notes[1]
    assert answers["q1"].where == "cell 2"
    assert "same answer" in read("q1 = 1\nq1 = 1").notes[0]


def test_an_answer_in_a_text_cell_is_read_and_noted() -> None:
    """A cell turned into text by mistake loses nothing; shown code is no answer."""
    data = notebook(cell("q1 = 'B'\n\n```\nq2 = 'C'\n```\n    q3 = 'D'", "markdown"), "q1 = ...")
    answers = read_notebook(data).answers(["q1", "q2", "q3"])
    assert answers["q1"].value == "B"
    assert "text cell" in answers["q1"].notes[0]
    assert answers["q2"].state is answers["q3"].state is State.BLANK
    both = notebook(cell("q1 = 'B'", "markdown"), "q1 = 'A'")
    assert read_notebook(both).answers()["q1"].value == "A"


def test_a_widget_answer_is_read_and_a_typed_one_wins() -> None:
    """What a widget kept in a saved output counts until somebody types an answer."""
    kept = [{"output_type": "display_data", "data": {MIME: {"question": "q1", "value": ["a"]}}}]
    data = notebook(cell("widget()", outputs=kept), "q1 = ...")
    assert read_notebook(data).answers(["q1"])["q1"].value == ("a",)
    data = notebook("q1 = 'B'", cell("widget()", outputs=kept))
    assert read_notebook(data).answers(["q1"])["q1"].value == "B"


@pytest.mark.parametrize(
    "outputs",
    [None, 3, [3], [{"data": 3}], [{"data": {MIME: 3}}], [{"data": {MIME: {"question": 3}}}]],
)
def test_broken_outputs_are_passed_over(outputs: Any) -> None:
    """Outputs of any shape do no harm."""
    assert read_notebook(notebook(cell("q1 = 1", outputs=outputs))).answers()["q1"].value == 1


def test_format_three_is_read() -> None:
    """Notebooks of the older format keep their cells in worksheets."""
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["q1 = 'B'"]}]}]}
    assert read_notebook(json.dumps(old).encode()).answers()["q1"].value == "B"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"{", "breaks off"),
        (b"[]", "no notebook"),
        (b"3", "no notebook"),
        (b"{}", "no cells"),
        (b'{"cells": {}}', "no cells"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'{"cells": [' + b"9" * 5000 + b"]}", "not JSON"),
        (b"\x00" * 100, "not JSON"),
        (b" " * 50_000_001, "larger than 50 MB"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_a_file_that_is_no_notebook_has_a_reason(data: bytes, why: str) -> None:
    """Whatever the file is, there is a reason and no exception."""
    found = read_notebook(data)
    assert why in found.reason
    assert found.answers(["q1"])["q1"].state is State.BLANK


def test_the_exercise_is_named_by_metadata_or_by_a_cell() -> None:
    """Which exercise it is stands in the notebook, as data."""
    assert read_notebook(notebook('ex = mk.load_exercise("weir")')).exercise == "weir"
    assert read_notebook(notebook("q1 = (\nload_exercise('weir')")).exercise == "weir"
    named = json.loads(notebook('load_exercise("weir")'))
    named["metadata"]["mediakit"] = {"exercise": "dam"}
    assert read_notebook(json.dumps(named).encode()).exercise == "dam"


def test_python_values_are_read_like_typed_ones() -> None:
    """The value that check gets and the literal that the grader reads are one."""
    assert read_value(["a", {"b": 1.5}, None]) == ("a", {"b": 1.5}, ...)
    assert read_value(date(2015, 12, 25)) == "2015-12-25"
    assert read_value(Fraction(1, 2)) == 0.5
    loop: list[Any] = []
    loop.append(loop)
    for wrong in (object(), loop, 1j, float("nan"), 10**5000, b"B", len):
        with pytest.raises(Unreadable):
            read_value(wrong)


literals = st.recursive(
    st.text(max_size=30) | st.integers(-(10**12), 10**12) | st.booleans() | st.just(...),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(literals)
def test_typed_and_passed_values_agree(value: Any) -> None:
    """Whatever literal is written into a cell reads as the value that Python makes of it."""
    typed = collect(read_source(f"q1 = {value!r}"), ["q1"])["q1"]
    assert typed.value == read_value(value)


@given(literals)
def test_a_shown_answer_reads_as_itself(value: Any) -> None:
    """The line to paste gives the same answer again."""
    literal = read_value(value)
    assert collect(read_source(f"q1 = {show(literal, 10**6)}"), ["q1"])["q1"].value == literal


@given(st.text(max_size=300))
def test_no_source_raises(source: str) -> None:
    """Any text at all is read without an exception, and its answers can be written to a file."""
    for f in read_source(source) + read_source("q1 = " + source) + read_source("q1 = '" + source):
        show(f.answer.value).encode()


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes at all are read without an exception."""
    assert read_notebook(data).reason


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["cells", "source", "cell_type", "outputs", "data", MIME, "metadata", "x"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_no_json_raises(value: Any) -> None:
    """A notebook of any shape is read without an exception."""
    for root in (value, {"cells": value}, {"cells": [value]}, {"worksheets": [{"cells": [value]}]}):
        read_notebook(json.dumps(root).encode()).answers(["q1"])


@pytest.mark.parametrize("data", [b"\xff\xfe\x7b", b"\xfe\xff{}", b"\xff\xfe" + b"\x00\xd8" * 9])
def test_half_a_file_in_utf_16_has_its_reason(data: bytes) -> None:
    """Broken off, the other way round, or half letters: one sentence."""
    assert read_notebook(data).reason.startswith("the file is ")
