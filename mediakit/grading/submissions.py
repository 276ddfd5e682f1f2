"""Whose notebook is this: a folder, or one notebook, as a list of submissions."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Folder", "Submission", "submissions"]

# "questions.yaml" is the paper that was handed out with the notebook.
JUNK = frozenset({"thumbs.db", "desktop.ini", "grades.csv", "questions.yaml"})


@dataclass(frozen=True)
class Submission:
    """One notebook that was handed in. ``student`` is taken from its file name."""

    student: str
    file: str  # as a reader knows it: relative to the folder that was given
    path: Path


@dataclass(frozen=True)
class Folder:
    """The submissions of a path, sorted, and the files beside them that are no notebooks."""

    submissions: tuple[Submission, ...]
    others: tuple[str, ...] = ()


def submissions(path: str | Path, without: Path | None = None) -> Folder:
    """The notebooks of a folder and of the folders in it, or the one notebook given.

    Hidden files and checkpoints are passed over. A link that leads out of the folder is kept
    as a submission and never followed, so that its row can say why.

    Parameters
    ----------
    path : str or Path
        A folder, or one ``.ipynb`` file.
    without : Path, optional
        A folder to leave out: where the results go.

    Raises
    ------
    FileNotFoundError
        When nothing is there.
    ValueError
        When it is neither a folder nor a notebook, or a folder without notebooks.
    """
    root = Path(path)
    if not root.exists():
        raise FileNotFoundError(f"there is nothing at {str(path)!r}")
    if root.is_file():
        if root.suffix.lower() != ".ipynb":
            raise ValueError(f"{str(path)!r} is no notebook; give a folder or an .ipynb file")
        return Folder((Submission(_student(root.name), root.name, root),))
    names = sorted(_walk(root, without))
    found = tuple(
        Submission(_student(Path(name).name), name, root / name)
        for name in names
        if name.lower().endswith(".ipynb")
    )
    if not found:
        raise ValueError(f"there is no notebook (.ipynb) in {str(path)!r}")
    others = tuple(
        name
        for name in names
        if not name.lower().endswith(".ipynb") and Path(name).name.lower() not in JUNK
    )
    return Folder(found, others)


def _walk(root: Path, without: Path | None) -> list[str]:
    names = []
    skip = without.resolve() if without else None
    for here, folders, files in os.walk(root, followlinks=False):
        folders[:] = [
            f
            for f in sorted(folders)
            if not f.startswith(".") and f != "__pycache__" and Path(here, f).resolve() != skip
        ]
        names += [
            Path(here, f).relative_to(root).as_posix() for f in files if not f.startswith(".")
        ]
    return names


def _student(name: str) -> str:
    """The name of a student, from a file name; signs that could mislead a reader taken out."""
    stem = name[:-6] if name.lower().endswith(".ipynb") else name
    text = stem.encode("utf-8", "replace").decode("utf-8")  # names that are no text at all
    kept = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(kept.split())[:120] or "(no name)"


def read_bytes(path: Path, root: Path | None = None) -> tuple[bytes, str]:
    """The bytes of a submission, or the reason why they were not read."""
    from mediakit.answers.notebook import too_large

    try:
        if root is not None and not path.resolve().is_relative_to(root.resolve()):
            return b"", "the file is a link that leads out of the folder; it was not followed"
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return b"", "this is no regular file"
        reason = too_large(status.st_size)
        return (b"", reason) if reason else (path.read_bytes(), "")
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        why = getattr(error, "strerror", None) or "links lead in a circle"
        return b"", f"the file could not be opened: {why}"
