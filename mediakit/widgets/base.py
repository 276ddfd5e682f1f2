"""What every widget stands on: whether widgets are on, showing one, and its line of state."""

from __future__ import annotations

import os
from html import escape
from typing import Any

__all__ = ["now", "show_view", "widgets_on"]

VIEW = "application/vnd.jupyter.widget-view+json"


def widgets_on() -> bool:
    """True in a notebook kernel that has ipywidgets, unless MEDIAKIT_WIDGETS is ``off``.

    >>> widgets_on()
    False
    """
    if os.environ.get("MEDIAKIT_WIDGETS", "on").lower() == "off":
        return False
    try:
        import ipywidgets  # noqa: F401  # only asked whether it is there
        from IPython.core.getipython import get_ipython
    except ImportError:
        return False
    return getattr(get_ipython(), "kernel", None) is not None


def show_view(widget: Any) -> None:
    """Display the widget itself and no text twin: the text has been printed already."""
    from IPython.display import display

    view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    display({VIEW: view}, raw=True)  # type: ignore[no-untyped-call]


def now(state: str, style: str = "") -> str:
    """The state of a widget as HTML that a screen reader hears whenever it changes.

    >>> now("2 links", "a {b: c}")
    '<style>a {b: c}</style><div role="status" style="line-height:1.5"><b>Now.</b> 2 links</div>'
    """
    told = escape(state).replace("\n", "<br>")
    sheet = f"<style>{style}</style>" if style else ""
    return f'{sheet}<div role="status" style="line-height:1.5"><b>Now.</b> {told}</div>'
