"""``python3 -m tests.coverage_synthetic [cases]``: how often estimates hold the drawn truth.

Prints the figures over 500 synthetic cases, or as many as are asked for, and what they mean.
"""

from __future__ import annotations

import sys

from mediakit.synthetic.coverage import coverage


def main(arguments: list[str]) -> int:
    """Print the figures; 1 when the ranges hold the truth too seldom or too often."""
    found = coverage(range(int(arguments[0]) if arguments else 500))
    print(found)
    print(found.why())
    return 0 if 0.75 <= found.covered <= 0.85 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
