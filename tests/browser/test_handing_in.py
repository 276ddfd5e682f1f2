"""A notebook to hand in, in JupyterLab: answered, checked, saved, and graded from its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from mediakit.exercises import Outcome
from mediakit.exercises.handout import HandOut, hand_out
from mediakit.grading.grade import grade_bytes
from mediakit.grading.handed import Handed, open_handed
from tests.browser.conftest import Opens
from tests.browser.lab import Lab

SECRET = "sesame-opens"


@pytest.fixture(scope="module")
def handed(address: str, folder: Path) -> HandOut:
    """A class of two; ada has put her folder into her course."""
    assert address
    return hand_out("synthetic", folder / "course" / "week-3", SECRET, ["ada", "ben"])


@pytest.fixture(scope="module")
def opened(handed: HandOut) -> Handed:
    return open_handed(handed.folder, SECRET)


@pytest.fixture(scope="module")
def file(handed: HandOut) -> Path:
    return handed.folder / "for-students" / handed.students["ada"] / "exercise.ipynb"


@pytest.fixture(scope="module")
def lab(opens: Opens, file: Path) -> Lab:
    """Her notebook, run from the top with nothing answered yet."""
    lab = opens("/".join(file.parts[-4:]))
    lab.show_all()
    lab.run_all()
    return lab


def write(lab: Lab, name: str, answer: str) -> None:
    """Put an answer in place of what its cell holds, and run the cell and the check below it."""
    lab.cell(f"{name} = ").first.locator(".cm-content").click()
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.insert_text(f"{name} = {answer}")
    lab.page.keyboard.press("Shift+Enter")
    lab.run_cell(lab.cell(f'ex.check("{name}", {name})'))


def told(lab: Lab, source: str) -> Locator:
    return lab.cell(source).locator(".jp-OutputArea-output")


def test_right_and_wrong_answers_look_the_same_and_are_graded(
    lab: Lab, handed: HandOut, opened: Handed, file: Path
) -> None:
    """The page says that they can be read. Only the grader says what came of them."""
    key = opened.make(SECRET, "ada").exercise.questions["q1"].answer
    said = []
    for answer in (key + 1, key):
        write(lab, "q1", str(answer))
        expect(told(lab, 'ex.check("q1", q1)')).to_contain_text(f"q1 = {answer}: written down.")
        said.append(told(lab, 'ex.check("q1", q1)').inner_text().replace(f"q1 = {answer}", ""))
        lab.command("docmanager:save")
        result = grade_bytes(file.read_bytes(), "ada", "ada.ipynb", opened).results[0]
        assert result.outcome is (Outcome.RIGHT if answer == key else Outcome.NOT_YET)
    assert said[0] == said[1]


def test_the_last_cell_says_what_is_missing_and_what_to_upload(lab: Lab, file: Path) -> None:
    """Eleven of twelve are open, one can't be read, and the file has its name."""
    write(lab, "q2", '"nothing of the kind"')
    expect(told(lab, 'ex.check("q2", q2)')).to_contain_text("could not read")
    lab.command("docmanager:save")
    lab.run_cell(lab.cell("ex.hand_in()"))
    shown = told(lab, "ex.hand_in()")
    expect(shown).to_contain_text("1 of 12 answers can be read.")
    expect(shown).to_contain_text("Still open: q3, q4, q5, q6, q7, q8, q9, q10, q11, q12.")
    expect(shown).to_contain_text("q2 could not be read")
    expect(shown).to_contain_text("The file to upload: exercise.ipynb")
    lab.show_all()
    lab.screenshot("handing-in")


def test_without_its_paper_a_notebook_says_what_it_needs(opens: Opens, handed: HandOut) -> None:
    """A student who has the notebook alone reads one sentence, not an error report."""
    folder = handed.folder.parent / "alone"
    folder.mkdir()
    source = handed.folder / "for-students" / handed.students["ben"] / "exercise.ipynb"
    (folder / "exercise.ipynb").write_bytes(source.read_bytes())
    lab = opens("alone/exercise.ipynb")
    first = lab.cell("mk.load_exercise")
    lab.run_cell(first)
    shown = first.locator(".jp-OutputArea-output")
    expect(shown).to_contain_text("put it into the same folder as the notebook")
    expect(shown).not_to_contain_text("Traceback")
