"""Who speaks in a sentence: tags beside ours, reasons for what was tagged, and the widget."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

import mediakit as mk
from mediakit.speaking import Speaker, SpokenText, practice_text
from mediakit.widgets import tagging
from mediakit.wording import lint_wording

TEXTS = [practice_text("sinai"), practice_text("ferry")]


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_a_text_has_every_kind_of_sentence(text: SpokenText) -> None:
    """Each tag comes up, two sentences can be believed as they stand, and each has a reason."""
    tags = [s.tag for s in text.sentences]
    assert set(tags) == set(Speaker)
    assert tags.count(Speaker.WRITER) == 2
    assert all(s.why.endswith(".") for s in text.sentences)


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_our_own_words_are_clean(text: SpokenText) -> None:
    """The lint has nothing against a text, its reasons, or the line about it."""
    for words in (text.text, text.about, *(s.why for s in text.sentences)):
        assert lint_wording(words).flags == ()


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_the_reader_finds_the_hand_overs_of_a_text(text: SpokenText) -> None:
    """What we tag as reported is found by the reader, and no view of the writer's is."""
    told = [a.sentence for a in mk.read(text.text).attributions]
    for sentence in text.sentences:
        if sentence.tag is Speaker.REPORTED:
            assert sentence.text in told
        if sentence.tag is Speaker.VIEW:
            assert sentence.text not in told


def test_agreement_grows_with_right_tags() -> None:
    """Each right tag counts, and a wrong one does not take anything away."""
    right = {n: s.tag.value for n, s in enumerate(practice_text("ferry").sentences, 1)}
    for count in range(len(right) + 1):
        some = dict(list(right.items())[:count])
        found = mk.tag_sentences("ferry", some)
        assert (found.differing, len(found.open)) == ((), len(right) - count)
    wrong = mk.tag_sentences("ferry", {**right, 9: "writer"})
    assert wrong.differing == (9,)
    assert "Tagged as we tag them: 8." in repr(wrong)


def test_nothing_is_told_of_sentences_without_a_tag() -> None:
    """Reasons come for what was tagged, so that the rest stays open."""
    told = mk.tag_sentences("ferry", {3: "writer"}).why()
    assert told.startswith("3. reported (you: writer): ")
    assert [line for line in told.splitlines() if line[0].isdigit()] == [told.splitlines()[0]]
    assert "Tag a sentence first" in mk.tag_sentences("ferry").why()


@pytest.mark.parametrize(
    ("name", "tags", "said"),
    [
        ("fery", {}, "did you mean 'ferry'"),
        ("ferry", {10: "writer"}, "numbered 1 to 9"),
        ("ferry", {True: "writer"}, "numbered 1 to 9"),
        ("ferry", {"2": "writer"}, "numbered 1 to 9"),
        ("ferry", {2: "author"}, "headline, writer, quoted, reported, view"),
        ("ferry", {2: None}, "headline, writer, quoted, reported, view"),
    ],
)
def test_a_wrong_name_number_or_tag_lists_what_there_is(name: str, tags: Any, said: str) -> None:
    """The sentence says what was given and what is accepted."""
    with pytest.raises(LookupError) as caught:
        mk.tag_sentences(name, tags)
    assert said.split(",")[0] in str(caught.value.args[0])


def test_tags_are_read_generously() -> None:
    """Capitals and spaces do not matter."""
    assert mk.tag_sentences("ferry", {2: " Writer "}).tags == {2: Speaker.WRITER}


@pytest.fixture
def desk() -> Any:
    """The widget as a notebook would show it, nothing tagged yet."""
    return tagging._desk("ferry", mk.tag_sentences("ferry"))


def test_the_desk_and_the_line_of_code_agree(desk: Any) -> None:
    """Choosing in the widget gives the state of the code twin, and the line to copy."""
    boxes = [b for b in desk.children if isinstance(b, ipywidgets.Dropdown)]
    assert len(boxes) == 9
    boxes[1].value = "writer"
    boxes[2].value = "writer"
    shown = desk.children[-1].value
    assert "Tagged as we tag them: 1." in shown
    assert "tags = {2: &quot;writer&quot;, 3: &quot;writer&quot;}" in shown
    assert mk.tag_sentences("ferry", {2: "writer", 3: "writer"}).differing == (3,)


def test_the_desk_starts_where_it_is_told() -> None:
    """Tags given at the start are chosen in the lists, and each list is called by its sentence."""
    started = tagging._desk("ferry", mk.tag_sentences("ferry", {1: "headline"}))
    boxes = [b for b in started.children if isinstance(b, ipywidgets.Dropdown)]
    assert boxes[0].value == "headline"
    assert len({b.description for b in boxes}) == 9
