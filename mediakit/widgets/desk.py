"""The desk for lateral reading: search, look over results, open some, six actions in all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mediakit.case import Case
from mediakit.lateral import BUDGET, ActionLog, read_laterally
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["reading_desk"]

STYLE = (
    ".mediakit-reading button {height: auto; min-height: 32px; line-height: 1.3; width: auto;"
    " white-space: normal; text-align: left}"
)


def reading_desk(case: Case, subject: str, actions: Sequence[str] = ()) -> None:
    """Leave the page and look around: search, see more results, open or trace what you see.

    The line of code that gives the same state is ``mk.read_laterally(case, subject, actions)``;
    the desk writes your ``actions`` out for you to copy.

    Parameters
    ----------
    case : Case
        A case with search results.
    subject : str
        The id of the source that is searched for.
    actions : sequence of str, optional
        Where to start. Left out: nothing is done yet.

    Raises
    ------
    LookupError, ValueError
        As :func:`mediakit.lateral.read_laterally` does.

    Examples
    --------
    >>> import mediakit as mk
    >>> reading_desk(mk.load_case("larkhaven"), "vollmer")
    Nothing done yet. You have 6 actions. Start with: "search"
    actions = []
    """
    log = read_laterally(case, subject, actions)
    print(_state(log))
    if widgets_on():
        show_view(_desk(log))


def _state(log: ActionLog) -> str:
    said = ", ".join(f'"{action}"' for action in log.done)
    last = f"\n{log.why()}" if log.done and not log.left else ""
    return f"{log!r}{last}\nactions = [{said}]"


class _Buttons:
    """The buttons of the desk. One that was made stays, so that the keyboard keeps its place."""

    def __init__(self, log: ActionLog) -> None:
        import ipywidgets as w

        self.log = log
        self.rows, self.state = w.VBox(), w.HTML()
        self.made: dict[str, Any] = {}
        self.show()

    def show(self) -> None:
        """Show the buttons that make sense now, and say the state."""
        self.rows.children = tuple(self._rows()) if self.log.left else (self._again(),)
        self.state.value = now(_state(self.log), STYLE)

    def _rows(self) -> Any:
        yield self._button("Read the page again", "page")
        look = self._button("", "look")  # one button: what it does depends on what is in view
        look.description = "More results" if self.log.seen else "Leave the page and search"
        yield look
        for result in self.log.seen:
            yield self._button(f"Open: {result.site}. {result.shown}", f"open {result.id}")
            if result.traced:
                yield self._button(f"Trace where it leads: {result.site}", f"trace {result.id}")

    def _button(self, words: str, action: str) -> Any:
        import ipywidgets as w

        if action not in self.made:
            button = w.Button(description=words, layout=w.Layout(max_width="97%", height="auto"))
            button.on_click(lambda _: self._act(action))
            self.made[action] = button
        return self.made[action]

    def _again(self) -> Any:
        import ipywidgets as w

        button = w.Button(description=f"Begin again with {BUDGET} actions")
        button.on_click(lambda _: self._restart())
        return button

    def _act(self, action: str) -> None:
        if action == "look":
            action = "more" if self.log.seen else "search"
        done = [str(a) for a in self.log.done]
        self.log = read_laterally(self.log.case, self.log.subject, [*done, action])
        self.show()

    def _restart(self) -> None:
        self.log = read_laterally(self.log.case, self.log.subject)
        self.show()


def _desk(log: ActionLog) -> Any:
    """The buttons, and the state as live text below them."""
    import ipywidgets as w

    buttons = _Buttons(log)
    desk = w.VBox([buttons.rows, buttons.state])
    desk.add_class("mediakit-reading")
    return desk
