"""joining: the document and its bilagor become one act, which claims what all of its parts keep."""

from __future__ import annotations

from memogen.archive.joining.act import joined

__all__ = ["joined"]
