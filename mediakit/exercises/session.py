"""What an exercise does inside a running notebook: the only place that knows IPython."""

from __future__ import annotations

import sys
from typing import Any

from mediakit.answers import Answer, State, collect, read_source
from mediakit.records import wrapped

__all__ = ["install_friendly_errors", "typed_in_session"]


def shell() -> Any:
    """The running IPython shell, or None. Never imports IPython: it is there or it is not."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def typed_in_session(name: str) -> Answer | None:
    """The answer as the cells run so far spell it; None when there is no record of cells."""
    running = shell()
    cells = list(getattr(running, "user_ns", {}).get("In", ()))[1:] if running else []
    if not cells:
        return None
    found = [f for cell in cells if isinstance(cell, str) for f in read_source(cell)]
    answer = collect(found, [name])[name]
    # A later line that could not be read means that the last literal is out of date.
    later = [f.answer for f in found if f.answer.question == name]
    return later[-1] if later and later[-1].state is State.UNREADABLE else answer


def install_friendly_errors() -> None:
    """Turn errors in a cell into one sentence, where a notebook is running."""
    running = shell()
    if running is None or getattr(running, "_mediakit_friendly", False):
        return
    handled = (SyntaxError, NameError, AttributeError, ValueError, LookupError, TypeError, OSError)
    running.set_custom_exc(handled, _handle)
    running._mediakit_friendly = True


def _handle(
    running: Any, kind: type, error: BaseException, trace: Any, tb_offset: Any = None
) -> None:
    """Print one sentence for an error that we can explain; leave the others as they are."""
    from mediakit.exercises.friendly import explain, ours

    in_cell = _in_cell(trace)
    slip = in_cell and isinstance(error, (NameError, AttributeError))
    if isinstance(error, SyntaxError) or slip or ours(trace):
        cells = running.user_ns.get("In", [""])
        names = [n for n in running.user_ns if not n.startswith("_")]
        print(wrapped(explain(error, _source(error, cells, trace), names)))
    else:
        running.showtraceback((kind, error, trace), tb_offset=tb_offset)


def _in_cell(trace: Any) -> bool:
    """True when the error happened in the cell itself, and not in a library it called."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals.get("__name__") == "__main__"


def _source(error: BaseException, cells: Any, trace: Any) -> str:
    """The text of the cell, from the record of cells or from Python's own line cache."""
    import linecache

    filename = getattr(error, "filename", None)
    while trace is not None and not isinstance(error, SyntaxError):
        if trace.tb_frame.f_globals.get("__name__") == "__main__":
            filename = trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    lines = linecache.getlines(filename) if filename else []
    return (
        "".join(lines) or (cells[-1] if len(cells) > 1 else "") or getattr(error, "text", "") or ""
    )
