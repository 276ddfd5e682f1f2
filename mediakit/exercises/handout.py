"""An exercise to hand in: a notebook for each student, and a folder that the instructor keeps.

What a student gets is the notebook with its dossier and the question paper beside it. The key is
in neither: the grader makes each variant again from the secret, which no file holds.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mediakit import __version__
from mediakit.case import load_case
from mediakit.exercises.dossier import dossier
from mediakit.exercises.notebook import notebook_text
from mediakit.exercises.paper import open_paper, paper_text
from mediakit.exercises.questions import ExerciseData
from mediakit.exercises.variants import (
    SYNTHETIC,
    Variant,
    same_person,
    variant,
    variant_days,
    variant_of,
)

__all__ = ["MANIFEST", "HandOut", "hand_out", "maker_of", "paper_mark", "safe_names"]

MANIFEST = "handout.json"
KEPT = "for-the-instructor"
GIVEN = "for-students"
EVERYBODY = "everybody"
LEAST_SECRET = 8

Make = Callable[[str, str], Variant]  # secret, student -> variant


@dataclass(frozen=True, repr=False)
class HandOut:
    """What was written: the folder, and each student's folder by id."""

    folder: Path
    exercise: str
    students: Mapping[str, str]
    different: int

    def __repr__(self) -> str:
        count = len(self.students)
        who = "one notebook for everybody" if count == 1 else f"{count} notebooks"
        lines = [
            f"Wrote {who}, {self.different} different: {self.folder / GIVEN}",
            f"Keep this folder, and the secret, to yourself: {self.folder / KEPT}",
        ]
        return "\n".join(lines)


def maker_of(case: str, folder: Path | None = None, exercise: str = "") -> Make:
    """The function that makes a student's variant: on synthetic cases, or on one case.

    Raises
    ------
    ValueError, LookupError, FileNotFoundError
        When the case is no use for it; the message says why.
    """
    if case == SYNTHETIC:
        return lambda secret, student: variant(secret, student, exercise)
    found = load_case(str(folder / case) if folder and case.endswith((".yaml", ".yml")) else case)
    days = variant_days(found)
    return lambda secret, student: variant_of(found, days, secret, student, exercise)


def hand_out(
    case: str | Path,
    out: str | Path,
    secret: str,
    roster: Sequence[str] = (),
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> HandOut:
    """Write an exercise to hand in.

    Parameters
    ----------
    case : str or Path
        ``"synthetic"``, for a case of their own for each student; or a shipped case's name or a
        case file, for one case seen on different days and in different orders.
    out : str or Path
        A folder that is not there yet.
    secret : str
        Eight signs or more. The grader needs it again, and no file holds it.
    roster : sequence of str
        The ids of the students. Empty: one notebook for everybody.
    progress : callable, optional
        Told after each student how many are done, and of how many.

    Raises
    ------
    ValueError, LookupError, FileNotFoundError
        With one line: the folder is there, the secret is too short, the case is no use for it.
    """
    folder, name = Path(out), str(case)
    if len(secret.strip()) < LEAST_SECRET:
        raise ValueError(f"the secret is too short to keep; give {LEAST_SECRET} signs or more")
    if folder.exists():
        raise ValueError(f"{str(folder)!r} is there already; give another folder with --out")
    own = Path(name) if name.endswith((".yaml", ".yml")) else None
    make = maker_of(name, None, folder.name)
    students = list(roster) or [""]
    names = safe_names(students)
    made = {}
    for done, student in enumerate(students, 1):
        made[student] = make(secret, student)
        progress(done, len(students))
    for student, found in made.items():
        _write_one(folder / GIVEN / names[student], found)
    manifest = {
        "exercise": folder.name,
        "case": own.name if own else name,
        "mediakit": __version__,
        "students": {
            s: {"folder": names[s], "tag": made[s].tag, "paper": paper_mark(made[s].exercise)}
            for s in students
        },
    }
    kept = folder / KEPT
    kept.mkdir(parents=True)
    (kept / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")
    if own:
        (kept / own.name).write_bytes(own.read_bytes())
    different = len({_asked(found) for found in made.values()})
    return HandOut(folder, folder.name, names, different)


def _asked(found: Variant) -> str:
    return paper_text(open_paper(found.exercise))


def paper_mark(exercise: ExerciseData) -> str:
    """A mark of what a student was asked, to see whether a variant made again is the same one."""
    return sha256(paper_text(open_paper(exercise)).encode()).hexdigest()[:16]


def _write_one(folder: Path, found: Variant) -> None:
    paper = open_paper(found.exercise, found.tag)
    folder.mkdir(parents=True)
    text = notebook_text(paper, "questions.yaml", dossier=dossier(found.case))
    (folder / "exercise.ipynb").write_text(text, encoding="utf-8", newline="\n")
    (folder / "questions.yaml").write_text(paper_text(paper), encoding="utf-8", newline="\n")


def safe_names(students: Sequence[str]) -> dict[str, str]:
    """A folder name for each id: readable, harmless everywhere, never the same twice.

    Nor is it ever the id of somebody else.

    >>> safe_names(["../Ada", "ada", ""])
    {'../Ada': 'ada-2', 'ada': 'ada', '': 'everybody'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    ids = {same_person(student): student for student in students}
    for student in students:
        plain = unicodedata.normalize("NFKD", student).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:40].strip("-")
        stem = stem or ("student" if student else EVERYBODY)
        stem = f"{stem}-1" if stem in RESERVED else stem
        name, number = stem, 1
        while name in taken or ids.get(name, student) != student:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        names[student] = name
    return names


# Names that Windows keeps for itself.
RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
