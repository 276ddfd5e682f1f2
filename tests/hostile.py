"""Sixty notebooks as classes hand them in: sound, mangled and hostile ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

MIME = "application/vnd.mediakit.answer+json"
RIGHT = (
    'q1 = "B"',
    "q2 = 1",
    'q3 = ["gauge", "flight"]',
    "q4 = 3/100",
    'q5 = "1 May 2029"',
    'q6 = {"office-note": "statement", "weir-report": "finding"}',
    'q7 = ["gauge", "post-8", "phare-9"]',
    'q8 = """Ostrel Post printed it first, and the three others took it from there."""',
)
FULL = "10"  # every point but the instructor's three


class Handed(NamedTuple):
    """A submission: its bytes, the points it must get, and a word its reason must have."""

    data: bytes
    points: str = "0"
    reason: str = ""


def cell(source: Any, kind: str = "code", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source, "outputs": [], **more}


def notebook(*cells: Any, **metadata: Any) -> bytes:
    made = [c if isinstance(c, dict) else cell(c) for c in cells]
    root = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": made}
    return json.dumps(root).encode()


def stored(question: str, value: Any) -> dict[str, Any]:
    output = {"output_type": "display_data", "data": {MIME: {"question": question, "value": value}}}
    return cell("widget()", outputs=[output])


def _with(*more: Any) -> bytes:
    return notebook(*RIGHT, *more)


def _but(number: int, *source: Any) -> bytes:
    """All right but one, for which other cells stand."""
    return notebook(*RIGHT[: number - 1], *source, *RIGHT[number:])


def _repeat(text: str, times: int = 100_000) -> str:
    return "q1 = " + text * times


def submissions() -> dict[str, Handed]:
    """File name to submission; every one a different trouble, and some none."""
    script = "<script>alert(1)</script>"
    return {
        # people
        "all_right": Handed(notebook(*RIGHT), FULL),
        "blank": Handed(notebook(*(f"q{n} = ..." for n in range(1, 9)))),
        "empty_notebook": Handed(notebook()),
        "one_cell": Handed(notebook("\n".join(RIGHT)), FULL),
        "cells_copied": Handed(notebook(*RIGHT, *RIGHT), FULL),
        "cells_copied_blank": Handed(_with("q1 = ...", "q2 = ..."), FULL),
        "cells_reversed": Handed(notebook(*reversed(RIGHT)), FULL),
        "cell_deleted": Handed(_but(1), "9"),
        "cell_retyped": Handed(_but(1, 'q1="B" # my answer'), FULL),
        "cell_split": Handed(_but(3, "q3 = [", '"gauge", "flight"]'), "8", "q3"),
        "lines_split": Handed(_but(3, 'q3 = [\n"gauge",\n"flight"\n]'), FULL),
        "source_as_list": Handed(_but(1, cell(["q1 = ", '"B"'])), FULL),
        "bare_letter": Handed(_but(1, "q1 = B"), FULL),
        "curly_marks": Handed(_but(1, "q1 = “B”"), FULL),
        "number_in_words": Handed(_but(2, 'q2 = "one"'), FULL),
        "in_a_text_cell": Handed(_but(1, cell('q1 = "B"', "markdown")), FULL),
        "in_a_raw_cell": Handed(_but(1, cell('q1 = "B"', "raw")), FULL),
        "by_widget": Handed(_but(1, stored("q1", "B"), "q1 = ..."), FULL),
        "syntax_error": Handed(_but(1, 'q1 = ("B"\nx = ]'), "9", "q1"),
        "slip_beside": Handed(_but(1, 'q1 = "B"\nprint((1)\nif x\n'), FULL),
        "magics": Handed(_but(1, '%matplotlib inline\n!ls\nq1 = "B"\nq1?'), FULL),
        "other_language": Handed(_but(1, '%%bash\nq1="B"'), "9"),
        "two_equals": Handed(_but(1, 'q1 == "B"'), "9", "q1"),
        "computed": Handed(_but(2, "q2 = len(['a'])"), "8", "q2"),
        "f_string": Handed(_but(1, "q1 = f'{\"B\"}'"), "9", "q1"),
        "in_a_block": Handed(_but(1, 'if True:\n    q1 = "B"'), "9", "q1"),
        "variable": Handed(_but(1, 'B = "A"\nq1 = B'), "9", "q1"),
        "renamed": Handed(_but(1, 'answer1 = "B"'), "9"),
        "near_miss": Handed(_but(1, 'q1 = "Ostrel Pots"'), "9", "did you mean"),
        "wrong_kind": Handed(_but(5, "q5 = 2029"), "9", "q5"),
        # other files
        "format_three": Handed(
            json.dumps(
                {
                    "nbformat": 3,
                    "worksheets": [{"cells": [{"cell_type": "code", "input": s} for s in RIGHT]}],
                }
            ).encode(),
            FULL,
        ),
        "not_json": Handed(b"q1 = 'B'", reason="not JSON"),
        "broken_off": Handed(notebook(*RIGHT)[:-40], reason="breaks off"),
        "a_list": Handed(b"[" + notebook(*RIGHT) + b"]", reason="no notebook"),
        "no_cells": Handed(b'{"nbformat": 4}', reason="no cells"),
        "cells_of_rubbish": Handed(notebook(*RIGHT)[:-2] + b', 3, null, "x", [], {}]}', FULL),
        "nothing": Handed(b"", reason="empty"),
        "a_picture": Handed(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), reason="UTF-8"),
        "utf_sixteen": Handed(notebook(*RIGHT).decode().encode("utf-16"), FULL),
        "with_a_mark": Handed(b"\xef\xbb\xbf" + notebook(*RIGHT), FULL),
        "nul_bytes": Handed(b"\x00" * 5000, reason="not JSON"),
        "nul_in_a_cell": Handed(_but(1, 'q1 = "B"\x00'), "9", "q1"),
        "half_characters": Handed(_but(8, 'q8 = "\ud800 Ostrel Post"'), FULL),
        "deep_json": Handed(b'{"cells":' + b"[" * 100_000, reason="nested too deep"),
        "deep_brackets": Handed(_but(1, _repeat("[")), "9", "too deep"),
        "deep_signs": Handed(_but(1, _repeat("-") + "1"), "9", "too deep"),
        "deep_nots": Handed(_but(1, _repeat("not ", 40_000) + "1"), "9", "too deep"),
        "many_terms": Handed(_but(1, _repeat("1+", 20_000) + "1"), "9", "q1"),
        "long_number": Handed(_but(2, "q2 = " + "1" * 5000), "8", "q2"),
        "tower_of_powers": Handed(_but(2, "q2 = 9**9**9**9"), "8", "too large"),
        "too_many_cells": Handed(notebook(*RIGHT, *(["x = 1"] * 6000)), FULL),
        # bad will
        "endless_loop": Handed(_with("while True: pass"), FULL),
        "exits": Handed(_with("import os\nos._exit(0)", "raise SystemExit"), FULL),
        "forks": Handed(_with("import subprocess\nsubprocess.run(['touch', 'pwned'])"), FULL),
        "forged_output": Handed(_but(1, cell("q1 = 'A'", outputs=[{"data": {MIME: {
            "question": "q1", "value": "B"}}}])), "9"),
        "forged_points": Handed(notebook(stored("points", 1000), "points = 1000", outcome="right")),
        "equals_everything": Handed(
            _but(1, "class E(str):\n  def __eq__(s, o): return True\nq1 = E()"), "9", "q1"
        ),
        "changed_library": Handed(_but(1, "import mediakit\nmediakit.check = 1\nq1 = 'A'"), "9"),
        "all_options": Handed(_but(3, "q3 = ['gauge', 'flight', 'post-8', 'bote-9']"), "8"),
        "=cmd_script": Handed(_but(8, f"q8 = '''{script} Ostrel Post'''"), FULL),
    }  # fmt: skip


def write(folder: Path) -> dict[str, Handed]:
    """Put all of them into a folder; returns what each must get."""
    made = submissions()
    for name, handed in made.items():
        (folder / f"{name}.ipynb").write_bytes(handed.data)
    return made
