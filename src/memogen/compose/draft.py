"""The draft that a document is composed on: it collects the traces of every word and the remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memogen.artifacts import Trace
from memogen.compose import markdown
from memogen.compose.organs import Organs
from memogen.compose.pieces import pieces
from memogen.compose.typography import typeset
from memogen.diagnostics import Remark, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from memogen.artifacts import Block
    from memogen.compose.context import Context
    from memogen.diagnostics import FieldPath


@dataclass
class Draft:
    """One document under composition.

    ``base`` is where the document's fields stand in its file: empty, or one paragraph of a meeting. ``behind`` is the
    field that names the case when the words come from the case behind a paragraph: all paths are then that field,
    since the words stand in another file.
    """

    context: Context
    picture_file: Callable[[str], Path]
    behind: FieldPath | None = None
    base: FieldPath = ()
    remarks: list[Remark] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.organs = Organs(self.context.profil)

    def line(self, text: str | None, path: FieldPath, name: str) -> str:
        """A line of text in Swedish typography, poured under ``name``; empty for None."""
        result = typeset(text or "")
        self.trace(result, path, name)
        return result

    def verbatim(self, text: str | None, path: FieldPath, name: str) -> str:
        """A line that no typography touches: a diarienummer, a telephone number, an address."""
        self.trace(text or "", path, name)
        return text or ""

    def trace(self, text: str, path: FieldPath, name: str) -> None:
        """Note that ``text`` must be found in the document."""
        if text.strip():
            self.traces.append(Trace(self._path(path), name, text))

    def trace_blocks(self, blocks: Iterable[Block], path: FieldPath, name: str) -> None:
        """Note that every piece of text in the blocks must be found."""
        for piece in pieces(blocks):
            self.trace(piece, path, name)

    def markdown(self, text: str, path: FieldPath, name: str, *, level: int = 3) -> tuple[Block, ...]:
        """The blocks of running text, traced."""
        blocks = self.untraced(text, path, level=level)
        self.trace_blocks(blocks, path, name)
        return blocks

    def untraced(self, text: str, path: FieldPath, *, level: int = 3) -> tuple[Block, ...]:
        """The blocks of running text that will be changed before it is poured."""
        converted = markdown.blocks(text, self._path(path), self.picture_file, level=level)
        self.remarks.extend(converted.remarks)
        return converted.blocks

    def remark(self, remark: Remark) -> None:
        """Note something that the author should know."""
        self.remarks.append(remark._replace(path=self._path(remark.path)))

    def of_case(self, behind: FieldPath) -> Draft:
        """A draft for words that come from the case behind a paragraph; hand it to :meth:`merge` when done."""
        find = self.context.arende_picture_file or self.picture_file
        return Draft(self.context, find, self._path(behind))

    def of_paragraph(self, index: int, name: str | None) -> Draft:
        """A draft for one paragraph of a meeting, with the case of that name behind it where there is one."""
        behind = self.context.arenden.get(name) if name else None
        context = self.context
        if behind is not None:
            context = context._replace(arende=behind.arende, arende_picture_file=behind.picture_file)
        return Draft(context, self.picture_file, base=("paragrafer", index))

    def merge(self, other: Draft) -> None:
        """Take over another draft's traces; its faults become one remark, since they stand in another file."""
        self.traces.extend(other.traces)
        faults = [remark for remark in other.remarks if remark.severity is not Severity.WARNING]
        if faults and other.behind is not None:
            message = f"ärendet har fel i sin löptext: {faults[0].message}"
            help_ = "rätta ärendets fil först: memogen check visar var felet står"
            self.remarks.append(Remark("RE02", other.behind, message, help_))

    def _path(self, path: FieldPath) -> FieldPath:
        return (*self.base, *path) if self.behind is None else self.behind
