"""Case files: every fault at its line, all at once, and no surprise from strange input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.case import Case
from mediakit.casefile import advise_case, check_case, parse_case
from mediakit.content import content
from tests.faulty_cases import ADVICE, FAULTS, SOUND

SHIPPED = sorted(p.name for p in content("cases").iterdir() if p.name.endswith(".yaml"))
LARKHAVEN = (content("cases") / "larkhaven.yaml").read_bytes().decode("utf-8")


def faults(source: str) -> list[str]:
    """The faults of a file as the lines an author reads."""
    return [str(problem) for problem in check_case(source.encode())]


def test_the_sound_file_is_sound() -> None:
    """The file that the faulty ones are made from has no fault and needs little advice."""
    assert faults(SOUND) == []
    assert isinstance(parse_case(SOUND.encode(), "weir.yaml"), Case)
    told = advise_case(SOUND.encode())
    assert [str(t) for t in told if "'asked'" not in t.message] == []
    assert all(t.advice for t in told)


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named_at_its_line(name: str) -> None:
    """One fault in a sound file is found, at its line, in words an author can act on."""
    fault = FAULTS[name]
    found = faults(fault.source)
    assert any(f.startswith(f"line {fault.line}:") and fault.words in f for f in found), found


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault.loads])
def test_a_case_that_is_unfair_can_still_be_looked_at(name: str) -> None:
    """Rules about fairness and support stop the check; an author can load what there is."""
    assert isinstance(parse_case(FAULTS[name].source.encode(), "weir.yaml"), Case)


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if not fault.loads])
def test_a_case_that_cannot_be_read_is_not_loaded(name: str) -> None:
    """Rules about form stop the loading, with the same line."""
    with pytest.raises(ValueError, match=f"line {FAULTS[name].line}: "):
        parse_case(FAULTS[name].source.encode(), "weir.yaml")


@pytest.mark.parametrize("name", ADVICE)
def test_advice_is_no_fault(name: str) -> None:
    """What a case could do with is told at its line, and the case still passes."""
    advice = ADVICE[name]
    assert faults(advice.source) == []
    told = [str(t) for t in advise_case(advice.source.encode())]
    assert any(t.startswith(f"line {advice.line}:") and advice.words in t for t in told), told


def test_all_faults_come_at_once() -> None:
    """Faults of the head, the reader, ids and fairness come together, in the order of lines."""
    broken = SOUND.replace("summary: Invented.\n", "").replace("level: event", "level: deed")
    broken = broken.replace("public: 2031-04-06", "public: soon", 1).replace("[gauge]", "[x]")
    broken = broken.replace("label: the flood", "label: Mayor Tolland stole the money")
    found = faults(broken)
    assert len(found) == 4
    assert [int(f.split(":")[0].split()[1]) for f in found] == sorted(
        int(f.split(":")[0].split()[1]) for f in found
    )


def test_one_fault_brings_one_line() -> None:
    """A record that cannot be read does not make the records that name it look broken."""
    assert len(faults(SOUND.replace("kind: outlet", "kind: paper"))) == 1
    assert len(faults(SOUND.replace("title: First", "titel: First"))) == 2  # unknown, and missing


def test_the_error_names_the_file() -> None:
    """Loading a broken file names the file, counts the faults and gives their lines."""
    broken = SOUND.replace("kind: outlet", "kind: paper").encode()
    with pytest.raises(ValueError, match=r"'weir.yaml' has 1 fault:\n  weir.yaml, line 11"):
        parse_case(broken, "weir.yaml")


def test_a_circle_with_a_later_link_is_declared() -> None:
    """A page brought up to date afterwards may name one that took from it."""
    circle = SOUND.replace(
        "    ground_note: it does not say\n",
        "    took_from: [{to: second, basis: cited, public: 2031-04-10}]\n",
    )
    assert faults(circle) == []


def test_a_chain_of_any_length_is_walked() -> None:
    """Ten thousand documents in a row are no circle and no trouble."""
    from mediakit.caselint.order import _circle_from

    ways = {str(k): [str(k + 1)] for k in range(10_000)} | {"10000": []}
    assert _circle_from("0", ways, set()) == []
    ways["10000"] = ["9999"]
    assert _circle_from("0", ways, set()) == ["9999", "10000", "9999"]


BOMB = "a: &a [x, x]\n" + "".join(f"b{k}: &b{k} [*a, *a]\n" for k in range(40))


@pytest.mark.parametrize(
    ("hostile", "words"),
    [
        ("a: &a [x]\nb: [*a, *a]", "aliases"),
        (BOMB, "aliases"),
        ("a: &a {b: *a}", "aliases"),
        ("case: &x {}\n<<: *x", "aliases"),
        ("a: " + "[" * 100 + "]" * 100, "nested too deep"),
        ("a: " + "[" * 20_000, "nested too deep"),
        ("a: " + "{b: " * 100 + "}" * 100, "nested too deep"),
        ("- " * 100 + "x", "nested too deep"),
        ("", "empty"),
        ("# only a comment", "empty"),
        ("just text", "group of fields"),
        ("- a\n- list", "group of fields"),
        ("? [case]\n: x", "no field"),
        ("? {a: b}\n: x", "no field"),
        ("a: 1\n---\nb: 2", "not YAML"),
        ("a: !!python/object/apply:os.system [x]", "no field 'a'"),
        ("claims: !!python/name:os.system [{id: x}]", "missing"),
        ("\x00", "not"),
        ("x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_hostile_files_are_answered_in_one_line(hostile: str, words: str) -> None:
    """Bombs, deep nests, tags and things that are no case file bring a sentence."""
    assert any(words in fault for fault in faults(hostile))


def test_a_file_in_another_encoding_is_answered() -> None:
    """Bytes that are no UTF-8 are named with their line."""
    assert check_case(b"case: x\ntitle: \xff\xfe")[0].line == 2


@given(st.binary(max_size=300))
def test_any_bytes_bring_faults_and_nothing_else(source: bytes) -> None:
    """Whatever the file holds, the answer is a list of faults."""
    assert check_case(source)


def answered(source: str) -> None:
    """The file loads, or every fault names a line of it in words."""
    data = source.encode("utf-8", "replace")
    lines = len(data.splitlines()) + 1
    for problem in (*check_case(data), *advise_case(data)):
        assert 1 <= problem.line <= lines
        assert problem.message
        assert "Traceback" not in str(problem)
        assert " object at 0x" not in str(problem)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 40), st.text(max_size=12))
def test_a_mutated_file_never_brings_an_exception(start: int, length: int, insert: str) -> None:
    """Cutting into a sound file and writing anything there gives a case or faults."""
    answered(SOUND[:start] + insert + SOUND[start + length :])


LINES = LARKHAVEN.splitlines(keepends=True)
BITS = st.sampled_from(
    ["", "- ", "{", "}", "[", "]", ": ", "#", "&a ", "*a", "|\n", ">-\n", "'", '"', "? ", "!!map ",
     "<<: ", "\t", "id: ", "{}", "[]", "[[]]", "null", "~", "2019-99-99", "\ufeff", "\u2028", "…"]
)  # fmt: skip
EDIT = st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 3), st.integers(0, 60), BITS)


def edited(edits: list[tuple[int, int, int, str]]) -> str:
    """The fictional case with lines dropped, doubled and written into."""
    lines = list(LINES)
    for at, what, column, bit in edits:
        line = lines[at]
        lines[at] = (line[:column] + bit + line[column:], "", line + line, bit + line.lstrip())[
            what
        ]
    return "".join(lines)


@settings(max_examples=8, deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=4))
def test_a_shipped_case_with_mutated_lines_is_answered(
    edits: list[tuple[int, int, int, str]],
) -> None:
    """Lines dropped, doubled and written into give a case or clear faults."""
    answered(edited(edits))


@pytest.mark.full
@settings(max_examples=500, deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=6))
def test_a_shipped_case_mutated_at_length(edits: list[tuple[int, int, int, str]]) -> None:
    """The same at length."""
    answered(edited(edits))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_case_is_sound(name: str) -> None:
    """The cases that come with mediakit have no fault."""
    assert [str(f) for f in check_case((content("cases") / name).read_bytes())] == []
