"""The faults that are found while a file is read, each at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.artifacts import CaseFile, MappingNode, Span
from memogen.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from pathlib import Path


def line_starts(text: str) -> tuple[int, ...]:
    r"""The offset of the first character of every line; only ``\n`` ends a line."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return tuple(starts)


@dataclass(slots=True)
class Faults:
    """Every fault of one text so far. ``page`` turns offsets into places; ``blanked`` is true once a value was lost."""

    page: CaseFile
    found: list[Diagnostic] = field(default_factory=list)
    blanked: bool = False

    @classmethod
    def of(cls, path: Path, text: str) -> Faults:
        """An empty collection for a text."""
        return cls(CaseFile(path, text, MappingNode({}, Span(0, 0)), (), line_starts(text)))

    def add(self, code: str, message: str, span: Span, advice: str = "") -> None:
        """One more fault."""
        self.found.append(Diagnostic(code, Severity.ERROR, message, self.page.span_place(span), advice))
