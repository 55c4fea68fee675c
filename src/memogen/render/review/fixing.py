"""What is wrong with a template and has one answer, mended; its words are never touched."""

from __future__ import annotations


def mended(data: bytes, title: str) -> tuple[bytes, tuple[str, ...]]:
    """The template mended, and what was done; nothing is done where nothing has one answer."""
    del title
    return data, ()
