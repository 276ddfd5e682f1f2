"""The file that a new case starts from, and the list of names that stay out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import wrap

from mediakit.casefile.describe import EXAMPLES, GROUP_HELP, HEAD_HELP, HELP
from mediakit.casefile.schema import SCHEMA_NAME, schema_text
from mediakit.casefile.shape import GROUPS, HEAD, REQUIRED
from mediakit.yamlfile import schema_of

__all__ = ["hide_names", "new_case", "skeleton"]

WIDTH = 96
START = """\
# yaml-language-server: $schema={schema}
#
# A case of your own. Fill in what is empty, then run: mediakit case check {name}.yaml
# It passes once nothing needed is missing and nothing in it is unfair to anybody.
#
# Lines that begin with '# ' and a field are optional: take the '# ' away to use one. Write as
# many records under a heading as you need, and delete a heading that you do not need (needed
# are: {needed}). Long text goes on in the next line, further in. Put text
# with a colon or a hash in quotation marks. Days are written year-month-day.
#
# Write what was so on the day that a record became public; what came later gets a record, a
# status or a note with its own day. Quote 25 words at most, and tell the rest in your own words.
"""


def skeleton(name: str) -> str:
    """The text of an empty case file: a comment for every field, and nothing filled in.

    >>> print(skeleton("my-case").splitlines()[0])
    # yaml-language-server: $schema=case.schema.json
    """
    groups = [group for group in REQUIRED if group in GROUPS]
    needed = ", ".join([*groups[:-1], f"{groups[-1]}"])
    lines = START.format(schema=SCHEMA_NAME, name=name, needed=needed).splitlines()
    for field in HEAD:
        value = name if field == "case" else ""
        lines += ["", *_field("", field, HEAD_HELP[field], field in REQUIRED, value)]
    for group, (_, reader) in GROUPS.items():
        schema = schema_of(reader)
        lines += ["", f"# --- {group} ".ljust(WIDTH, "-"), *_comment("", GROUP_HELP[group])]
        lines += [f"{group}:", *_record(HELP[group], schema["required"])]
    return "\n".join(lines) + "\n"


def _record(help_: Mapping[str, str], required: Iterable[str]) -> Iterator[str]:
    """The lines of one empty record; what is needed comes before what is optional."""
    first = "id"
    yield from _comment("  ", help_[first])
    yield f"  - {first}:"
    for field in sorted(help_, key=lambda f: f not in required):
        if field != first:
            yield from _field("    ", field, help_[field], field in required)


def _field(indent: str, field: str, what: str, needed: bool, value: str = "") -> Iterator[str]:
    yield from _comment(indent, what if needed else f"Optional. {what}")
    if needed:
        yield f"{indent}{field}: {value}".rstrip()
    else:
        yield f"{indent}# {field}: {EXAMPLES.get(field, '')}".rstrip()


def _comment(indent: str, text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")


def new_case(name: str, folder: str = ".") -> list[Path]:
    """Write the skeleton of a case, and the schema for editors beside it.

    Parameters
    ----------
    name : str
        The short name of the case: lower-case letters, digits and hyphens. The file is
        ``name.yaml``.
    folder : str
        Where to write. It must be there.

    Returns
    -------
    list of Path
        The files written. A schema that lies there already is left as it is.

    Raises
    ------
    ValueError
        When the name is no short name.
    FileExistsError
        When there is a file of this name. It is never written over.
    """
    short = name.removesuffix(".yaml")
    plain = short.isascii() and short.replace("-", "").isalnum() and short == short.lower()
    if not plain or short.startswith("-"):
        raise ValueError(
            f"{name!r} is no name for a case; use lower-case letters, digits and hyphens, "
            "like broken-weir"
        )
    path = Path(folder, f"{short}.yaml")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(short))
    except FileExistsError:
        raise FileExistsError(
            f"there is a file {str(path)!r} already, and it stays as it is; choose another name"
        ) from None
    schema = path.with_name(SCHEMA_NAME)
    if schema.exists():
        return [path]
    schema.write_text(schema_text(), encoding="utf-8")
    return [path, schema]


def hide_names(names: Iterable[str], salt: str) -> str:
    """The ``private_names`` line for a case file, from names that then stand nowhere.

    Parameters
    ----------
    names : iterable of str
        Each of one to four words. Blank ones are passed over. Give the family name on its own
        as well when it would be recognised.
    salt : str
        A word of the case's own.

    Returns
    -------
    str
        A line of YAML, the same for any order of the names.

    Raises
    ------
    ValueError
        When there is no name, or one is longer than four words, or the salt is not a word.

    Examples
    --------
    >>> print(hide_names(["Wenna Harrock"], "weir")[:35])
    private_names: {salt: weir, hashes:
    """
    from mediakit.wording import hash_name

    given = [name for name in names if name.strip()]
    if not given:
        raise ValueError("no name was given; write one a line")
    if not salt.isalnum():
        raise ValueError(f"the salt is {salt!r}; give one word of letters and digits")
    hashes = sorted({hash_name(name, salt).partition("$")[2] for name in given})
    return f"private_names: {{salt: {salt}, hashes: [{', '.join(map(repr, hashes))}]}}"
