"""convert: a Word document becomes a PDF. The only room that knows LibreOffice."""

from __future__ import annotations

from memogen.convert.office import Office
from memogen.convert.probe import probe

__all__ = ["Office", "probe"]
