"""Likelihood words, confidence, and the lint for unverified allegations.

``fixtures/wording.jsonl`` holds sentences written for these tests, about invented people, in
rounds. Each round was written before the lint met it, scored, then used to improve it; the
last has only been measured. Rounds 1 and 2 were written before the word lists, by the hand
that then wrote the lists, so their figures say little. Rounds 9, 11 and 12 were made hard on
purpose: hints, ellipses, wordplay. Measured at first sight, "needs a change" or not:

round         sentences   precision   recall
3             87          1.00        0.64
4             82          1.00        0.65
5             81          1.00        0.62
6             72          1.00        0.80
7             36          1.00        0.82
8             120         0.97        0.84
9             61          0.97        0.73
10            67          0.94        0.72
11            67          1.00        0.68
12            67          1.00        0.60
13            66          1.00        0.89
14            66          0.98        0.89
15            40          1.00        0.81
16            60          1.00        0.68
17            92          0.94        0.73
18            74          1.00        0.45
19 (held out) 60          0.97        0.82

Round 16 met the lint before its wider nets (``broad.py``) and rounds 17 and 18 while these were
made; the three were written to be ordinary in subject and plain in words, and 18 looked for what
the nets still let through. Round 15 was held out until then. Round 19 was not tuned on, so it
says most about a text that nobody here has seen: about four of five unfair sentences are found.

Labels were completed afterwards where a second kind also applies.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit.wording as w
from mediakit.wording import lexicon
from mediakit.wording.text import mask, sentences
from mediakit.wording.verbs import verbs
from tests.reading_level import grade

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixtures" / "wording.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
PRIVATE = [w.hash_name(n, "larkhaven") for n in ("Wenna Harrock", "Callum Brede-Osk")]
RANGELESS = "likelihood without a range"
FAIR = "Ilse Morrow, a former guard, said on 4 May 2019 that nobody had told her."


def _found(row: dict[str, Any]) -> set[str]:
    report = w.lint_wording(row["text"], PRIVATE)
    advice = {f.kind for f in report.advice} if row["kinds"] == [RANGELESS] else set()
    return {f.kind for f in report.flags} | advice


def _score(rows: list[dict[str, Any]]) -> tuple[float, float]:
    """Precision and recall of "this sentence needs a change"."""
    count = Counter((bool(row["kinds"]), bool(_found(row))) for row in rows)
    hit = count[True, True]
    return hit / (hit + count[False, True]), hit / (hit + count[True, False])


# ------------------------------------------------------------------ the labelled sentences


def test_labelled_sentences_are_enough_and_a_third_is_fair() -> None:
    """At least 180 sentences, at least a third fair, in four styles, none twice."""
    assert len(ROWS) >= 180
    assert sum(not row["kinds"] for row in ROWS) * 3 >= len(ROWS)
    assert {row["style"] for row in ROWS} == {"agency", "tabloid", "official", "student"}
    assert len({row["text"] for row in ROWS}) == len(ROWS)


def test_precision_and_recall_over_all_sentences() -> None:
    """Fair sentences pass and unfair ones are flagged, above the bars set for the lint."""
    precision, recall = _score(ROWS)
    assert precision >= 0.97
    assert recall >= 0.95


def test_held_out_sentences() -> None:
    """On sentences the lint was not tuned on, it keeps what it had at first sight."""
    precision, recall = _score([row for row in ROWS if row["round"] == 19])
    assert precision >= 0.90
    assert recall >= 0.80


@pytest.mark.parametrize("style", ["agency", "tabloid", "official", "student"])
def test_each_style(style: str) -> None:
    """No style of writing is left out."""
    precision, recall = _score([row for row in ROWS if row["style"] == style])
    assert precision >= 0.90
    assert recall >= 0.85


@pytest.mark.parametrize("kind", sorted(w.KINDS))
def test_each_kind(kind: str, record_property: Any) -> None:
    """Each kind of remark is found where it is labelled; its figures go into the report."""
    both = [(kind in row["kinds"], kind in _found(row)) for row in ROWS]
    hit = both.count((True, True))
    recall = hit / (hit + both.count((True, False)))
    precision = hit / (hit + both.count((False, True)))
    record_property("precision", round(precision, 3))
    record_property("recall", round(recall, 3))
    assert recall >= 0.80
    assert precision >= 0.70


# ------------------------------------------------------------------ single behaviours


def test_flag_says_where_why_and_what_instead() -> None:
    """A flag carries its place in the text, its reason and a way to write it."""
    text = "On Monday Mayor Tolland bribed the judge."
    (flag,) = w.lint_wording(text).flags
    assert text[flag.start : flag.end] == flag.words == "bribed"
    assert flag.kind == "unattributed accusation"
    assert flag.why
    assert flag.instead
    assert flag.words in w.lint_wording(text).why()


def test_report_reads_in_a_few_lines() -> None:
    """However much is flagged, the report prints a short list and says how much is left."""
    report = w.lint_wording("Mayor Tolland bribed the judge. " * 40)
    assert len(report) == 40
    assert len(repr(report).splitlines()) < 12
    assert "32 more" in repr(report)


def test_report_of_a_clean_text_promises_nothing() -> None:
    """A clean text gets no praise: the lint does not know what is true."""
    report = w.lint_wording(FAIR)
    assert report.clean
    assert not report
    assert "not truth" in report.why()


def test_attribution_must_name_somebody() -> None:
    """A named speaker answers for an accusation; "sources" and "it is believed" do not."""
    core = "the general ordered the attack"
    assert w.lint_wording(f"Mira Stohl says that {core}.").clean
    assert w.lint_wording(f"According to court papers of 3 May, {core}.").clean
    for weak in ("Sources say", "Insiders say that", "It is widely believed that"):
        assert not w.lint_wording(f"{weak} {core}.").clean, weak


def test_speaker_does_not_cover_what_the_author_slips_in() -> None:
    """An accusation in a "who" clause stays the author's own, whoever speaks."""
    assert not w.lint_wording("Sela Roth, who stole the pension fund, said she was glad.").clean
    assert w.lint_wording("Jon Pell says that Sela Roth, who denies it, stole the fund.").clean


