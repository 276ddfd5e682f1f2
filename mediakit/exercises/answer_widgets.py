"""An answer given by clicking: shown as a widget, kept in the cell's output as data.

Beside the widget stands its line of code. Text and data are one output, which is written anew at
each change, so that a saved notebook holds the answer without any widget and without a kernel.
"""

from __future__ import annotations

from html import escape
from typing import Any

from mediakit.answers import MIME, Answer, State, show
from mediakit.exercises.forms import FORMS, Form, confidence_form
from mediakit.exercises.judging import answer_from
from mediakit.exercises.kept import from_widget, line_for, remember, typed_now
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.questions import CONFIDENCE, ExerciseData, Question

__all__ = ["show_answer_widget"]

KEPT = "Saving (Ctrl S) keeps this in the notebook.\nTo change it later, run this cell again."
STYLE = """<style>
.mediakit-answer .widget-inline-hbox, .mediakit-answer .widget-textarea {
  flex-direction: column; align-items: stretch; height: auto; width: auto; overflow: visible}
.mediakit-answer .widget-label {
  width: auto; height: auto; text-align: left; white-space: normal; line-height: 1.5}
.mediakit-answer .widget-radio-box {width: auto; height: auto}
.mediakit-answer .widget-radio-box label {
  height: auto; min-height: 28px; width: auto; white-space: normal; line-height: 1.5;
  padding: 2px 0}
.mediakit-answer input[type=radio], .mediakit-answer input[type=checkbox] {
  width: 24px; height: 24px; min-width: 24px; margin: 2px 8px 2px 2px}
.mediakit-answer .widget-checkbox .widget-label-basic {
  display: flex; justify-content: flex-start; align-items: flex-start; width: 100%; height: auto;
  white-space: normal; text-align: left; line-height: 1.9}
.mediakit-answer .widget-checkbox input {flex: 0 0 24px}
.mediakit-answer .widget-checkbox span {flex: 1 1 auto; width: auto; text-align: left}
.mediakit-answer input[type=text], .mediakit-answer select {
  flex: 0 0 32px; height: 32px; max-width: 40em}
.mediakit-answer textarea {max-width: 46em}
</style>"""


def show_answer_widget(exercise: ExerciseData, question: Question) -> None:
    """Show the form of a question, and the line that says the same as the form.

    Where widgets are off, and for a kind that has no form, it is the line alone.
    """
    from mediakit.exercises.session import shell
    from mediakit.widgets import widgets_on

    name = question.id
    sure = name + CONFIDENCE
    start = {n: from_widget(exercise.id, n) for n in (name, sure)}
    running = shell()
    if running is None:
        print(_text(exercise, question))
        return
    running.user_ns.setdefault(name, ...)  # so that the check below finds the name
    form = FORMS.get(question.kind) if widgets_on() else None
    forms = {name: form(question, start[name].value)} if form else {}
    if forms and KINDS[question.kind].scored:
        forms[sure] = confidence_form(start[sure].value)
    for known, answer in start.items():
        if answer.state is State.READ:
            remember(exercise.id, known, answer.value)
    _display(exercise, question, forms)


def _display(exercise: ExerciseData, question: Question, forms: dict[str, Form]) -> None:
    from IPython.display import display

    if forms:
        import ipywidgets as w

        from mediakit.widgets import show_view

        status = w.HTML()
        fields = [field for form in forms.values() for field in form.fields]
        box = w.VBox([w.HTML(STYLE), *fields, status])
        box.add_class("mediakit-answer")
        show_view(box)
    output: Any = display(_bundle(exercise, question), raw=True, display_id=True)  # type: ignore[no-untyped-call]

    def changed(_: object) -> None:
        for name, form in forms.items():
            remember(exercise.id, name, form.value())
        output.update(_bundle(exercise, question), raw=True)
        status.value = _status(exercise, question)

    for form in forms.values():
        for field in form.fields:
            field.observe(changed, names="value")


def _status(exercise: ExerciseData, question: Question) -> str:
    """What the form holds now. A page that was opened again may not write the line below anew."""
    answer = from_widget(exercise.id, question.id)
    if answer.state is State.READ:
        said = f"Noted: {show(answer.value, 60)}. Save with Ctrl S."
        said += " If the line below says something else, run this cell again, then save."
    elif answer.state is State.UNREADABLE:
        said = f"This can't be kept: {answer.reason}."
    elif question.kind == "order":
        said = f"Give each item its place, from 1 to {len(question.items)}, each number once."
    else:
        said = "Not answered yet."
    return f'<div role="status" style="line-height:1.5">{escape(said)}</div>'


def _answers(exercise: ExerciseData, question: Question) -> tuple[Answer, Answer]:
    name = question.id
    return from_widget(exercise.id, name), from_widget(exercise.id, name + CONFIDENCE)


def _text(exercise: ExerciseData, question: Question) -> str:
    """The line of code, how it is kept, and what counts when a cell says otherwise."""
    answer, sure = _answers(exercise, question)
    lines = [line_for(a) for a in (answer, sure) if a is answer or a.state is State.READ]
    if question.kind not in FORMS and answer.state is State.BLANK:
        example = KINDS[question.kind].example(question)
        lines.append(f"This question is answered in a cell, like this: {example}")
    if answer.state is State.READ:
        lines.append(KEPT)
    typed = typed_now(question.id)
    if typed.state is State.READ:
        lines.append(f"A cell says {line_for(typed)}. What stands in a cell counts.")
    return "\n".join(lines)


def _bundle(exercise: ExerciseData, question: Question) -> dict[str, Any]:
    """The answer as text for people and as data for the reader of notebooks."""
    answer, sure = _answers(exercise, question)
    entry = {"question": question.id, "value": _json(answer), "confidence": _json(sure)}
    return {"text/plain": _text(exercise, question), MIME: entry}


def _json(answer: Answer) -> Any:
    """The value as JSON holds it; None where nothing was answered."""
    return _plain(answer.value) if answer_from("", answer.value).state is State.READ else None


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, frozenset)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    return None if value is ... else value
