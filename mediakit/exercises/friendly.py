"""One sentence and the corrected line, for people who have never programmed.

``explain`` is a plain function of the error and the cell; :mod:`mediakit.exercises.session`
puts it to work in a notebook.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType

from mediakit.answers.source import straighten

__all__ = ["explain", "ours"]

MAX_LINE = 2_000
MAX_LINES = 60
_SET = re.compile(r"^(\s*)([A-Za-z_]\w*)\s*=\s*(?!=)(.*?)\s*$")
_BLOCK = re.compile(r"^\s*(if|elif|else|for|while|with|def|try|except|finally|class)\b")
_PAIRS = {"(": ")", "[": "]", "{": "}"}


def ours(trace: TracebackType | None) -> bool:
    """True when the error was raised by mediakit itself, so that its message says it all."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return False
    home = Path(__file__).resolve().parent.parent
    return Path(trace.tb_frame.f_code.co_filename).is_relative_to(home)


def explain(error: BaseException, source: str, names: Iterable[str] = ()) -> str:
    """What went wrong in a cell, in one sentence, and the line as it could read.

    It guesses from the line alone, so the corrected line is an offer and may miss what you
    meant.

    Parameters
    ----------
    error : BaseException
        What Python raised.
    source : str
        The text of the cell.
    names : iterable of str
        Names that exist, for "did you mean".

    Returns
    -------
    str
        A line, or two: what happened, and ``Try: …``.

    Examples
    --------
    >>> print(explain(NameError("name 'B' is not defined", name="B"), "q1 = B"))
    Text needs quotation marks around it, or Python looks for something called B.
    Try: q1 = "B"
    """
    if isinstance(error, SyntaxError):
        return _syntax(error, source)
    if isinstance(error, NameError):
        return _name(error, source, list(names))
    if isinstance(error, AttributeError) and error.name and error.obj is not None:
        return _attribute(error, source)
    message = str(error.args[0]) if error.args else str(error)
    return _sentence(message or type(error).__name__)


# --- text that is not Python yet --------------------------------------------------------------


def _syntax(error: SyntaxError, source: str) -> str:
    line = _line(error, source)
    if len(line) > MAX_LINE:
        return "This line is very long and is not Python yet. Look for a quotation mark or bracket."
    if re.fullmatch(r"\s*[A-Za-z_]\w*\s*=\s*", line):
        return (
            f"Nothing stands after the sign = yet. Put your answer there.\nTry: {line.strip()} ..."
        )
    if whole := _several_lines(line, source):
        return (
            f"Text that runs over several lines stands between three quotation marks.\nTry: {whole}"
        )
    for says, mend in MENDERS:
        mended = mend(line)
        if mended != line and _parses(mended, source, line):
            return f"{says}\nTry: {mended.strip()}"
    where = f" (line {error.lineno})" if error.lineno and source.count("\n") else ""
    return (
        f"Python can't read this line{where}: {line.strip()}\n"
        "Look for a missing bracket, comma or quotation mark, at the end of the line above too."
    )


def _line(error: SyntaxError, source: str) -> str:
    lines = source.splitlines()
    number = error.lineno or 0
    if 1 <= number <= len(lines):
        return lines[number - 1]
    return (error.text or (lines[-1] if lines else "")).rstrip("\n")


def _parses(mended: str, source: str, line: str) -> bool:
    """True when the mended line is Python, alone or in its place in the cell."""
    body = mended + "\n    pass" if mended.rstrip().endswith(":") else mended
    return _is_python(body.strip()) or _is_python(source.replace(line, mended, 1))