def test_denial_and_negation_are_fair() -> None:
    """Saying that somebody did not do it, or denies it, accuses nobody."""
    for text in (
        "The colonel did not order the attack.",
        "The colonel denies ordering the attack.",
        "There is no evidence that the colonel ordered the attack.",
        "Whether the colonel ordered the attack is not established.",
    ):
        assert w.lint_wording(text).clean, text


def test_question_about_grounds_is_fair() -> None:
    """A question that names no suspect, or asks for evidence, plants nothing."""
    assert w.lint_wording("Who ordered the attack?").clean
    assert w.lint_wording("What evidence is there that the colonel ordered the attack?").clean
    assert not w.lint_wording("Did the colonel order the attack?").clean


def test_motive_cause_and_owned_act_accuse() -> None:
    """A mind read, a cause drawn or an act owned accuses in any words, unless somebody says it."""
    for text in (
        "The carrier left the part in because it wanted to save money.",
        "The boat sank because the captain had slept.",
        "Mayor Tolland's order to fire came at noon.",
        "The clerk failed to warn the crew.",
        "It must have been the palace.",
    ):
        assert not w.lint_wording(text).clean, text
        assert w.lint_wording(f"Ilse Morrow says that {text[0].lower()}{text[1:]}").clean, text


def test_quoted_words_belong_to_their_speaker() -> None:
    """A quotation with its speaker is not flagged; the same words without one are."""
    quoted = "“He is a monster and he bribed the judge,” says Greta Lund, who sued him."
    assert w.lint_wording(quoted).clean
    assert not w.lint_wording("He is a monster and he bribed the judge.").clean


def test_words_about_words_are_fair() -> None:
    """A page may name the words that it advises against."""
    assert w.lint_wording('Avoid "claimed", "admitted" and "exposed"; write "said".').clean


def test_words_to_avoid_in_their_other_senses() -> None:
    """Admitted to hospital, exposed to radiation, claims as a noun: no flag."""
    for text in (
        "Two guards were admitted to hospital.",
        "The crew was exposed to smoke.",
        "The two claims are separate.",
        "The avalanche claimed six lives.",
        "She claimed asylum in 1998.",
    ):
        assert w.lint_wording(text).clean, text


