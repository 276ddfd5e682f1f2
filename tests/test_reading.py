"""mk.read on sentences of our own and, where it is at hand, on a real article and a corpus."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.reading import Attribution, SourceSheet, read

SHARED = Path(__file__).resolve().parents[2] / "shared"
ARTICLE = SHARED / "article" / "defector-allegation.txt"
GUM = SHARED / "corpora" / "gum_attribution.dev.jsonl"
SCORER = SHARED / "tools" / "text_eval.py"
absent = pytest.mark.skipif(not ARTICLE.exists(), reason="../shared is not on this machine")
no_corpus = pytest.mark.skipif(
    not (GUM.exists() and SCORER.exists()), reason="../shared/corpora is not on this machine"
)


def one(text: str) -> Attribution:
    """The only attribution of a text."""
    found = read(text).attributions
    assert len(found) == 1, found
    return found[0]


# speaker, named, kind, and the first and last words of the content
STYLES = [
    # agency
    ('"The quay is closed," harbour chief Ada Voss said on Monday.', "Ada Voss", True, "direct"),
    ("“The quay is closed,” said Ada Voss, the harbour chief.", "Ada Voss", True, "direct"),
    ("“Why was it closed?” Ada Voss asked.", "Ada Voss", True, "direct"),
    ("Ada Voss, 41, a clerk at the port, said the quay was closed.", "Ada Voss", True, "indirect"),
    ("The clerk, Ada Voss, said that the quay was closed.", "Ada Voss", True, "indirect"),
    ("According to Ada Voss, the quay was closed.", "Ada Voss", True, "indirect"),
    ("The quay was closed, according to the clerk, Ada Voss.", "Ada Voss", True, "indirect"),
    ("The quay was closed, Ada Voss told reporters in Larkhaven.", "Ada Voss", True, "indirect"),
    ("As Ada Voss told the inquiry, the quay was closed.", "Ada Voss", True, "indirect"),
    ("The Ministry of Ports denied closing the quay.", "Ministry of Ports", True, "indirect"),
    ("Ada Voss accused the port of closing the quay.", "Ada Voss", True, "indirect"),
    ("Ada Voss said the quay was “quite simply gone” by noon.", "Ada Voss", True, "mixed"),
    # tabloid
    ("‘It was like thunder over us,’ said stunned deckhand Bo Reed.", "Bo Reed", True, "direct"),
    ("'It was like thunder over us,' said stunned deckhand Bo Reed.", "Bo Reed", True, "direct"),
    ("A source close to Reed said he was furious.", "A source close to Reed", False, "indirect"),
    # official
    ("Investigators said that the fire began below deck.", "Investigators", False, "indirect"),
    ("The report found that the fire began below deck.", "The report", None, "indirect"),
    (
        "A high-ranking official in the coast guard told the paper that a pump had failed.",
        "A high-ranking official in the coast guard",
        False,
        "indirect",
    ),
    (
        "Officials familiar with the inquiry say the pump had failed.",
        "Officials familiar with the inquiry",
        False,
        "indirect",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "named", "kind"), STYLES)
def test_styles(text: str, speaker: str, named: bool | None, kind: str) -> None:
    """Each way of reporting gives its speaker, whether that speaker has a name, and the kind."""
    found = one(text)
    assert (found.speaker, found.named, found.kind) == (speaker, named, kind)
    assert "closed" in found.content or found.content in text


def test_surname_becomes_full_name() -> None:
    """A surname later in the text points to the full name before it, with or without an age."""
    sheet = read(
        "Clerk Ada Voss left the port in May. The 56-year-old Voss says that the pump had failed. "
        "Voss also claimed that nobody looked."
    )
    assert [a.speaker for a in sheet.attributions] == ["Ada Voss", "Ada Voss"]


def test_two_people_of_one_name_are_not_guessed() -> None:
    """When two people share a surname, the reader says so and does not choose."""
    sheet = read("Ada Voss met Bo Voss in May. Voss said that the pump had failed.")
    assert sheet.attributions[0].speaker == "Voss"
    assert "two people" in sheet.attributions[0].unsure


def test_pronoun_points_to_the_last_speaker() -> None:
    """ "She" is the last sure speaker."""
    sheet = read("Ada Voss said that the pump had failed. She added that it was old.")
    assert [a.speaker for a in sheet.attributions] == ["Ada Voss", "Ada Voss"]


def test_pronoun_is_unsure_when_somebody_came_between() -> None:
    """A person named since then makes "he" unsure, and never the person accused."""
    sheet = read(
        "Bo Reed said that the pump had failed. The mate, Cy Lund, was on the bridge. "
        "He said that Cy Lund had slept."
    )
    assert sheet.attributions[1].named is None
    assert sheet.attributions[1].unsure


def test_he_is_nobody_named_behind_him() -> None:
    """A name inside what he said is not who "he" is."""
    sheet = read("The boat was late. He said that mate Cy Lund had slept. Cy Lund was ill.")
    assert sheet.attributions[0].named is None


def test_hearsay_names_the_source_behind_the_source() -> None:
    """ "received the account from" gives the speaker and the unnamed source behind."""
    sheet = read("Ada Voss says that she received the story from a senior guard at the port.")
    assert "Ada Voss" in sheet.named
    assert list(sheet.unnamed) == ["a senior guard at the port"]


@pytest.mark.parametrize(
    "who", ["A spokesperson for the Department of Rivers", "A lawyer for Bo Reed"]
)
def test_who_speaks_for_somebody_is_unnamed(who: str) -> None:
    """Somebody without a name who speaks for a named body or person stays unnamed."""
    found = one(f"{who} said that the pump had failed.")
    assert (found.speaker, found.named) == (who, False)


def test_two_reports_in_one_sentence() -> None:
    """What sources say of somebody's belief: the belief ends where the sources begin."""
    sheet = read("Mr Reed believes the pump had failed, sources said.")
    assert [a.content for a in sheet.attributions] == [
        "the pump had failed",
        "Mr Reed believes the pump had failed",
    ]


