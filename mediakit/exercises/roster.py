"""A class list: who takes part, from a CSV file as schools export them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from mediakit.exercises.variants import same_person

__all__ = ["read_roster"]

# Names of a column with ids, most telling first; compared without case, spaces and signs.
COLUMNS = (
    *("id", "studentid", "userid", "sisuserid", "sisid", "username", "login", "loginid"),
    *("email", "emailaddress", "number", "matriculation", "student", "name", "fullname"),
)
MAX_BYTES = 5_000_000
MAX_ID = 120


def read_roster(path: str | Path) -> tuple[str, ...]:
    """The ids of a class list, in its order.

    The first line names the columns. The ids stand in the column called id, student id, user
    name, email or the like. A list without such a line is not read: its first student would be
    taken for the name of a column.

    Parameters
    ----------
    path : str or Path
        A CSV file, with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows' own code.

    Raises
    ------
    FileNotFoundError
        When no file is there.
    ValueError
        With one line that names every fault and its line: no column of ids, an id that is
        missing, too long or there twice.
    """
    path = Path(path)
    if not path.is_file():
        raise FileNotFoundError(f"there is no class list at {str(path)!r}")
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB: no class list")
    rows = _rows(path.read_bytes())
    if len(rows) < 2:
        raise ValueError(f"{path.name} names nobody; the first line names the columns")
    at = _column(rows[0][1], path.name)
    found = [(line, row[at].strip() if at < len(row) else "") for line, row in rows[1:]]
    faults = _faults(found)
    if faults:
        more = f", and {len(faults) - 5} more" if len(faults) > 5 else ""
        raise ValueError(f"{path.name}: {'; '.join(faults[:5])}{more}")
    return tuple(name for _, name in found)


def _rows(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, with their lines."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = data.decode("utf-16", "replace") if wide else data.decode("cp1252", "replace")
    head = text.split("\n", 1)[0]
    sign = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=sign)
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: this is no CSV file ({error})") from None


def _column(head: list[str], file: str) -> int:
    names = ["".join(c for c in cell.casefold() if c.isalnum()) for cell in head]
    for wanted in COLUMNS:
        if wanted in names:
            return names.index(wanted)
    shown = ", ".join(cell.strip()[:40] for cell in head[:8])
    if len(head) == 1:
        raise ValueError(f"{file} begins with {shown!r}; write a line with 'id' above the ids")
    raise ValueError(f"{file} has no column of ids; call one of these 'id': {shown}")


def _faults(found: list[tuple[int, str]]) -> list[str]:
    faults = []
    first: dict[str, int] = {}
    for line, name in found:
        known = first.setdefault(same_person(name), line)
        if not name:
            faults.append(f"line {line} has no id")
        elif len(name) > MAX_ID:
            faults.append(f"line {line}: an id has {MAX_ID} signs at most")
        elif "\ufffd" in name:
            faults.append(f"line {line}: a letter of {name!r} can't be read; save it as UTF-8")
        elif known != line:
            faults.append(f"line {line}: {name!r} is there already, in line {known}")
    return faults
