"""``python3 -m tests.full``: the slow full-size runs, those marked ``full``, and only those."""

import sys

from tests.__main__ import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], module="tests.full", marks="full"))
