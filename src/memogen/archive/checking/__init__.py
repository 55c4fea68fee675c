"""checking: is a PDF what it claims to be? PDF/A-2 and -3 (ISO 19005) and PDF/UA-1 (ISO 14289-1), by own eyes."""

from __future__ import annotations

from memogen.archive.checking.verdict import findings, verdict

__all__ = ["findings", "verdict"]
