"""The learner's copy of the course: brought up to date, and never over their work."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit import course
from mediakit.course import copy_course, find_course, lessons


def _notebook(title: str) -> str:
    cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": [f"# {title}\n", "…"]}
    return json.dumps({"cells": [cell], "metadata": {"mediakit": {"minutes": 10}}})


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course as mediakit would ship it."""
    home = tmp_path / "shipped"
    for name in ("lessons/00_start.ipynb", "lessons/03_origins.ipynb", "exercises/03/03.ipynb"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(_notebook(name))
    (home / "exercises/03/questions.yaml").write_text("questions: []")
    (home / "lessons/.ipynb_checkpoints").mkdir()
    (home / "lessons/.ipynb_checkpoints/old.ipynb").write_text("{}")
    monkeypatch.setattr(course, "content", lambda kind: home / kind)
    return home


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_the_first_copy_brings_notebooks_and_nothing_else(shipped: Path, tmp_path: Path) -> None:
    """Questions stay in the package, checkpoints stay out; no half-written file is left."""
    done = copy_course(tmp_path / "mine")
    assert set(done.new) == {
        "lessons/00_start.ipynb",
        "lessons/03_origins.ipynb",
        "exercises/03/03.ipynb",
    }
    assert _files(tmp_path / "mine") == {*done.new, ".mediakit/manifest.json"}


def test_a_second_copy_changes_nothing(shipped: Path, tmp_path: Path) -> None:
    """Running learn again is quiet: nothing new, nothing to say."""
    copy_course(tmp_path / "mine")
    again = copy_course(tmp_path / "mine")
    assert again == course.Copied(tmp_path / "mine")
    assert repr(again).count("\n") == 0


def test_the_learners_work_is_kept_and_said_so(shipped: Path, tmp_path: Path) -> None:
    """A changed file stays byte for byte, also when a newer version of it is there."""
    mine = tmp_path / "mine"
    copy_course(mine)
    worked = mine / "lessons/03_origins.ipynb"
    worked.write_text("my answers")
    assert copy_course(mine).kept == ("lessons/03_origins.ipynb",)
    (shipped / "lessons/03_origins.ipynb").write_text(_notebook("newer"))
    done = copy_course(mine)
    assert done.newer == ("lessons/03_origins.ipynb",)
    assert "rename yours first" in repr(done)
    assert worked.read_text() == "my answers"


def test_an_untouched_file_is_brought_up_to_date(shipped: Path, tmp_path: Path) -> None:
    """A correction reaches every learner who has not begun the lesson."""
    copy_course(tmp_path / "mine")
    (shipped / "lessons/00_start.ipynb").write_text(_notebook("corrected"))
    assert copy_course(tmp_path / "mine").updated == ("lessons/00_start.ipynb",)
    assert "corrected" in (tmp_path / "mine/lessons/00_start.ipynb").read_text()


def test_deleting_a_lesson_starts_it_afresh(shipped: Path, tmp_path: Path) -> None:
    """What is gone is written again, and said so."""
    mine = tmp_path / "mine"
    copy_course(mine)
    (mine / "lessons/00_start.ipynb").unlink()
    assert copy_course(mine).again == ("lessons/00_start.ipynb",)
    assert (mine / "lessons/00_start.ipynb").exists()


def test_a_folder_of_somebody_elses_lessons_is_refused(shipped: Path, tmp_path: Path) -> None:
    """Without our manifest, files called lessons are not ours to write among."""
    (tmp_path / "mine/lessons").mkdir(parents=True)
    with pytest.raises(ValueError, match="mediakit did not put there"):
        copy_course(tmp_path / "mine")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError, match="is a file"):
        copy_course(tmp_path / "file")


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"files": 3}', "\x00"])
def test_a_broken_manifest_costs_no_work(shipped: Path, tmp_path: Path, broken: str) -> None:
    """When we no longer know what we wrote, every differing file counts as the learner's."""
    mine = tmp_path / "mine"
    copy_course(mine)
    (mine / "lessons/00_start.ipynb").write_text("my answers")
    (mine / ".mediakit/manifest.json").write_text(broken)
    assert copy_course(mine).kept == ("lessons/00_start.ipynb",)
    assert (mine / "lessons/00_start.ipynb").read_text() == "my answers"


