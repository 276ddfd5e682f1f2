"""``python3 -m tests``: set up what the tests need, then run them all.

Unit tests and doctests first, then the lessons, cell by cell, against their saved output.
What stands behind the command goes to pytest: ``python3 -m tests tests/test_cli.py -x``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main(arguments: list[str], module: str = "tests", marks: str = "not full") -> int:
    """Run pytest with these further arguments and return its exit code."""
    from mediakit.setup_here import enter

    enter(module, arguments, extra="test")
    import pytest

    os.chdir(ROOT)
    # A kernel starts in the folder of its lesson, and finds the package through this.
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    chosen = [a for a in arguments if not a.startswith("-") and Path(a.split("::")[0]).exists()]
    return int(
        pytest.main(
            [
                "--nbval",
                "--nbval-current-env",
                "--nbval-sanitize-with=tests/nbval.cfg",
                "--nbval-cell-timeout=120",
                # Notebooks among the fixtures are input for tests, not lessons to run.
                f"--ignore-glob={ROOT.as_posix()}/tests/*.ipynb",
                "-m",
                marks,
                "--durations=20",
                *arguments,
                *([] if chosen else ["tests", "mediakit", "lessons"]),
            ]
        )
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
