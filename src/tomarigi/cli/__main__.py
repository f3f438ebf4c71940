"""`python -m tomarigi.cli` is `tomarigi`."""

import sys

from tomarigi.cli import main

# The processes that read messages import this file again, under another name.
if __name__ == "__main__":
    sys.exit(main())
