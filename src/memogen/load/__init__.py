"""Read a file as text values that know their line and column."""

from __future__ import annotations

from memogen.load.reading import case_file, readable

__all__ = ["case_file", "readable"]
