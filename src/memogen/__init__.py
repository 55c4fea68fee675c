"""memogen: Swedish municipal decision documents from plain text, through ordinary Word templates."""

from __future__ import annotations

__version__ = "0.1.0"
