"""Execute the lessons and write them in one normal form; write the exercises' notebooks.

``python -m tests.build_lessons [--check] [NAME …]``

A lesson runs from top to bottom on a fresh kernel, in a new copy of the course, with widgets off
and nothing but this machine to talk to. What is written is the same on every machine: cell ids
come from the cells' text, execution counts run from 1, and no widget state, times or other noise
stay. An exercise's notebook follows from its questions and is not run: learners get it blank.
``--check`` writes nothing and ends with 1 when a file differs from what would be written; the
pixels of figures may differ, their alt text and tables may not.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from mediakit.exercises import load_questions
from mediakit.exercises.notebook import notebook_text

ROOT = Path(__file__).resolve().parent.parent
FICTIONAL = ROOT / "lessons" / "fictional"
FICTIONAL_PAGE = FICTIONAL / "README.md"
SIDES = {"real", "fictional"}
GUARD = Path(__file__).resolve().parent / "guard"
PIXELS = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=\s]+")
ANSI = re.compile(r"\x1b\[[0-9;]*m")
DROPPED = ("application/vnd.jupyter.widget-view+json", "image/png")
TIMEOUT = 60  # seconds for one cell; a notebook must not hang for ever

__all__ = ["comparable", "fictional_page", "main", "normal_form", "notebooks", "share", "written"]


def notebooks(names: Sequence[str] = ()) -> list[Path]:
    """The lessons and the exercises' notebooks; with names, those whose path has one of them."""
    found = [*ROOT.glob("lessons/**/*.ipynb"), FICTIONAL_PAGE]
    found += [p.with_name("exercise.ipynb") for p in ROOT.glob("exercises/*/questions.yaml")]
    found = [p for p in found if ".ipynb_checkpoints" not in p.parts]
    return sorted(p for p in found if not names or any(name in str(p) for name in names))


def written(path: Path) -> str:
    """The text that belongs in this file."""
    nbformat: Any = import_module("nbformat")  # publishes half of its types
    if path == FICTIONAL_PAGE:
        return fictional_page((ROOT / "lessons" / "README.md").read_text("utf-8"))
    if path.parent.parent.name == "exercises":
        text = notebook_text(load_questions(path.parent.name))
        nbformat.validate(nbformat.reads(text, as_version=4))
        return text
    notebook = nbformat.read(path, as_version=4)
    if path.parent == FICTIONAL:
        share(notebook, nbformat.read(ROOT / "lessons" / path.name, as_version=4))
    _execute(notebook, "fictional" if path.parent == FICTIONAL else "real")
    normal_form(notebook)
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def share(notebook: Any, sibling: Any) -> None:
    """Put the cells that a lesson shares with its sibling on the real case into it.

    A cell tagged ``real`` stands on the real case only, and one tagged ``fictional`` on the
    invented one only; all others are shared, in the same order, and written in the sibling.
    """
    ours, theirs = (
        [c for c in n.cells if not SIDES & set(c.metadata.get("tags", ()))]
        for n in (notebook, sibling)
    )
    if len(ours) != len(theirs):
        raise ValueError(
            f"{len(theirs)} cells of the lesson are shared, and its fictional sibling has "
            f"{len(ours)} that are not tagged 'fictional'; give each shared cell a place"
        )
    for cell, other in zip(ours, theirs, strict=True):
        if cell.cell_type != other.cell_type:
            raise ValueError(f"a shared cell is {cell.cell_type} here: {other.source[:60]!r}")
        cell["source"] = other.source
        cell["metadata"] = other.metadata


def fictional_page(text: str) -> str:
    """The page of the lessons as it stands beside those on the invented case.

    What lies between ``<!-- real -->`` and ``<!-- /real -->`` is left out, and what a comment
    ``<!-- fictional: … -->`` holds is shown.
    """
    text = re.sub(r"<!-- real -->.*?<!-- /real -->\n?", "", text, flags=re.DOTALL)
    return re.sub(r"<!-- fictional:\s*(.*?)\s*-->", r"\1", text, flags=re.DOTALL)


