"""A notebook open in JupyterLab, and what a test does with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Locator, Page

from tests.chromium import Record
from tests.machine import ARTIFACTS

__all__ = ["Lab"]

PATIENCE = 60_000  # milliseconds until a page that does not come is given up
TALLEST = 16_000  # pixels; Chromium draws no higher screenshot

READY = """async () => {
    const app = window.jupyterapp;
    await app.restored;
    const widget = app.shell.currentWidget;
    await widget.context.ready;
    await widget.sessionContext.ready;
}"""
ALL_NUMBERED = """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]
    .every(prompt => /^\\[\\d+\\]:/.test(prompt.textContent.trim()))"""
TO_THE_TOP = """() => document.querySelectorAll('.jp-WindowedPanel-outer')
    .forEach(panel => { panel.scrollTop = 0; })"""
COMMAND = "([name, more]) => window.jupyterapp.commands.execute(name, more).then(() => null)"
WHAT_HAS_FOCUS = """() => {
    const node = document.activeElement;
    return node && node.closest('.jp-OutputArea') ? node.tagName : '';
}"""
AXE = """async () => {
    const found = await axe.run({include: [['.jp-OutputArea']]}, {resultTypes: ['violations']});
    return found.violations
        .filter(v => ['serious', 'critical'].includes(v.impact))
        .map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).join(' | ')}`);
}"""


class Lab:
    """One notebook in JupyterLab."""

    def __init__(self, page: Page, record: Record) -> None:
        self.page = page
        self.record = record
        page.set_default_timeout(PATIENCE)
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.wait_for_function("window.jupyterapp?.commands.hasCommand('notebook:run-all-cells')")
        page.evaluate(READY)

    def command(self, name: str, **more: Any) -> None:
        """Give a command of JupyterLab's and wait until it is carried out."""
        self.page.evaluate(COMMAND, [name, more])

    def run_all(self) -> None:
        """Run every cell from the top. The outputs it came with go first: none can be mistaken."""
        self.command("notebook:clear-all-cell-outputs")
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(ALL_NUMBERED)  # the command ends a moment before the page

    def cell(self, source: str) -> Locator:
        """The code cell whose text has these words."""
        return self.page.locator(".jp-CodeCell").filter(
            has=self.page.locator(".jp-InputArea-editor", has_text=source)
        )

    def run_cell(self, cell: Locator) -> None:
        """Click into a cell and press Shift and Enter, as lesson 0 teaches."""
        cell.locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Shift+Enter")

    def tab_to(self, tag: str, tries: int = 80) -> bool:
        """Press Tab until something of this kind in an output has the focus."""
        for _ in range(tries):
            if self.page.evaluate(WHAT_HAS_FOCUS) == tag:
                return True
            self.page.keyboard.press("Tab")
        return False

    def show_all(self, width: int = 1280) -> None:
        """Make the window as high as the notebook: JupyterLab draws only what is in sight."""
        self.page.set_viewport_size({"width": width, "height": TALLEST})
        self.page.evaluate(TO_THE_TOP)  # below, places are counted from there
        self.page.wait_for_timeout(500)  # the layout settles
        last = self.page.locator(".jp-Notebook .jp-Cell").last.bounding_box()
        height = min(TALLEST, int(last["y"] + last["height"]) + 80) if last else TALLEST
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_timeout(500)

    def theme(self, name: str) -> None:
        """Change to "Light" or "Dark"."""
        self.command("apputils:change-theme", theme=f"JupyterLab {name}")
        light = "true" if name == "Light" else "false"
        self.page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")

    def screenshot(self, name: str) -> Path:
        """Keep what is in sight as a picture that a person can look at after the run."""
        ARTIFACTS.mkdir(exist_ok=True)
        path = ARTIFACTS / f"{name}.png"
        self.page.screenshot(path=path)
        return path

    def accessibility_faults(self) -> list[str]:
        """What axe-core finds serious or critical in the outputs; the rest is JupyterLab's own."""
        script = Path(axe_playwright_python.__file__).with_name("axe.min.js")
        self.page.evaluate(script.read_text("utf-8"))
        return list(self.page.evaluate(AXE))