def _is_python(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True


def _close_brackets(line: str) -> str:
    """The line with the brackets closed that were left open outside quotation marks."""
    open_ = []
    quote = ""
    for sign in line:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "#":
            break
        elif sign in _PAIRS:
            open_.append(_PAIRS[sign])
        elif open_ and sign == open_[-1]:
            open_.pop()
    return line.rstrip() + "".join(reversed(open_))


def _drop_bracket(line: str) -> str:
    """The line without one closing bracket too many at its end."""
    return line.rstrip()[:-1] if line.rstrip().endswith((")", "]", "}")) else line


def _close_quote(line: str) -> str:
    """The line with a quotation mark added where it is missing."""
    body = line.rstrip()
    for mark in ('"', "'"):
        if body.count(mark) % 2:
            found = _SET.match(body)
            if found and found[3].endswith(mark):
                return f"{found[1]}{found[2]} = {mark}{found[3]}"
            call = re.match(r"^(.*?)([)\]}]*)$", body)
            return f"{call[1]}{mark}{call[2]}" if call else body + mark
    return line


def _several_lines(line: str, source: str) -> str:
    """``q8 = "one`` and ``two"`` on a later line, with three quotation marks on each side."""
    found = _SET.match(line)
    mark = found[3][:1] if found else ""
    if not found or mark not in ("'", '"') or found[3].count(mark) != 1:
        return ""
    rest = source.partition(line)[2].split("\n")[1:]
    for many, later in enumerate(rest[:MAX_LINES], 1):
        if _SET.match(later):
            return ""
        if later.rstrip().endswith(mark):
            text = "\n".join([found[3][1:], *rest[: many - 1], later.rstrip()[:-1]])
            mended = f'{found[2]} = """{text}"""'
            return mended if _is_python(mended) else ""
    return ""


def _marks_inside(line: str) -> str:
    """``q8 = "He said "no" to me"`` with three quotation marks on each side."""
    found = _SET.match(line)
    said = found[3] if found else ""
    if not found or len(said) < 3 or said[0] not in "\"'" or said[0] != said[-1]:
        return line
    outer = said[0] * 3
    inside = said[1:-1]
    if re.search(rf"^{said[0]}|{said[0]}\s*[,:\])}}]|[,:\[({{]\s*{said[0]}", inside):
        return line
    return f"{found[1]}{found[2]} = {outer}{inside}{' ' if inside[-1:] == said[0] else ''}{outer}"


def _bracketless(line: str) -> str:
    """``ex.check "q1", q1`` and ``print x`` with their brackets."""
    found = re.match(r"^\s*(print|[A-Za-z_]\w*\.\w+)\s+([\w\"'].*)$", line)
    return f"{found[1]}({found[2].rstrip()})" if found else line


def _equals(line: str) -> str:
    """``q1 "B"`` and ``q1 := "B"`` with the sign that stores."""
    found = re.match(r"^\s*(q\w{1,30}?)\s*(?::=|＝|\s)\s*([\w\"'\[{].*)$", line)
    if not found:
        return line
    said = found[2].rstrip()
    return f"{found[1]} = {said if not said[0].isalpha() else chr(34) + said + chr(34)}"


def _backticks(line: str) -> str:
    return re.sub(r"[`´]", '"', line)


def _check_call(line: str) -> str:
    """``ex.check("q1, q1)``: the quotation marks stand around the first name only."""
    found = re.match(r"^\s*(\w+)\.check\(\W*(\w+)\W*,\W*(\w+)\W*$", line)
    if not found or found[2] != found[3]:
        return line
    return f'{found[1]}.check("{found[2]}", {found[3]})'


def _quote_text(line: str) -> str:
    """``q7 = the bomb was`` with quotation marks around the text."""
    found = _SET.match(line)
    if not found or not found[3][:1].isalnum() or '"' in found[3]:
        return line
    return f'{found[1]}{found[2]} = "{found[3]}"'


def _colon(line: str) -> str:
    return line.rstrip() + ":" if _BLOCK.match(line) else line


def _double_equals(line: str) -> str:
    """``if x = 3`` with the sign that compares."""
    return re.sub(r"(?<![=<>!])=(?!=)", "==", line, count=1) if _BLOCK.match(line) else line


def _comma(line: str) -> str:
    """``["a" "b" 3]`` or ``[1 2]`` with a comma where two values touch."""
    return re.sub(r"(?<=[\w\"')\]])\s+(?=[\w\"'(\[])", ", ", line)


def _turn(line: str) -> str:
    """``"B" = q1`` turned around."""
    found = re.match(r"^\s*(.+?)\s*=\s*([A-Za-z_]\w*)\s*$", line)
    return f"{found[2]} = {found[1]}" if found else line


def _left(line: str) -> str:
    return line.lstrip()


MENDERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("These quotation marks are curly ones from a text program; Python needs straight ones.",
     straighten),
    ("These marks are no quotation marks; Python needs straight ones.", _backticks),
    ("check takes the question in quotation marks, and your answer without.", _check_call),
    ("Text with quotation marks in it stands between three of them on each side.", _marks_inside),
    ("What is asked for stands in brackets.", _bracketless),
    ("The sign = is missing: it stores your answer under the name.", _equals),
    ("A bracket was opened and not closed.", _close_brackets),
    ("There is one closing bracket too many.", _drop_bracket),
    ("A quotation mark is missing: text begins and ends with one.", _close_quote),
    ("A quotation mark and a bracket are missing.",
     lambda line: _close_brackets(_close_quote(line))),
    ("A colon is missing at the end of the line.", _colon),
    ("Two signs == compare, one sign = stores a value.", _double_equals),
    ("Two signs == compare, one sign = stores a value, and the line ends with a colon.",
     lambda line: _colon(_double_equals(line))),
    ("The name stands on the left of the sign =, its value on the right.", _turn),
    ("The line starts too far to the right; begin it at the margin.", _left),
    ("Text needs quotation marks around it.", _quote_text),
    ("A comma is missing between two values.", _comma),
)  # fmt: skip