def _execute(notebook: Any, case: str) -> None:
    """Run the notebook where a learner has it: in the folder ``lessons`` of a course."""
    from nbclient import NotebookClient

    from mediakit.course import copy_course

    with tempfile.TemporaryDirectory() as folder:
        copy_course(Path(folder, "course"), case)
        NotebookClient(
            notebook,
            timeout=TIMEOUT,
            kernel_name="python3",
            resources={"metadata": {"path": str(Path(folder, "course", "lessons"))}},
            store_widget_state=False,
            record_timing=False,
        ).execute(env=_environment(folder))


def _environment(folder: str) -> dict[str, str]:
    before = os.environ.get("PYTHONPATH", "")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(GUARD), str(ROOT), before])),
        "MEDIAKIT_WIDGETS": "off",
        "IPYTHONDIR": str(Path(folder, "ipython")),  # no start-up files of the person who runs it
    }


def normal_form(notebook: Any) -> None:
    """Give the notebook stable ids, counts from 1, and only the metadata that mean something."""
    seen: Counter[str] = Counter()
    count = 0
    for cell in notebook.cells:
        name = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
        cell["id"] = f"{name}-{seen[name]}" if seen[name] else name
        seen[name] += 1
        tags = cell.metadata.get("tags")
        cell["metadata"] = {"tags": sorted(tags)} if tags else {}
        if cell.cell_type == "code":
            count += 1
            cell["outputs"] = _outputs(cell.get("outputs", []), count)
            cell["execution_count"] = count
    notebook["metadata"] = {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        },
        "language_info": {"name": "python"},
        **{key: value for key, value in notebook.metadata.items() if key == "mediakit"},
    }
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5


def _outputs(outputs: list[Any], count: int) -> list[Any]:
    """Outputs without noise: a stream in one piece, the count, nothing that is empty."""
    kept: list[Any] = []
    for output in outputs:
        if output.output_type == "stream":
            if kept and kept[-1].output_type == "stream" and kept[-1].name == output.name:
                kept[-1]["text"] += output["text"]  # how a stream is cut up is chance
                continue
        elif output.output_type in ("display_data", "execute_result"):
            output["data"] = {k: v for k, v in output["data"].items() if k not in DROPPED}
            output["metadata"] = {}
            if not output["data"]:
                continue
        if "execution_count" in output:
            output["execution_count"] = count
        kept.append(output)
    return kept


def comparable(text: str) -> str:
    """The text without the pixels of its figures: those depend on the version of matplotlib."""
    return PIXELS.sub("PIXELS", text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the notebooks, or only compare them; 1 when one differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.build_lessons")
    parser.add_argument("--check", action="store_true", help="write nothing, compare only")
    parser.add_argument("names", nargs="*", metavar="NAME", help="part of a notebook's path")
    options = parser.parse_args(arguments)
    chosen = notebooks(options.names)
    if not chosen:
        print(f"no notebook is called {' or '.join(options.names)}", file=sys.stderr)
        return 2
    states = [_bring_up_to_date(path, options.check) for path in chosen]
    return 1 if "failed" in states or (options.check and "written" in states) else 0


def _bring_up_to_date(path: Path, check: bool) -> str:
    """Write one notebook, or only compare it: "unchanged", "written" or "failed"."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    name = path.relative_to(ROOT).as_posix()
    committed = path.read_text("utf-8") if path.is_file() else ""
    try:
        text = written(path)
    except (CellExecutionError, CellTimeoutError, ValueError) as error:
        print(f"{name}: a cell failed\n{ANSI.sub('', str(error))}", flush=True)
        return "failed"
    if comparable(committed) == comparable(text):
        print(f"{name}: unchanged", flush=True)
        return "unchanged"
    if check:
        print(f"{name}: differs; write it with `python -m tests.build_lessons`", flush=True)
        _show_difference(committed, text)
    else:
        path.write_text(text, encoding="utf-8")
        print(f"{name}: written", flush=True)
    return "written"


def _show_difference(committed: str, text: str) -> None:
    from difflib import unified_diff

    before, after = (comparable(t).splitlines() for t in (committed, text))
    lines = unified_diff(before, after, "committed", "written", lineterm="")
    for line in list(lines)[:60]:
        print(f"    {line[:160]}")


if __name__ == "__main__":
    sys.exit(main())
