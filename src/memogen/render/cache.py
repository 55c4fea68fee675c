"""Where a user's programs keep what they can make again (XDG Base Directory Specification)."""

from __future__ import annotations

import os
from pathlib import Path


def cache(name: str) -> Path | None:
    """The folder of that name among memogen's own, made or not; None where there is no such place."""
    home = os.environ.get("HOME", "")
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    base = chosen or (f"{home}/.cache" if home else "")
    return Path(base, "memogen", name) if base.startswith("/") else None