# --- a name that nobody has used yet -------------------------------------------------------------


def _name(error: NameError, source: str, names: list[str]) -> str:
    name = getattr(error, "name", None) or _quoted(str(error))
    line = next((s for s in source.splitlines() if re.search(rf"\b{re.escape(name)}\b", s)), "")
    found = _SET.match(line)
    if re.match(rf"^\s*{re.escape(name)}\s*==", line):
        mended = line.replace("==", "=", 1).strip()
        return f"Two signs == compare, one sign = stores an answer.\nTry: {mended}"
    close = get_close_matches(name, names, n=1, cutoff=0.7)
    if found and found[3] == name and not close:
        says = f"Text needs quotation marks around it, or Python looks for something called {name}."
        return f'{says}\nTry: {found[2]} = "{name}"'
    quoted = _quote_names(found[3], names) if found and not close else ""
    if found and quoted:
        return (
            f"Text needs quotation marks around it, each part its own.\nTry: {found[2]} = {quoted}"
        )
    if close:
        mended = re.sub(rf"\b{re.escape(name)}\b", close[0], line).strip()
        return f"Nothing here is called {name} yet; did you mean {close[0]}?\nTry: {mended}"
    if name == "mk":
        return "Run the first cell of this notebook before this one.\nTry: import mediakit as mk"
    return (
        f"Nothing here is called {name} yet. Run the cells above this one from the top; "
        f'if {name} is meant as text, write "{name}".'
    )


def _quote_names(text: str, names: list[str]) -> str:
    """``[gauge, office-note]`` with quotation marks around each name; empty where that won't do."""
    parts = re.split(r"(\"[^\"]*\"|'[^']*'|#.*$)", text)
    bare = re.compile(r"(?<![\w-])[A-Za-z_][\w-]*(?![\w(.-])")
    if any(word in names for part in parts[::2] for word in bare.findall(part)):
        return ""
    parts[::2] = [bare.sub(r'"\g<0>"', part) for part in parts[::2]]
    mended = "".join(part for part in parts if not part.startswith("#")).strip()
    plain = re.fullmatch(r"[\s\w\"'\[\]{}(),:.-]*", mended)
    touching = re.search(r"\"\s+\"|\w\(", mended)
    return mended if plain and not touching and _is_python(mended) else ""


# --- a part that a thing does not have -----------------------------------------------------------


def _attribute(error: AttributeError, source: str) -> str:
    """``ex.chek("q1", q1)``: what was asked of which thing, and what it has."""
    wrong = error.name or ""
    line = next((s for s in source.splitlines() if re.search(rf"\.\s*{re.escape(wrong)}\b", s)), "")
    has = [name for name in dir(error.obj) if not name.startswith("_")]
    close = get_close_matches(wrong.lower(), has, n=1, cutoff=0.6)
    owner = re.search(rf"([\w.]+)\s*\.\s*{re.escape(wrong)}\b", line)
    thing = owner[1] if owner else f"a value of the kind {type(error.obj).__name__!r}"
    if not close:
        return f"{thing} has nothing called {wrong}. It has: {', '.join(has[:12])}."
    mended = re.sub(rf"\.(\s*){re.escape(wrong)}\b", rf".\g<1>{close[0]}", line, count=1).strip()
    says = f"{thing} has nothing called {wrong}; did you mean {close[0]}?"
    return f"{says}\nTry: {mended}" if mended else says


def _quoted(message: str) -> str:
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else "this"


def _sentence(message: str) -> str:
    message = message.strip()
    return message[:1].upper() + message[1:] + ("" if message[-1:] in ".!?…'\"" else ".")
