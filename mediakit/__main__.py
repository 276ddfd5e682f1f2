"""``python -m mediakit``: the command, set up first when it runs from a clone."""

import sys

# These need nothing but Python, so nothing is set up for them.
AT_ONCE = ("", "--help", "-h", "--version")

if __name__ == "__main__":
    if sys.version_info < (3, 11) or " ".join(sys.argv[1:]) not in AT_ONCE:
        from mediakit.setup_here import enter

        enter("mediakit", sys.argv[1:])
    from mediakit.cli import main

    sys.exit(main())
