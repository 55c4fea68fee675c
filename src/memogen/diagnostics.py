"""Remarks about the material: data that the printers show.

A rule or a room yields a :class:`Remark`, which names the *field*; whoever knows the file turns it into
a :class:`Diagnostic`, which names the *place*. Nothing here prints.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a field: folded keys and list positions, as ``("bilagor", 0, "titel")``."""


class Severity(Enum):
    """How much a remark weighs. The values are the words that people read and write in the profile."""

    ERROR = "fel"
    WARNING = "varning"
    INFO = "info"


class Place(NamedTuple):
    """A place in a file: 1-based line and column; ``width`` characters are marked.

    ``excerpt`` is the source line without its line break, empty where there is no text to show. ``where`` says the
    place in words, where a line number is nothing that people can look for (as in a Word file).
    """

    path: Path
    line: int = 1
    column: int = 1
    width: int = 1
    excerpt: str = ""
    where: str = ""


class Diagnostic(NamedTuple):
    """One remark at its place. ``message`` is one line that can stand alone; ``help`` says what to do."""

    code: str
    severity: Severity
    message: str
    place: Place
    help: str = ""
    law: str = ""


class Remark(NamedTuple):
    """One remark about a field, before its place in the file is known.

    ``quote`` is the part of the field's text to mark; ``offset`` where it starts in the field's value
    (-1: the first occurrence). ``at_key`` marks the key instead of the value. ``severity`` is set only
    where the remark differs from its rule's own severity. ``meant`` is the key that an unknown one was read as.
    """

    code: str
    path: FieldPath
    message: str
    help: str = ""
    quote: str = ""
    offset: int = -1
    at_key: bool = False
    severity: Severity | None = None
    meant: str = ""


def refuse(found: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether the remarks refuse the material: errors always do, warnings under ``--strict``."""
    weighty = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in weighty for diagnostic in found)
