"""Tag each sentence of a short report with who speaks in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit.speaking import Speaker, Tagging, practice_text
from mediakit.speaking import tag_sentences as tagged
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["tag_sentences"]

OPEN = "(no tag yet)"
STYLE = (
    ".mediakit-tags .widget-dropdown > select {height: 28px}"
    ".mediakit-tags .widget-dropdown > .widget-label {white-space: normal; max-width: 100%;"
    " line-height: 1.35; height: auto; text-align: left}"
)


def tag_sentences(name: str, tags: Mapping[int, str] | None = None) -> None:
    """Tag the sentences of a practice text; the agreement follows every choice.

    The line of code that gives the same state is ``mk.tag_sentences(name, tags)``; the widget
    writes your ``tags`` out for you to copy.

    Parameters
    ----------
    name : str
        ``"sinai"`` or ``"ferry"``.
    tags : dict, sentence number -> tag, optional
        Where to start. Left out: nothing has a tag yet.

    Raises
    ------
    LookupError
        When there is no such text, sentence or tag; the message lists what there is.

    Examples
    --------
    >>> tag_sentences("ferry", {1: "headline"})
    Sentences with a tag: 1 of 9. Tagged as we tag them: 1.
    tags = {1: "headline"}
    """
    start = tagged(name, tags)
    print(_state(start))
    if widgets_on():
        show_view(_desk(name, start))


def _state(found: Tagging) -> str:
    pairs = ", ".join(f'{number}: "{tag.value}"' for number, tag in found.tags.items())
    return f"{found!r}\ntags = {{{pairs}}}"


def _desk(name: str, start: Tagging) -> Any:
    """One labelled list for each sentence, and the state as live text below them."""
    import ipywidgets as w

    state = w.HTML()
    choices = [(OPEN, ""), *((f"{s.value}: {s.words}", s.value) for s in Speaker)]
    boxes = {
        number: w.Dropdown(
            options=choices,
            value=start.tags[number].value if number in start.tags else "",
            description=f"{number}. {sentence.text}",
            style={"description_width": "min(34em, 100%)"},
            layout=w.Layout(width="97%", max_width="58em", height="auto", min_height="32px",
                            flex_flow="row wrap"),
        )
        for number, sentence in enumerate(practice_text(name).sentences, 1)
    }  # fmt: skip

    def show_state(_: object = None) -> None:
        chosen = {number: box.value for number, box in boxes.items() if box.value}
        state.value = now(_state(tagged(name, chosen)), STYLE)

    for box in boxes.values():
        box.observe(show_state, names="value")
    show_state()
    desk = w.VBox([*boxes.values(), state])
    desk.add_class("mediakit-tags")
    return desk
