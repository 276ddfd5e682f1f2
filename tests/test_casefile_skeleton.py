"""A case of one's own: the empty file, and the list of names that stay out."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from mediakit import cli
from mediakit.casefile import check_case, parse_case
from mediakit.casefile.describe import HEAD_HELP, HELP
from mediakit.casefile.schema import SCHEMA_NAME
from mediakit.casefile.shape import GROUPS, HEAD
from mediakit.casefile.skeleton import hide_names, new_case, skeleton
from mediakit.wording import hash_name, lint_wording
from mediakit.yamlfile import schema_of

# What somebody writes into the needed fields of each group.
FILLED = {
    "": {"title": "The weir", "reality": "fictional", "summary": "Invented."},
    "references": {"id": "page", "title": "A page", "publisher": "P", "url": "https://p.example"},
    "sources": {"id": "post", "name": "Ostrel Post", "kind": "outlet"},
    "documents": {
        "id": "first",
        "source": "post",
        "kind": "article",
        "public": "2031-04-05",
        "title": "First",
    },
    "claims": {"id": "broke", "text": "The weir broke.", "level": "event"},
}


def filled() -> str:
    """The skeleton with its needed groups filled and the others deleted."""
    head, *groups = skeleton("weir").split("\n# --- ")
    for field, value in FILLED[""].items():
        head = head.replace(f"\n{field}:\n", f"\n{field}: {value}\n", 1)
    kept = [head]
    for group in groups:
        name = group.split(" ", 1)[0]
        if name in FILLED:
            for field, value in FILLED[name].items():
                group = group.replace(f" {field}:\n", f" {field}: {value}\n", 1)
            kept.append(group)
    return "\n# --- ".join(kept)


def test_the_skeleton_passes_nothing_until_it_is_filled() -> None:
    """Every needed field but the name is a fault at its own line, with what to write."""
    lines = skeleton("weir").splitlines()
    found = check_case(skeleton("weir").encode())
    empty = [k for k, line in enumerate(lines, 1) if re.fullmatch(r" +(- )?\w+:", line)]
    empty += [k for k, line in enumerate(lines, 1) if line in ("title:", "reality:", "summary:")]
    assert sorted(problem.line for problem in found) == sorted(empty)
    assert all("is empty" in problem.message and problem.fix for problem in found)


def test_a_filled_skeleton_passes() -> None:
    """Somebody who fills what is needed and deletes the rest has a sound case."""
    assert [str(f) for f in check_case(filled().encode())] == []
    assert parse_case(filled().encode(), "weir.yaml").claims["broke"].text == "The weir broke."


def test_the_skeleton_has_a_comment_for_every_field() -> None:
    """The descriptions know every field of the shape, and no other."""
    assert set(HEAD_HELP) == set(HEAD)
    for group, (_, reader) in GROUPS.items():
        assert set(HELP[group]) == set(schema_of(reader)["properties"])
    text = skeleton("weir")
    for group in HELP:
        part = text.split(f"\n# --- {group} ")[1].split("\n# --- ")[0]
        for field, what in HELP[group].items():
            assert f" {field}:" in part
            assert what.split(". ")[0][:40] in part


@pytest.mark.parametrize("group", GROUPS)
def test_an_optional_line_can_be_taken_as_it_stands(group: str) -> None:
    """Without its '# ', every optional line is YAML that the reader knows the fields of."""
    text = skeleton("weir")
    part = text.split(f"\n# --- {group} ")[1].split("\n# --- ")[0]
    for line in part.splitlines():
        name = line.strip().removeprefix("# ").split(":")[0]
        if line.strip().startswith("# ") and name in HELP[group] and f"# {name}:" in line:
            taken = text.replace(f"{part}", part.replace(line, line.replace("# ", "", 1)))
            told = [str(p) for p in check_case(taken.encode())]
            assert not [t for t in told if "not YAML" in t or "no field" in t], line


def test_the_comments_hold_to_what_they_teach() -> None:
    """The wording lint finds nothing in the comments."""
    comments = [line.strip(" #") for line in skeleton("weir").splitlines() if "# " in line]
    assert lint_wording("\n".join(comments)).flags == ()


def test_new_writes_a_case_and_the_schema_and_never_over_a_file(tmp_path: Path) -> None:
    """The second time, the file stays as it is and the message says what to do."""
    case, schema = new_case("broken-weir", str(tmp_path))
    assert case.read_text("utf-8") == skeleton("broken-weir")
    assert schema.name == SCHEMA_NAME
    case.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="choose another name"):
        new_case("broken-weir", str(tmp_path))
    assert case.read_text("utf-8") == "mine"
    assert new_case("other", str(tmp_path)) == [tmp_path / "other.yaml"]


@pytest.mark.parametrize("name", ["", "../out", "Broken Weir", "a/b", "-x", "ä", "a.b", "C:x"])
def test_a_name_is_a_name_and_no_path(tmp_path: Path, name: str) -> None:
    """Nothing is written outside the folder."""
    with pytest.raises(ValueError, match="lower-case letters"):
        new_case(name, str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_hidden_names_are_found_and_not_shown() -> None:
    """The line that is pasted into a case finds the name and does not hold it."""
    line = hide_names(["Wenna Harrock", "", "Harrock"], "weir")
    assert "arrock" not in line.lower()
    assert hash_name("Harrock", "weir").removeprefix("weir$") in line
    assert line == hide_names(["Harrock", "Wenna Harrock"], "weir")
    text = filled().replace("summary: Invented.", f"summary: Told by W. Harrock.\n{line}")
    assert ["private list" in str(f) for f in check_case(text.encode())] == [True]


@pytest.mark.parametrize(("names", "salt"), [([], "weir"), (["a b c d e"], "weir"), (["A"], "$")])
def test_names_that_cannot_be_hidden_are_answered(names: list[str], salt: str) -> None:
    """No name, a name too long, a salt that is no word."""
    with pytest.raises(ValueError, match=r"give one|write one"):
        hide_names(names, salt)


def test_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """new, check and hide: 0 done, 1 faults, 2 when it could not be done."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["case", "new", "weir"]) == 0
    assert "Wrote weir.yaml" in capsys.readouterr().out
    assert cli.main(["case", "new", "weir"]) == 2
    assert "choose another name" in capsys.readouterr().err
    assert cli.main(["case", "check", "weir.yaml"]) == 1
    assert "weir.yaml, line 18: 'title' is empty" in capsys.readouterr().out
    Path("weir.yaml").write_text(filled(), encoding="utf-8")
    assert cli.main(["case", "check", "weir.yaml"]) == 0
    out = capsys.readouterr().out
    assert "weir.yaml, advice, line 15: the case has no replay days" in out
    assert "weir.yaml: no faults; 3 lines of advice\n" in out
    monkeypatch.setattr("sys.stdin", io.StringIO("Wenna Harrock\n\nnot read\n"))
    assert cli.main(["case", "hide", "weir"]) == 0
    assert capsys.readouterr().out.startswith("private_names: {salt: weir, hashes: ['")
