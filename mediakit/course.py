"""A learner's copy of the course: lessons and exercises put into a folder of their own.

Nothing the learner did is ever overwritten. ``.mediakit/manifest.json`` in the folder holds a
hash of each file as we wrote it, and that decides: a file that is still as we wrote it is
brought up to date; one that differs is the learner's and is kept; one that is gone is written
again, so that deleting a lesson, or giving it another name, is the way to start it afresh.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from mediakit.content import content

__all__ = ["Copied", "Lesson", "copy_course", "find_course", "lessons"]

DEFAULT_FOLDER = "mediakit-course"
KINDS = ("lessons", "exercises")
FICTIONAL = "_fictional"  # behind the name of an exercise on the invented case
OURS = ".mediakit"  # the folder inside the course for what the learner need not see
LEFT_OUT = (".yaml", ".yml", ".py", ".pyc")  # questions are read from the package


@dataclass(frozen=True)
class Copied:
    """What happened to each file of the course, by its path in the folder."""

    folder: Path
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()  # kept, and we have a newer version of it

    def __repr__(self) -> str:
        lines = [f"The course is in {self.folder}"]
        for files, words in (
            (self.updated, "brought up to date"),
            (self.again, "was gone, written again"),
            (self.kept, "has your work, kept as it is"),
            (self.newer, "has your work, kept; to get the newer version, rename yours first"),
        ):
            lines += [f"  {file}: {words}" for file in files]
        return "\n".join(lines)


@dataclass(frozen=True)
class Lesson:
    """One lesson: its number, the question it asks, its minutes, what the learner did with it."""

    number: int
    file: str
    question: str
    minutes: int | None = None
    state: str = ""  # "", "not opened yet", "worked on"

    def __repr__(self) -> str:
        minutes = f"{self.minutes} min" if self.minutes else ""
        return f"{self.number:>3}  {minutes:>6}  {self.question}" + (
            f"  [{self.state}]" if self.state else ""
        )


PATHS = ("real", "fictional")


def copy_course(folder: Path, path: str = "") -> Copied:
    """Put lessons and exercises into ``folder``, never over the learner's work.

    Parameters
    ----------
    folder : Path
        The learner's own; made when it is not there.
    path : str
        ``"real"`` for the lessons on the real case, ``"fictional"`` for those that teach the
        same on an invented one. Left out: as the folder was begun, and ``"real"`` for a new one.

    Raises
    ------
    NotADirectoryError
        When a file stands where the folder should be.
    ValueError
        When the folder holds other things and no course, or a course on the other path.
    """
    if path not in ("", *PATHS):
        raise ValueError(f"there is no course on {path!r}; the choices are: {', '.join(PATHS)}")
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file; name a folder for the course")
    known = _read_manifest(folder)
    if known is None and folder.is_dir() and any((folder / kind).exists() for kind in KINDS):
        raise ValueError(
            f"{folder} has lessons or exercises that mediakit did not put there; "
            "name another folder"
        )
    begun = _begun(folder)
    if known is not None and path and path != begun:
        raise ValueError(
            f"{folder} holds the course on the {begun} case; name another folder for the other one"
        )
    path = path or (begun if known is not None else PATHS[0])
    written = dict(known or {})
    done: dict[str, list[str]] = {"new": [], "updated": [], "again": [], "kept": [], "newer": []}
    for name, data in _shipped(path):
        target, ours = folder / name, written.get(name)
        what = _decide(target, ours, _hash(data))
        if what in ("new", "updated", "again"):
            _write(target, data)
            written[name] = _hash(data)
        if what:
            done[what].append(name)
    manifest = {"path": path, "files": written}
    _write(folder / OURS / "manifest.json", json.dumps(manifest, indent=1).encode())
    return Copied(folder, **{what: tuple(names) for what, names in done.items()})


def _decide(target: Path, ours: str | None, shipped: str) -> str:
    """What to do with one file; empty when there is nothing to do and nothing to say."""
    if not target.exists():
        return "again" if ours else "new"
    here = _hash(target.read_bytes())
    if here == shipped:
        return ""
    if here == ours:
        return "updated"
    return "kept" if ours in (None, shipped) else "newer"


def _shipped(path: str) -> Iterator[tuple[str, bytes]]:
    """The files of a path: its lessons with their page, and its exercises.

    A lesson on the invented case lies in ``lessons/fictional`` under the name of its sibling, its
    exercise beside the sibling's with ``_fictional`` behind the name.
    """
    fictional = path == "fictional"
    apart = f"{KINDS[0]}/fictional/"
    for name, data in _files(content(KINDS[0]), KINDS[0]):
        if fictional is name.startswith(apart):
            yield f"{KINDS[0]}/{name.removeprefix(apart).removeprefix(KINDS[0] + '/')}", data
    chosen = _exercises(fictional)
    for name, data in _files(content(KINDS[1]), KINDS[1]):
        if name.split("/")[1] in chosen:
            yield name, data


def _exercises(fictional: bool) -> set[str]:
    """The folders of a path's exercises; one that is on an invented case anyway is on both."""
    names = {entry.name for entry in content(KINDS[1]).iterdir() if entry.is_dir()}
    apart = {name for name in names if name.endswith(FICTIONAL)}
    if not fictional:
        return names - apart
    lessons = {entry.name for entry in (content(KINDS[0]) / "fictional").iterdir()}
    both = {n for n in names if f"{n}.ipynb" in lessons and n + FICTIONAL not in apart}
    return apart | both


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.startswith((".", "__")) or entry.name.endswith(LEFT_OUT):
            continue
        if entry.is_dir():
            yield from _files(entry, f"{path}/{entry.name}")
        else:
            data = entry.read_bytes()
            lesson = path.startswith("lessons") and entry.name.endswith(".ipynb")
            yield f"{path}/{entry.name}", _unrun(data) if lesson else data


