"""The Markdown text that is read, the places in it, and the remarks made on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.compose.markdown.mixed import Mixed
    from memogen.diagnostics import FieldPath, Severity


@dataclass
class Source:
    """One text with the field it stands in; knows where a token stands and collects the remarks."""

    text: str
    path: FieldPath
    picture_file: Callable[[str], Path]
    mixed: Mixed
    """What of the text the parser reads."""
    remarks: list[Remark] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _cursors: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        position = 0
        for line in self.text.split("\n"):
            self._starts.append(position)
            position += len(line) + 1

    def line(self, number: int) -> str:
        """A line without its line break; ``number`` counts from 0."""
        start = self._start(number)
        return self.text[start : self._start(number + 1)].rstrip("\n")

    def remark(
        self, code: str, message: str, help_: str, quote: str, line: int, *, severity: Severity | None = None
    ) -> None:
        """Remark on ``quote``, looked for from ``line`` on; each call with the same words finds the next place."""
        key = (quote, line)
        start = self._cursors.get(key, self._start(line))
        offset = self.text.find(quote, start) if quote else -1
        if offset >= 0:
            self._cursors[key] = offset + len(quote)
        shown = quote if offset >= 0 else ""
        self.remarks.append(Remark(code, self.path, message, help_, shown, offset, severity=severity))

    def remark_line(self, code: str, message: str, help_: str, line: int, *, severity: Severity | None = None) -> None:
        """Remark on the first line of a block."""
        self.remark(code, message, help_, self.line(line).strip(), line, severity=severity)

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self.text)