def test_private_name_is_found_in_any_spelling() -> None:
    """Case and accents do not hide a listed name, and the list holds no name."""
    listed = [w.hash_name("Zoë Brandt", "s1")]
    assert "brandt" not in listed[0].lower()
    for text in ("Zoë Brandt was there.", "ZOE BRANDT was there.", "It was Zoe Brandt's bag."):
        report = w.lint_wording(text, listed)
        assert [f.kind for f in report] == ["private name"], text
    assert w.lint_wording("Zora Brandt was there.", listed).clean


@pytest.mark.parametrize(
    ("name", "salt", "part"),
    [("", "s", "0 words"), ("a b c d e", "s", "5 words"), ("Ann", "", "salt"), ("Ann", "a$", "$")],
)
def test_hash_name_says_what_it_needs(name: str, salt: str, part: str) -> None:
    """A name that is too long or empty, or a salt that cannot serve, is explained."""
    with pytest.raises(ValueError, match=part.replace("$", r"\$")):
        w.hash_name(name, salt)


def test_text_must_be_text() -> None:
    """Something that is no text is refused in one sentence."""
    with pytest.raises(TypeError, match="as a string"):
        w.lint_wording(b"bytes")  # type: ignore[arg-type]


# ------------------------------------------------------------------ loading

LOADS = """
import re, sys
made = []
compile_ = re._compiler.compile
re._compiler.compile = lambda p, *a, **k: made.append(p) or compile_(p, *a, **k)
import mediakit.wording as w
lint = [m for m in sys.modules if m.startswith("mediakit.wording.")]
words = sum(len(str(p)) for p in made)
import mediakit.wording.accuse
from mediakit.wording import lexicon, verbs
print(sorted(lint), words, lexicon.lists.cache_info().misses, verbs.verbs.cache_info().misses)
w.lint_wording("Mayor Tolland bribed the judge.")
for k in range(50):
    w.lint_wording(f"Mayor Tolland bribed the judge in May, said Ilse Morrow, clerk {k}.")
print(lexicon.lists.cache_info().misses, verbs.verbs.cache_info().misses)
"""


def test_import_reads_no_word_list_and_use_reads_each_once() -> None:
    """Importing loads no lint, builds no long pattern and no word form; use builds them once."""
    out = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)
    before, after = out.stdout.splitlines()
    modules, _, counts = before.partition("] ")
    assert "lint" not in modules
    assert "lexicon" not in modules
    pattern_length, lists_read, forms_built = map(int, counts.split())
    assert pattern_length < 1000
    assert (lists_read, forms_built) == (0, 0)
    assert after == "1 1"


def test_every_word_list_named_in_the_code_exists() -> None:
    """A heading that the code asks for is in the data, each once, and no list is unused."""
    code = "".join(p.read_text(encoding="utf-8") for p in Path(w.__file__).parent.glob("*.py"))
    used = set(re.findall(r"\blex\.([A-Z_]+)", code))
    headings = [h for name in lexicon.FILES for h in lexicon.lines(name)]
    assert used == set(headings)
    assert len(headings) == len(set(headings))
    with pytest.raises(AttributeError, match="GRAVE"):
        lexicon.BRAVE  # noqa: B018


# ------------------------------------------------------------------ what always holds

PIECES = st.sampled_from(
    [
        *sorted(verbs())[::40],
        *("Mayor", "Tolland", "said", "that", "who", ",", ".", "?", '"', "“", "”", "'", "`", "```"),
        *("\n", "\n\n", "- ", "# ", "|", "by", "to", "not", "killer", "likely", "confidence", "it"),
        *("claimed", "allegedly", "the", "was", "blood on his hands", "order", "<", ">", "](", "…"),
    ]
)
PROSE = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join))


@given(PROSE)
@settings(max_examples=300, deadline=None)
def test_never_fails_and_spans_lie_inside(text: str) -> None:
    """Any text gets a report; each flag lies inside the text and quotes it."""
    report = w.lint_wording(text, PRIVATE)
    for flag in (*report.flags, *report.advice):
        assert 0 <= flag.start < flag.end <= len(text)
        assert flag.words == text[flag.start : flag.end]
    assert repr(report)
    assert report.why()
    assert report == w.lint_wording(text, PRIVATE)


