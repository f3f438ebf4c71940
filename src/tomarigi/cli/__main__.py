"""`python -m tomarigi.cli` is `tomarigi`."""

import sys

from tomarigi.cli import main

sys.exit(main())
