"""``python -m tests.mallar > docs/mallkontroll.md``: faulty templates, what memogen says, and what docxtpl says."""

from __future__ import annotations

import sys

from tests.mallar.table import page

if __name__ == "__main__":
    sys.stdout.write(page())