def test_nobody_named() -> None:
    """ "has been accused of" with no accuser is counted as said by nobody named."""
    sheet = read("The captain has been accused of selling the pump.")
    assert sheet.attributions[0].naming == "nobody named"
    assert any("who says so" in line for line in sheet.missing)


def test_reporting_nouns_are_no_cues() -> None:
    """Claims, reports and states as nouns attribute nothing."""
    text = "The claims were old. The State Department moved. Recent reports have been long."
    assert read(text).attributions == ()


def test_broken_quotation_has_two_parts() -> None:
    """Words broken by the reporting clause are one content with two spans."""
    text = "“We waited,” Ada Voss said, “and then it sank.”"
    found = one(text)
    assert [text[s:e] for s, e in found.spans.content] == ["“We waited,”", "“and then it sank.”"]


def test_quotation_over_paragraphs() -> None:
    """A quotation over two paragraphs, each opened and the last closed, is one."""
    found = one("Ada Voss said: “We waited at the quay.\n“Then it sank.”\n")
    assert found.kind == "direct"
    assert found.content.endswith("Then it sank.”")


def test_unclosed_quotation_is_declined() -> None:
    """A mark that is never closed is named in the notes; no words are put in a mouth by it."""
    sheet = read("Ada Voss said: “We waited at the quay.\n\nThen the ferry sank, and it was late.")
    assert sheet.notes
    assert all("ferry" not in a.content for a in sheet.attributions)


def test_quotation_goes_on() -> None:
    """A second quotation in the paragraph belongs to the same speaker; in the next, unsure."""
    sheet = read('"It was dark," Ada Voss said. "Then it sank."\n"Nobody came to help us."')
    assert [(a.speaker, a.named) for a in sheet.attributions] == [
        ("Ada Voss", True),
        ("Ada Voss", True),
        ("Ada Voss", None),
    ]


