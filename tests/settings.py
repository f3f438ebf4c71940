"""The settings of the house, on a data directory that lives as long as the tests."""

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="tomarigi-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["TOMARIGI_HOME"] = _home
os.environ["TOMARIGI_TIME_ZONE"] = "Asia/Tokyo"

from tomarigi.web.settings import *  # noqa: E402, F403 the environment must be set first
from tomarigi.web.settings import DATABASES, TEMPLATES, TOMARIGI_HOME  # noqa: E402 see above

# A template that uses what its page does not give shows this, and the walk fails.
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "⚠ %s"  # type: ignore[index]  # a dict of its options

# A file, as on a person's machine: the tests search its bytes.
DATABASES["default"]["TEST"] = {"NAME": TOMARIGI_HOME / "test.sqlite3"}