@given(PROSE)
@settings(max_examples=200, deadline=None)
def test_a_fair_sentence_added_removes_no_flag(text: str) -> None:
    """What is flagged stays flagged when a fair paragraph follows."""
    alone = {(f.start, f.kind) for f in w.lint_wording(text)}
    longer = {(f.start, f.kind) for f in w.lint_wording(f"{text}\n\n{FAIR}")}
    assert alone <= longer


@given(st.sampled_from([r["text"] for r in ROWS if "`" not in r["text"]]))
@settings(max_examples=60, deadline=None)
def test_code_is_never_flagged(text: str) -> None:
    """The same sentence inside a code span or a fence is not prose."""
    assert w.lint_wording(f"`{text}`").clean
    assert w.lint_wording(f"Read this:\n\n```python\n{text}\n```\n").clean
    assert w.lint_wording(f"~~~\n{text}\n").clean


@given(PROSE)
@settings(max_examples=200, deadline=None)
def test_masking_keeps_every_place(text: str) -> None:
    """Blanking code and addresses moves no character."""
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    "unit",
    ["Mayor Tolland bribed the judge. ", "a", "`", "``` ", '"', "“", "said ", "(", "1. ", "\n", "<",
     "he, who ", "to ", "may have ", "not ", "](", "~~~\n", "| ", "kill by "],
)  # fmt: skip
def test_long_inputs_finish(unit: str) -> None:
    """200 KB of anything ends, with no more words looked at than there are."""
    text = unit * (200_000 // len(unit))
    report = w.lint_wording(text)
    assert report.sentences <= len(text)
    assert sum(len(s.tokens) for s in sentences(text)) <= len(text)


# ------------------------------------------------------------------ likelihood

ICD = {
    "almost no chance": (1, 5), "remote": (1, 5), "very unlikely": (5, 20),
    "highly improbable": (5, 20), "unlikely": (20, 45), "improbable": (20, 45),
    "roughly even chance": (45, 55), "roughly even odds": (45, 55), "likely": (55, 80),
    "probable": (55, 80), "very likely": (80, 95), "highly probable": (80, 95),
    "almost certain": (95, 99), "nearly certain": (95, 99),
}  # fmt: skip
PHIA = {
    "remote chance": (0, 5), "highly unlikely": (10, 20), "unlikely": (25, 35),
    "realistic possibility": (40, 50), "likely": (55, 75), "probable": (55, 75),
    "highly likely": (80, 90), "almost certain": (95, 100),
}  # fmt: skip


@pytest.mark.parametrize(("stick", "table"), [("icd203", ICD), ("phia", PHIA)])
def test_every_word_has_its_published_range(stick: str, table: dict[str, Any]) -> None:
    """Word by word, the ranges are those of the yardstick, and print with its name."""
    for word, (low, high) in table.items():
        found = w.likelihood(word, stick)
        assert (found.low, found.high) == (low, high)
        assert f"{high} %" in repr(found)
        assert found.yardstick.name in repr(found)
        assert "Checked:" in found.why()


def test_numbers_and_ranges_find_their_word() -> None:
    """A number or a range inside one step gets its word; 0 to 1 and per cents agree."""
    assert w.likelihood(0.6).word == w.likelihood("60 %").word == "likely"
    assert w.likelihood((0.6, 0.7)).word == w.likelihood("60–70 %").word == "likely"
    assert w.likelihood(0.45, "phia").word == "realistic possibility"


def test_gaps_and_ends_are_said_not_filled() -> None:
    """Between two steps of PHIA, across steps, and at certainty there is no word."""
    for given_, stick in ((0.22, "phia"), (0.5, "phia"), ((0.4, 0.9), "icd203"), (0, "icd203"),
                          (1, "icd203"), (1.0, "phia"), (0.0, "phia")):  # fmt: skip
        found = w.likelihood(given_, stick)
        assert found.band is None, (given_, stick)
        assert found.warning


def test_border_of_two_steps_says_so() -> None:
    """80 % ends one step of ICD 203 and begins the next."""
    assert "very likely" in w.likelihood(0.8).warning


@pytest.mark.parametrize("stick", ["icd203", "phia"])
@pytest.mark.parametrize(
    "phrase",
    ["possible", "may", "cannot rule out", "could", "more likely than not",
     "a significant possibility", "certain"],
)  # fmt: skip
def test_phrases_off_the_yardstick_get_a_warning(phrase: str, stick: str) -> None:
    """Vague phrases, and two real ones of November 2015, fit no step and say why."""
    found = w.likelihood(phrase, stick)
    assert found.band is None
    assert found.word == ""
    assert found.warning


def test_more_likely_than_not_has_a_floor_only() -> None:
    """The phrase says above one half; it is not squeezed into "likely"."""
    found = w.likelihood("more likely than not")
    assert (found.low, found.high) == (50, 100)
    assert "several steps" in repr(found)


@given(st.floats(min_value=0, max_value=1), st.sampled_from(["icd203", "phia"]))
def test_every_number_gets_a_word_or_a_reason(x: float, stick: str) -> None:
    """Both ways agree: the word of a number has a range that holds it."""
    found = w.likelihood(x, stick)
    if found.band is None:
        assert found.warning
    else:
        again = w.likelihood(found.word, stick)
        assert again.low is not None
        assert again.high is not None
        assert again.low - 1e-4 <= 100 * x <= again.high + 1e-4


@pytest.mark.parametrize(
    ("x", "stick", "error", "part"),
    [
        ("likely", "nato", LookupError, "'icd203', 'phia'"),
        ("sort of likely", "icd203", LookupError, "its words are"),
        (1.2, "icd203", ValueError, "0 to 100 %"),
        (float("nan"), "icd203", ValueError, "0 to 100 %"),
        ((0.7, 0.6), "icd203", ValueError, "low end comes first"),
        ((0.1, 0.2, 0.3), "icd203", ValueError, "two ends"),
        (True, "icd203", TypeError, "a number from 0 to 1"),
        (None, "icd203", TypeError, "a number from 0 to 1"),
    ],
)
def test_likelihood_says_what_it_takes(x: Any, stick: str, error: Any, part: str) -> None:
    """A wrong word, number or yardstick is answered with the right ones."""
    with pytest.raises(error, match=part):
        w.likelihood(x, stick)


# ------------------------------------------------------------------ confidence


def test_confidence_needs_a_reason() -> None:
    """Confidence without grounds is refused, and the possible reasons are listed."""
    with pytest.raises(ValueError, match="source count, access, recency, agreement"):
        w.confidence("high")


def test_confidence_holds_no_number() -> None:
    """It prints as a sentence of its own and nothing in it can change a probability."""
    stated = w.confidence("low", ["source count: one origin", "access"])
    assert repr(stated) == "Confidence: low. Reasons: source count: one origin; access."
    assert not any(isinstance(x, (int, float)) for x in vars(stated).values())
    assert w.lint_wording(repr(stated)).clean
    assert "how close" in stated.why()


def test_confidence_refuses_a_likelihood_among_its_reasons() -> None:
    """A per cent in a reason would mix the two."""
    with pytest.raises(ValueError, match="sentence of its own"):
        w.confidence("high", ["agreement: 80 % sure"])


@pytest.mark.parametrize(("level", "tag"), [("medium", "access"), ("high", "charm")])
def test_confidence_lists_its_choices(level: str, tag: str) -> None:
    """A wrong level or tag is answered with the right ones."""
    with pytest.raises(LookupError, match=r"(levels|reasons) are:"):
        w.confidence(level, [tag])


def test_likelihood_and_confidence_in_two_sentences_are_fine() -> None:
    """One clause is flagged, two sentences are not."""
    one = "It is likely (55–80 %) with high confidence that the valve failed."
    two = (
        "It is likely (55–80 %) that the valve failed. Confidence is high: two laboratories agree."
    )
    assert [f.kind for f in w.lint_wording(one)] == ["likelihood with confidence"]
    assert w.lint_wording(two).clean
    assert not w.lint_wording(two).advice


# ------------------------------------------------------------------ reading level


def test_reading_level_orders_texts() -> None:
    """Short plain sentences come out lower than long official ones."""
    plain = "She saw the smoke. She told the guard. He rang the bell."
    heavy = (
        "Notwithstanding the aforementioned considerations, the administration's communications "
        "regarding evidential sufficiency necessitated comprehensive reconsideration."
    )
    assert grade(plain) < 4 < 12 < grade(heavy)
    assert grade("") == 0.0
