"""Acts: the archive copy of one file, filed whole or refused with every reason; and what was filed, verified."""

from __future__ import annotations

from memogen.acts.filed import file

__all__ = ["file"]
