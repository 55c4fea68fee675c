"""``python -m tests.spoiled``: what veraPDF and memogen say of every spoiled file, as ``docs/arkivkontroll.md``."""

from __future__ import annotations

import sys

from tests.spoiled.comparison import compared, document

sys.stdout.write(document(compared()))