def _unrun(notebook: bytes) -> bytes:
    """The lesson as if nobody had run it: a prediction needs an answer that is not there yet."""
    data = json.loads(notebook)
    for cell in data["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _read_manifest(folder: Path) -> dict[str, str] | None:
    """File -> hash as we wrote it; None when there is no course here."""
    try:
        data = json.loads((folder / OURS / "manifest.json").read_text(encoding="utf-8"))
        return {str(name): str(value) for name, value in data["files"].items()}
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}  # a broken manifest: every file counts as the learner's


def _begun(folder: Path) -> str:
    """The path on which the course in this folder was begun."""
    try:
        data = json.loads((folder / OURS / "manifest.json").read_text(encoding="utf-8"))
        return "fictional" if data.get("path") == "fictional" else "real"
    except (OSError, ValueError, AttributeError):
        return "real"


def _write(target: Path, data: bytes) -> None:
    """All of the file or none of it, even when the machine stops half way."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.part")
    half.write_bytes(data)
    os.replace(half, target)


def find_course(folder: str | None = None) -> Path | None:
    """The course folder: the one named, the current one, or ``mediakit-course`` in it."""
    for place in [Path(folder)] if folder else [Path(), Path(DEFAULT_FOLDER)]:
        if (place / OURS / "manifest.json").is_file():
            return place
    return None


def lessons(folder: Path | None = None) -> list[Lesson]:
    """The lessons in their order, with what was done in the copy in ``folder``.

    Examples
    --------
    >>> [lesson.number for lesson in lessons()][:2]
    [0, 1]
    """
    written = _read_manifest(folder) if folder else None
    place = content("lessons")
    if folder and _begun(folder) == "fictional":
        place = place / "fictional"
    found = []
    for entry in sorted(place.iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".ipynb"):
            continue
        state = _state(folder, f"lessons/{entry.name}", written) if folder else ""
        found.append(_lesson(entry.name, entry.read_bytes(), state))
    return found


def _state(folder: Path, name: str, written: dict[str, str] | None) -> str:
    target = folder / name
    if not target.exists():
        return "not in your folder"
    same = (written or {}).get(name) == _hash(target.read_bytes())
    return "not opened yet" if same else "worked on"


def _lesson(file: str, data: bytes, state: str) -> Lesson:
    """What a lesson's notebook says of itself: its first heading, and minutes in its metadata."""
    notebook = json.loads(data)
    text = "".join(notebook["cells"][0]["source"]) if notebook["cells"] else ""
    question = text.strip().split("\n")[0].lstrip("# ") or file
    minutes = notebook.get("metadata", {}).get("mediakit", {}).get("minutes")
    return Lesson(int(file.split("_")[0]), file, question, minutes, state)
