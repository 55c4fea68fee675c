"""bilagor: files that came from elsewhere are brought to PDF/A, or refused with what to do about it."""

from __future__ import annotations

from memogen.archive.bilagor.isolation import brought
from memogen.archive.bilagor.kinds import form, is_locked

__all__ = ["brought", "form", "is_locked"]
