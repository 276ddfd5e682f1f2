"""An error in a cell becomes one sentence and the corrected line."""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.exercises.friendly import explain, ours

HERE = Path(__file__).parent


def raised(source: str, **names: Any) -> BaseException:
    """The error that Python has with this cell."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(source, "<cell>", "exec"), dict(names))
    except Exception as error:  # whatever Python raises is what we explain
        return error
    raise AssertionError(f"{source!r} raises nothing")


@pytest.mark.parametrize(
    ("source", "says", "try_"),
    [
        ("q1 = “B”", "curly", 'q1 = "B"'),
        ('q1 = ["a", "b"', "not closed", 'q1 = ["a", "b"]'),
        ("x = 1\nprint((1)\ny = 2", "not closed", "print((1))"),
        ('q1 = ["a"]]', "too many", 'q1 = ["a"]'),
        ('q1 = "B', "quotation mark is missing", 'q1 = "B"'),
        ('q1 = B"', "quotation mark is missing", 'q1 = "B"'),
        ('print("B)', "quotation mark is missing", 'print("B")'),
        ('ex.check("q1, q1)', "in quotation marks", 'ex.check("q1", q1)'),
        ("ex.check(q1, q1", "in quotation marks", 'ex.check("q1", q1)'),
        ("if 1 == 1\n    x = 1", "colon", "if 1 == 1:"),
        ("x = 1\nif x = 1:\n    x = 2", "compare", "if x == 1:"),
        ('"B" = q1', "on the left", 'q1 = "B"'),
        ("  q1 = 1", "too far to the right", "q1 = 1"),
        ("q1 = the flood was first", "needs quotation marks", 'q1 = "the flood was first"'),
        ("q4 = 3 %", "needs quotation marks", 'q4 = "3 %"'),
        ('q1 = ["a" 3]', "comma", 'q1 = ["a", 3]'),
        ("q1 = B", "needs quotation marks", 'q1 = "B"'),
        ('q1 == "B"', "stores an answer", 'q1 = "B"'),
        ("print(caes)", "did you mean case", "print(case)"),
        ('q8 = "He said "no" to me"', "three of them", 'q8 = """He said "no" to me"""'),
        ("q8 = 'It's a copy'", "three of them", "q8 = '''It's a copy'''"),
        ("q3 = [gauge, flight]", "each part its own", 'q3 = ["gauge", "flight"]'),
        ("q6 = {office-note: leak}", "each part its own", 'q6 = {"office-note": "leak"}'),
        ("q1 = B # mine", "needs quotation marks", 'q1 = "B"'),
        ('q1 "B"', "= is missing", 'q1 = "B"'),
        ("q1 := B", "= is missing", 'q1 = "B"'),
        ("q1 = `B`", "straight ones", 'q1 = "B"'),
        ("q2 =", "Nothing stands after", "q2 = ..."),
        ('ex.check "q1", q1', "in brackets", 'ex.check("q1", q1)'),
    ],
)
def test_the_slip_is_named_and_the_line_corrected(source: str, says: str, try_: str) -> None:
    """One sentence says what happened; the line below it is Python."""
    text = explain(raised(source), source, ["case", "mk"])
    first, _, second = text.partition("\n")
    assert says in first
    assert second == f"Try: {try_}"
    ast.parse(try_ if not try_.endswith(":") else try_ + "\n    pass")


def test_text_over_several_lines_gets_three_marks() -> None:
    """The learner's whole text comes back, so that it can be pasted."""
    cell = 'q8 = "The first paper wrote it.\nThe others copied."\nx = 1'
    says, _, rest = explain(raised(cell), cell).partition("\n")
    assert "three quotation marks" in says
    assert rest == 'Try: q8 = """The first paper wrote it.\nThe others copied."""'


def test_a_small_program_is_not_put_into_quotation_marks() -> None:
    """Words that are Python stay; then the plain sentence has to do."""
    for cell in ("q3 = [a for a in b]", "q1 = x + 1", "q1 = len(y)"):
        assert "Nothing here is called" in explain(raised(cell), cell)


def test_an_unknown_slip_still_gets_a_sentence() -> None:
    """Where no correction fits, the line is named and where to look."""
    text = explain(raised("x = 1\ny = ) ( ]"), "x = 1\ny = ) ( ]")
    assert "line 2" in text
    assert "bracket" in text


def test_a_forgotten_first_cell_is_named() -> None:
    """``mk`` is missing when the first cell was not run."""
    assert "import mediakit as mk" in explain(raised("mk.load_case('x')"), "mk.load_case('x')")
    assert "Run the cells above" in explain(raised("print(zz)"), "print(zz)")


def test_our_own_errors_are_their_message() -> None:
    """What mediakit raises is one line already."""
    from mediakit.case import load_case

    with pytest.raises(LookupError) as caught:
        load_case("larkhavn")
    assert ours(caught.value.__traceback__)
    text = explain(caught.value, "")
    assert text.startswith("No case called 'larkhavn'; did you mean 'larkhaven'?")
    assert "\n" not in text


@given(st.text(alphabet=st.sampled_from("q1=“”\"'([{)]} \n:Bx,%if"), max_size=40))
def test_no_slip_breaks_the_explanation(source: str) -> None:
    """Whatever somebody types, there is a text for it."""
    error = _slip(source)
    assert error is None or explain(error, source)


def _slip(source: str) -> SyntaxError | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<cell>", "exec")
    except SyntaxError as error:
        return error
    return None


def test_in_a_running_notebook_no_traceback_is_shown() -> None:
    """A real kernel: slips bring sentences, check answers, other people's errors stay theirs."""
    nbformat = pytest.importorskip("nbformat")
    from nbclient import NotebookClient

    weir = str(HERE / "fixtures/exercises/weir")
    cells = [
        f"import mediakit.exercises as e\nex = e.load_exercise({weir!r})",
        "q1 = “B”",
        "q1 = B",
        "q1 = 'B'\nex.check('q1', q1)",
        "q2 = len('a')\nex.check('q2', q2)",
        "ex.check('q9', 1)",
        "import mediakit.case\nmediakit.case.load_case('larkhavn')",
        "[][1]",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    NotebookClient(notebook, timeout=60, allow_errors=True, kernel_name="python3").execute()
    shown = ["".join(map(_text, cell.outputs)) for cell in notebook.cells]
    assert "curly" in shown[1]
    assert 'Try: q1 = "B"' in shown[1]
    assert "needs quotation marks" in shown[2]
    assert "right" in shown[3]
    assert "paste" not in shown[3]
    assert "paste this line: q2 = 1" in shown[4]
    assert "no question called 'q9'" in shown[5]
    assert shown[6].startswith("No case called 'larkhavn'")
    assert not any("Traceback" in text for text in shown[:7])
    assert "IndexError" in shown[7]


def _text(output: Any) -> str:
    data = output.get("data", {}).get("text/plain", "")
    return f"{output.get('text', '')}{data}{''.join(output.get('traceback', []))}"


def test_a_part_that_is_not_there_is_answered_with_the_nearest() -> None:
    """A mistyped helper brings a guess and the line, or the list of what there is."""
    from mediakit.exercises import load_exercise

    ex = load_exercise("00_start_here")
    text = explain(raised('ex.Chek("q1", 1)', ex=ex), 'ex.Chek("q1", 1)', ["ex"])
    assert text == 'ex has nothing called Chek; did you mean check?\nTry: ex.check("q1", 1)'
    text = explain(raised("ex.grade_me()", ex=ex), "ex.grade_me()", ["ex"])
    assert text.startswith("ex has nothing called grade_me. It has: ")
    assert "check" in text
