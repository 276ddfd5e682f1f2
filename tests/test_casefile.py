"""Case files: every fault at its line, all at once, and no surprise from strange input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.case import Case
from mediakit.casefile import check_case, parse_case
from mediakit.content import content

SOUND = """\
case: weir
title: The weir
reality: fictional
summary: Invented.
references:
  - {id: page, title: A page, publisher: P, url: https://p.example, public: 2031-04-05}
sources:
  - {id: post, name: Ostrel Post, kind: outlet}
documents:
  - {id: first, source: post, kind: article, public: 2031-04-05, title: First, says: [broke]}
  - id: second
    source: post
    kind: article
    public: 2031-04-06
    title: Second
    says: [broke]
    took_from:
      - {to: first, basis: cited}
questions:
  - {id: why, text: Why did it break?}
claims:
  - {id: broke, text: The weir broke., level: event, question: why}
hypotheses:
  - {id: flood, label: the flood, question: why}
evidence:
  - id: gauge
    text: The gauge stood high.
    happened: 2031-04-03
    public: 2031-04-05
    marks: {flood: C}
    references: [page]
officials:
  - id: office
    source: post
    body: River Office
    kind: statement
    mandate: the river
    happened: 2031-04-05
    public: 2031-04-05
    said: It broke.
    wording: it broke
resolution:
  text: A survey found the weir worn.
  sure: It published its method.
  public: 2031-09-15
  claims: {broke: "true"}
slips:
  - {id: who, document: second, where: It says that everybody knows., type: vague attribution, public: 2031-04-06, correction: One paper said so.}
decisions:
  - {id: open, who: The office, what: It opened the gates below., public: 2031-04-05}
disagreements:
  - id: hour
    about: the hour at which it broke
    versions:
      - {public: 2031-04-05, text: At two.}
      - {public: 2031-04-06, text: At four.}
details:
  - {id: gates, text: The gates were open., said_in: second, first_public: 2031-04-05}
"""

# fault -> (text to replace, replacement, line, words of the message)
FAULTS = {
    "no YAML": ("case: weir", "case: [weir", 2, "not YAML"),
    "a tab": ("  - {id: why", "\t- {id: why", 20, "not YAML"),
    "an unknown field": ("title: The weir", "titel: The weir", 2, "did you mean 'title'"),
    "a missing field": ("summary: Invented.\n", "", 1, "'summary' is missing"),
    "a field twice": ("summary: Invented.", "summary: A\nsummary: B", 5, "twice"),
    "an empty field": ("title: The weir", "title:", 2, "'title' is empty"),
    "a wrong reality": ("fictional", "invented", 3, "not on the list"),
    "a wrong word": ("kind: outlet", "kind: paper", 8, "use person, office, outlet"),
    "no date": ("public: 2031-04-06", "public: 6 April", 14, "write year-month-day"),
    "a wrong source": ("first, source: post", "first, source: pots", 10, "did you mean 'post'"),
    "a claim that is not there": (
        "title: First, says: [broke]",
        "title: F, says: [brke]",
        10,
        "brke",
    ),
    "a page that is not there": ("references: [page]", "references: [pag]", 26, "pag"),
    "a link that leads nowhere": ("to: first", "to: third", 11, "third"),
    "a mark for no explanation": ("marks: {flood: C}", "marks: {fire: C}", 26, "fire"),
    "an id twice": ("id: second", "id: first", 11, "taken already"),
    "public before it happened": ("happened: 2031-04-03", "happened: 2031-04-09", 26, "before it"),
    "took from the future": ("public: 2031-04-06", "public: 2031-04-01", 11, "came later"),
    "a detail older than itself": (
        "first_public: 2031-04-05",
        "first_public: 2031-05-05",
        58,
        "after",
    ),
    "a long quotation": ("wording: it broke", "wording: " + "it broke " * 13, 33, "26 words"),
    "a slip in no document": ("document: second, where", "document: thrd, where", 48, "thrd"),
    "a grade off the scale": ("kind: outlet}", "kind: outlet, reliability: G}", 8, "use A, B, C"),
    "a verdict on no claim": ('claims: {broke: "true"}', 'claims: {brk: "true"}', 1, "brk"),
    "a link that carries too much": ("basis: cited", "basis: cited, claims: [dry]", 11, "'dry'"),
    "an alias": ("text: Why did it break?", "text: *x", 20, "aliases"),
    "not a list": ("says: [broke]\n    took", "says: broke\n    took", 16, "list is expected"),
    "neither yes nor no": ("text: Why did it break?", "text: Why, open: maybe", 20, "yes nor no"),
}


def faults(source: str) -> list[str]:
    """The faults of a file as the lines an author reads."""
    return [str(problem) for problem in check_case(source.encode())]


def test_the_sound_file_is_sound() -> None:
    """The file that the faults below are made from has none."""
    assert faults(SOUND) == []
    assert isinstance(parse_case(SOUND.encode(), "weir.yaml"), Case)


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_at_its_line(fault: str) -> None:
    """One fault in a sound file is found, at its line, in words an author can act on."""
    before, after, line, words = FAULTS[fault]
    assert before in SOUND
    found = faults(SOUND.replace(before, after, 1))
    assert any(f.startswith(f"line {line}:") and _one_of(words, f) for f in found), found


def _one_of(words: str, text: str) -> bool:
    return any(word in text for word in words.split("|"))


def test_all_faults_come_at_once() -> None:
    """Three faults bring three lines, in the order of the file."""
    broken = SOUND.replace("kind: outlet", "kind: paper").replace("level: event", "level: deed")
    broken = broken.replace("public: 2031-04-06", "public: soon", 1)
    assert [f.split(":")[0] for f in faults(broken)] == ["line 8", "line 14", "line 22"]


def test_the_error_names_the_file() -> None:
    """Loading a broken file names the file, counts the faults and gives their lines."""
    broken = SOUND.replace("kind: outlet", "kind: paper").encode()
    with pytest.raises(ValueError, match=r"'weir.yaml' has 1 fault:\n  weir.yaml, line 8"):
        parse_case(broken, "weir.yaml")


@pytest.mark.parametrize(
    ("hostile", "words"),
    [
        ("a: &a [x]\nb: [*a, *a]", "aliases"),
        ("a: " + "[" * 100 + "]" * 100, "nested too deep"),
        ("a: " + "[" * 20_000, "nested too deep"),
        ("", "empty"),
        ("just text", "group of fields"),
        ("- a\n- list", "group of fields"),
        ("a: !!python/object/apply:os.system [x]", "no field 'a'"),
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


@settings(max_examples=60)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 40), st.text(max_size=12))
def test_a_mutated_file_never_brings_an_exception(start: int, length: int, insert: str) -> None:
    """Cutting into a sound file and writing anything there gives a case or faults."""
    mutated = SOUND[:start] + insert + SOUND[start + length :]
    for fault in check_case(mutated.encode("utf-8", "replace")):
        assert str(fault).startswith("line ")


@pytest.mark.parametrize(
    "name", [p.name for p in content("cases").iterdir() if p.name.endswith(".yaml")]
)
def test_every_shipped_case_is_sound(name: str) -> None:
    """The cases that come with mediakit have no fault."""
    assert check_case((content("cases") / name).read_bytes()) == []
