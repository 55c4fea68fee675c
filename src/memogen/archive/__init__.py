"""archive: what leaves the house is looked over first. The only room that knows PDF."""

from __future__ import annotations

from memogen.archive.inspection import pdf_remarks

__all__ = ["pdf_remarks"]
