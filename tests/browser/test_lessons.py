"""Every lesson in JupyterLab, as a learner has it: it runs, and everybody can read it.

What a lesson's own widget does stands in a module named after the lesson. The siblings on an
invented case share most of their cells, so they are opened in the full-size run only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mediakit.course import copy_course
from tests.browser.conftest import Opens
from tests.browser.lab import Lab
from tests.machine import ROOT

LESSONS = [
    *sorted(f"lessons/{path.name}" for path in ROOT.glob("lessons/*.ipynb")),
    *(
        pytest.param(f"fictional/lessons/{path.name}", marks=pytest.mark.full)
        for path in sorted(ROOT.glob("lessons/fictional/*.ipynb"))
    ),
]
# What JupyterLab says of itself when a kernel was restarted, or when a notebook is opened again
# whose widgets belonged to a kernel that is gone.
THEIR_OWN = ("debugger state", "widget model not found", "Comm not found")
RESTART = """async () => {
    const session = window.jupyterapp.shell.currentWidget.sessionContext;
    await session.session.kernel.restart();
    await session.session.kernel.info;
}"""


@pytest.fixture(scope="module")
def both_paths(address: str, folder: Path) -> None:
    """Beside the course on the real case, the one on the invented, in a folder of its own."""
    copy_course(folder / "course" / "fictional", "fictional")


@pytest.fixture(scope="module", params=LESSONS)
def lab(opens: Opens, both_paths: None, request: pytest.FixtureRequest) -> Iterator[Lab]:
    """A lesson with all its cells run, in a window that shows all of it; closed afterwards."""
    lab = opens(request.param)
    lab.show_all()
    lab.run_all()
    yield lab
    lab.page.close()


def test_every_cell_ran(lab: Lab) -> None:
    """Each code cell has its number, one after the other, and none shows a traceback."""
    prompts = lab.page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    assert prompts
    first = int(prompts[0].strip()[1:-2])  # another test may have had the notebook open
    assert [p.strip() for p in prompts] == [f"[{first + n}]:" for n in range(len(prompts))]
    expect(lab.page.locator(".jp-OutputArea", has_text="Traceback (most recent")).to_have_count(0)


def test_pictures_have_words(lab: Lab) -> None:
    """Every picture carries alt text in the page itself, with its table in the same output."""
    for picture in lab.page.locator(".jp-OutputArea-output img").all():
        assert len(picture.get_attribute("alt") or "") >= 40
    outputs = lab.page.locator(".jp-OutputArea-child").filter(has=lab.page.locator("img"))
    for output in outputs.all():
        assert output.locator("table").count() > 0


def test_controls_have_names(lab: Lab) -> None:
    """A screen reader hears what each list, field and button of an output is for."""
    names = lab.page.evaluate("""() => [...document.querySelectorAll(
        '.jp-OutputArea :is(select, input, textarea, button)')].map(node =>
            [...(node.labels || [])].map(l => l.textContent).join(' ').trim()
            || node.getAttribute('aria-label') || node.textContent.trim() || node.title)""")
    assert all(names)


def test_controls_are_large_enough(lab: Lab) -> None:
    """A finger can hit each of them: 24 pixels or more, or a label of that size to hit."""
    small = lab.page.evaluate("""() => [...document.querySelectorAll(
        '.jp-OutputArea :is(select, input, textarea, button)')].filter(node => {
            const size = element => element.getBoundingClientRect();
            const boxes = [node, ...(node.labels || [])].map(size).filter(b => b.width > 0);
            return boxes.length && !boxes.some(b => b.height >= 24 && b.width >= 24);
        }).map(node => node.outerHTML.slice(0, 120))""")
    assert small == []


@pytest.mark.parametrize("width", [1280, 700])
@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_reads_well_everywhere(
    lab: Lab, request: pytest.FixtureRequest, theme: str, width: int
) -> None:
    """In both themes, wide and narrow: no serious fault for axe-core, nothing cut off."""
    lab.theme(theme)
    lab.show_all(width)
    *side, _, name = request.node.callspec.params["lab"].split("/")
    lab.screenshot("-".join([*side, "lesson", name[:2], theme.lower(), str(width)]))
    assert lab.accessibility_faults() == []
    for picture in lab.page.locator(".jp-OutputArea-output img").all():
        box = picture.bounding_box()
        assert box
        assert box["x"] + box["width"] <= width
    wide = lab.page.evaluate(
        """width => [...document.querySelectorAll(
        '.jp-OutputArea :is(select, input, textarea, button, [role=status])')]
        .filter(node => node.getBoundingClientRect().right > width)
        .map(node => node.outerHTML.slice(0, 120))""",
        width,
    )
    assert wide == []


def test_nothing_left_this_machine(lab: Lab) -> None:
    """After all of that, every request of the page went to loopback, without an error."""
    assert len(lab.record.requests) > 10
    assert lab.record.outside == []
    assert [e for e in lab.record.errors if not any(words in e for words in THEIR_OWN)] == []


def test_answers_are_there_after_a_restart(lab: Lab, opens: Opens, folder: Path) -> None:
    """A prediction typed into a lesson and saved is there when it is opened again."""
    path = _file(lab, folder)
    blank = _first_blank(path)
    cell = lab.cell(blank.splitlines()[-1]).first
    cell.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type(blank.replace(" = ...", " = 3"))
    lab.page.keyboard.press("Shift+Enter")
    lab.page.evaluate(RESTART)
    lab.command("docmanager:save")
    again = opens(path.relative_to(folder / "course").as_posix())
    again.show_all()
    answer = blank.splitlines()[-1].replace(" = ...", " = 3")
    expect(again.cell(answer).first).to_be_visible()
    again.page.close()
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert any("".join(c["source"]) == blank.replace(" = ...", " = 3") for c in cells)


def _file(lab: Lab, folder: Path) -> Path:
    name = str(lab.page.evaluate("window.jupyterapp.shell.currentWidget.context.path"))
    return folder / "course" / name


def _first_blank(path: Path) -> str:
    """The text of the first cell with an answer to fill in."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = ("".join(c["source"]).strip() for c in cells if c["cell_type"] == "code")
    return next(text for text in code if text.endswith(" = ..."))
