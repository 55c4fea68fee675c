"""``python -m memogen.rules > docs/regler.md``: the rule list of the handbook."""

from __future__ import annotations

import sys

from memogen.rules import every
from memogen.rules.forklaring import handbook

if __name__ == "__main__":
    sys.stdout.write(handbook(every()))