@given(
    moves=st.lists(
        st.tuples(
            st.sampled_from(["learner", "shipped", "copy", "delete"]),
            st.sampled_from(["lessons/00_start.ipynb", "lessons/03_origins.ipynb"]),
            st.text("abc", min_size=1, max_size=3),
        ),
        max_size=12,
    )
)
def test_no_order_of_events_loses_what_a_learner_wrote(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, str, str]]
) -> None:
    """Whatever is edited, shipped, copied or deleted: text of the learner's own stays."""
    root = tmp_path_factory.mktemp("course")
    home, mine, own = root / "shipped", root / "mine", {}
    for name in ("lessons/00_start.ipynb", "lessons/03_origins.ipynb"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(_notebook(name))
    (home / "exercises").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(course, "content", lambda kind: home / kind)
        copy_course(mine)
        for what, name, text in moves:
            if what == "learner":
                (mine / name).write_text(f"own {text}")
                own[name] = f"own {text}"
            elif what == "shipped":
                (home / name).write_text(_notebook(text))
            elif what == "delete":
                (mine / name).unlink(missing_ok=True)
                own.pop(name, None)
            else:
                copy_course(mine)
            for kept, words in own.items():
                assert (mine / kept).read_text() == words
    shutil.rmtree(root)


def test_lessons_tell_what_was_worked_on(shipped: Path, tmp_path: Path) -> None:
    """Number, question, minutes; and in a course, the state of each."""
    mine = tmp_path / "mine"
    copy_course(mine)
    (mine / "lessons/00_start.ipynb").write_text("my answers")
    first, second = lessons(mine)
    assert (first.number, first.minutes, first.state) == (0, 10, "worked on")
    assert (second.number, second.state) == (3, "not opened yet")
    assert [lesson.state for lesson in lessons()] == ["", ""]


def test_the_course_is_found_here_or_beside(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the course folder itself, in the folder above it, or where one says."""
    monkeypatch.chdir(tmp_path)
    assert find_course() is None
    copy_course(Path("mediakit-course"))
    assert find_course() == Path("mediakit-course")
    monkeypatch.chdir(tmp_path / "mediakit-course")
    assert find_course() == Path()
    assert find_course(str(tmp_path)) is None


# --- the path on an invented case ------------------------------------------------------------

REAL_WORDS = ("metrojet", "karpichkov", "sinai", "flight 9268", "fsb", "inquisitr")


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course as it ships, on the fictional path."""
    folder = tmp_path_factory.mktemp("course")
    copy_course(folder, "fictional")
    return folder


def test_the_fictional_path_never_mentions_the_real_case(fictional: Path) -> None:
    """No file of it has a word by which the real case could be known, however it is written."""
    found = {
        (name, word)
        for name in _files(fictional)
        for word in REAL_WORDS
        if word in (fictional / name).read_text("utf-8").casefold()
    }
    assert found == set()


def test_the_fictional_path_is_whole(fictional: Path) -> None:
    """Each of its lessons has its exercise beside it, and every link leads somewhere."""
    notebooks = sorted((fictional / "lessons").glob("*.ipynb"))
    assert notebooks
    for path in notebooks:
        notebook = json.loads(path.read_text("utf-8"))
        exercise = notebook["metadata"]["mediakit"]["exercise"]
        assert (fictional / "exercises" / exercise / "exercise.ipynb").is_file()
        text = "\n".join("".join(c["source"]) for c in notebook["cells"])
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            assert link.startswith("http") or (path.parent / link).is_file(), f"{path.name}: {link}"


def test_every_link_of_the_real_path_leads_somewhere(tmp_path: Path) -> None:
    """Lessons and their page link to files that a learner has."""
    copy_course(tmp_path)
    for path in (tmp_path / "lessons").iterdir():
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert link.startswith("http") or (path.parent / link).is_file(), f"{path.name}: {link}"


def test_a_course_stays_on_the_path_it_was_begun_on(shipped: Path, tmp_path: Path) -> None:
    """A second run needs no word about it, and the other path asks for another folder."""
    (shipped / "lessons/fictional").mkdir()
    (shipped / "lessons/fictional/03_origins.ipynb").write_text(_notebook("Invented"))
    copy_course(tmp_path / "mine", "fictional")
    assert "Invented" in (tmp_path / "mine/lessons/03_origins.ipynb").read_text()
    assert copy_course(tmp_path / "mine") == course.Copied(tmp_path / "mine")
    with pytest.raises(ValueError, match="name another folder"):
        copy_course(tmp_path / "mine", "real")
    assert [lesson.question for lesson in lessons(tmp_path / "mine")] == ["Invented"]


def test_the_fictional_path_has_only_its_own(shipped: Path, tmp_path: Path) -> None:
    """A sibling comes in place of the exercise; without a lesson on the path, none comes."""
    (shipped / "lessons/fictional").mkdir()
    for name in ("00_start", "03_origins"):
        (shipped / f"lessons/fictional/{name}.ipynb").write_text(_notebook(name))
    for name in ("00_start", "03_origins", "03_origins_fictional", "05_time"):
        (shipped / "exercises" / name).mkdir()
        (shipped / "exercises" / name / "exercise.ipynb").write_text(_notebook(name))
    copy_course(tmp_path / "mine", "fictional")
    copy_course(tmp_path / "other")
    assert {p.name for p in (tmp_path / "mine/exercises").iterdir()} == {
        "00_start",
        "03_origins_fictional",
    }
    there = {p.name for p in (tmp_path / "other/exercises").iterdir()}
    assert there == {"03", "00_start", "03_origins", "05_time"}
