"""Text that any terminal and any JSON reader can take, and how wide it is."""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\ufffd"
_TAB = "    "


def printable(text: str) -> str:
    """The text with a tab as four spaces and everything that cannot be shown as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    shows = character.isprintable() or unicodedata.category(character) in {"Zs", "Cf"}
    return character if shows else _REPLACEMENT


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