def test_documents_with_an_author() -> None:
    """Allegations "by a former clerk" belong to the clerk, who has no name."""
    found = one("According to new allegations by a former clerk who left in 2009, it was burned.")
    assert (found.named, found.content) == (False, "it was burned")


def test_outlets() -> None:
    """Known outlets, outlets known by their form, and what they are cited for."""
    sheet = read(
        "The Larkhaven Gazette reported that the pump had failed. Ada Voss told Reuters that it "
        "was old, according to a report in Britain’s Daily Mail newspaper. Bo Reed read the BBC."
    )
    assert [(o.name, o.role) for o in sheet.outlets] == [
        ("Larkhaven Gazette", "source"),
        ("Reuters", "told"),
        ("Daily Mail", "source"),
        ("BBC", "mentioned"),
    ]
    assert sheet.cited == ("Larkhaven Gazette", "Reuters", "Daily Mail")


def test_reply_missing_only_when_checkable() -> None:
    """The missing reply is noted beside an accusation, and not where a reply stands."""
    accused = "Ada Voss accused the port of selling the pump."
    assert any("response" in line for line in read(accused).missing)
    assert not any("response" in line for line in read(accused + " The port denied it.").missing)


def test_repr_why_and_dict_say_the_same() -> None:
    """The repr is short and stable, why() quotes the sentence, and JSON holds the offsets."""
    text = "Officials said that it sank. Ada Voss said it was old."
    sheet = read(text)
    assert repr(sheet) == repr(read(text))
    assert len(repr(sheet).splitlines()) <= 8
    assert "Ada Voss said it was old." in sheet.why()
    data = json.loads(sheet.to_json())
    assert data["attributions"][0]["content"] == "that it sank"
    assert data["text"] == text


def _numbers(value: object, path: str = "") -> list[str]:
    if isinstance(value, dict):
        return [n for k, v in value.items() for n in _numbers(v, f"{path}.{k}")]
    if isinstance(value, list):
        return [n for v in value for n in _numbers(v, path)]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return [path] if number else []


def test_no_verdict() -> None:
    """The only numbers in a sheet are offsets: nothing scores a statement or a source."""
    data = read("Officials said that it sank, BBC News reported.").as_dict()
    assert all(".span" in path for path in _numbers(data))


def test_html_escapes_the_article() -> None:
    """Whatever the article holds is text on the page, never markup; nothing is loaded."""
    page = read(
        "Ada <script>alert(1)</script> Voss said it was “<b>old</b> & cold” there."
    ).to_html()
    assert "<script" not in page
    assert "<b>old" not in page
    assert "http" not in page


