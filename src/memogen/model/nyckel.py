"""The fold: the one rule that ties a key in a file, a field of the model and a name in a template together."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", " ": "_", "-": "_", "\u00a0": "_"})


@lru_cache(maxsize=4096)
def fold(key: str) -> str:
    """The folded form of a key: ``Förslag till beslut`` and ``forslag_till-beslut`` → ``forslag_till_beslut``."""
    return unicodedata.normalize("NFC", key).strip().lower().translate(_FOLD)
