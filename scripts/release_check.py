"""Fail while a help line is too old, or its operator's own page was never opened by a person."""

import sys
from datetime import UTC, datetime

from tomarigi.safety import lines, stale


def main() -> int:
    """Print what keeps a release back; 0 when nothing does."""
    today = datetime.now(tz=UTC).date()
    faults = [f"{one.id}: last compared on {one.verified_on}" for one in stale(on=today)]
    faults += [
        f"{one.id}: open {one.chat or one.source} and the operator's page, then set operator_read"
        for one in lines()
        if not one.operator_read
    ]
    print("\n".join(faults) or "Every line is fresh.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