def test_files(tmp_path: Path) -> None:
    """Plain text and Markdown are read, in the common encodings."""
    plain = tmp_path / "a.txt"
    plain.write_bytes("Ada Voss said “it sank” there.".encode("cp1252"))
    assert read(plain).attributions[0].speaker == "Ada Voss"
    marked = tmp_path / "a.md"
    marked.write_text("# Ferry\n\n**Ada Voss** [said](http://x.example) that it *sank*.\n")
    sheet = read(str(marked))
    assert sheet.attributions[0].content == "that it sank"
    assert sheet.text.startswith("Ferry\n\nAda Voss said")


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("empty.txt", b"  \n", ValueError, "is empty"),
        ("binary.txt", b"\x00\x01\x02\xff", ValueError, "is not a text file"),
        ("page.html", b"<p>x</p>", ValueError, "plain text"),
    ],
)
def test_faulty_files(tmp_path: Path, name: str, data: bytes, error: type, words: str) -> None:
    """A file that cannot be read brings one clear line."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=words) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_faulty_arguments(tmp_path: Path) -> None:
    """A missing file, a folder, an address, no text and too much text are each said plainly."""
    with pytest.raises(FileNotFoundError, match="there is no file"):
        read("nowhere/story.txt")
    with pytest.raises(ValueError, match="folder"):
        read(tmp_path)
    with pytest.raises(ValueError, match="web address"):
        read("https://example.org/story")
    with pytest.raises(ValueError, match="no text"):
        read("   ")
    with pytest.raises(ValueError, match="at most 1,000,000"):
        read("a b " * 250_001)


PATHOLOGICAL = {
    "quotation marks": '"' * 200_000,
    "curly openings": "“" * 200_000,
    "single marks": " 'a" * 60_000,
    "one letter": "a" * 200_000,
    "one capital": "A " * 100_000,
    "dotted letters": "A." * 100_000,
    "brackets": "([" * 100_000,
    "links": "[" * 100_000 + "](" * 50_000,
    "verbs": "said " * 40_000,
    "sources": "according to Ada Voss, " * 9_000,
    "commas": "Voss, " * 33_000,
    "hyphens": "a-" * 100_000,
    "lines": "\n" * 200_000 + "x",
}


@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_pathological_input_returns(text: str, tmp_path: Path) -> None:
    """200 KB of one thing comes back, as text and as Markdown."""
    assert isinstance(read(text), SourceSheet)
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert isinstance(read(path), SourceSheet) or not text.strip()


WORDS = st.sampled_from(
    ["Ada", "Voss", "said", "that", "according", "to", ",", ".", '"', "“", "”", "'", "’", "told",
     "officials", "he", "who", "was", "accused", "of", "and", "\n", "the", "report", "found", ":",
     "received", "story", "from", "a", ";", "BBC", "saying", "has", "(", ")", "denied", "blamed"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(max_size=200)))
def test_offsets_are_always_valid(text: str) -> None:
    """Any text: no crash, and every span lies in the text and holds what the sheet shows."""
    if not text.strip() or "\0" in text or "/" in text or text.startswith("http"):
        return
    text += " \n"
    sheet = read(text)
    for a in sheet.attributions:
        for spans in (a.spans.source, a.spans.cue, a.spans.content):
            for s, e in spans:
                assert 0 <= s < e <= len(sheet.text)
        assert a.content == " … ".join(sheet.text[s:e] for s, e in a.spans.content)
        assert a.sentence in sheet.text
    sheet.to_html()


# ------------------------------------------------------------------ real texts, where they are
@absent
def test_article() -> None:
    """The real article: the former agent named, the official unnamed, the newspaper cited."""
    text = ARTICLE.read_text(encoding="utf-8")
    sheet = read(ARTICLE)
    agent = next(rows for who, rows in sheet.named.items() if who.endswith("Karpichkov"))
    assert {a.cue for a in agent} >= {"wrote", "says", "according to", "claimed", "charged"}
    assert [a.kind for a in agent][:3] == ["direct", "indirect", "mixed"]
    assert any("in the GRU" in who for who in sheet.unnamed)
    assert any("former" in who and "spy" in who for who in sheet.unnamed)
    assert "Daily Mail" in sheet.cited
    assert len(sheet.named["ISIS"]) == 2
    assert not any(who.endswith("Williams") for who in sheet.named)
    for a in sheet.attributions:
        assert all(text[s:e] in text for s, e in a.spans.content)
    assert any("response" in line for line in sheet.missing)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("text_eval", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["text_eval"] = module
    spec.loader.exec_module(module)
    return module


def _prediction(row: dict[str, Any]) -> dict[str, Any]:
    found = read(row["text"]).attributions
    return {
        "id": row["id"],
        "attributions": [
            {
                "content": [list(s) for s in a.spans.content],
                "source": [list(s) for s in a.spans.source],
                "cue": [list(s) for s in a.spans.cue],
                "speaker": a.speaker if a.named else None,
            }
            for a in found
        ],
    }


@no_corpus
def test_gum_floor() -> None:
    """News of the GUM corpus: content and relation stay above a floor below what we measured."""
    lines = GUM.read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["genre"] == "news"]
    result = _scorer().evaluate(rows, [_prediction(row) for row in rows])
    assert result["content.overlap"]["F1"] > 0.72
    assert result["relation"]["F1"] > 0.70
