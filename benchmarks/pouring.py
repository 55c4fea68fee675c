"""The same document poured by memogen and by docxtpl's usual loop."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from markupsafe import Markup

from benchmarks import samples
from benchmarks.timing import Row, paired
from memogen import render
from memogen.artifacts import Blocks, Runs
from memogen.render.blocks import BlockWriter
from memogen.render.compiled import compiled
from memogen.render.draft import Draft
from memogen.render.members import DOCUMENT
from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from memogen.artifacts import Memo

PEER: Final = "docxtpl"
_ROUNDS: Final = 15


class Pouring:
    """One document and its template, ready to be poured by either.

    docxtpl is spared a good part of the work: it gets rich text as finished XML, it writes no lists, footnotes,
    pictures or links of its own, and it looks for no lost words.
    """

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._template = shipped("templates", f"{memo.kind}.docx")
        self._writer = BlockWriter(Draft(compiled(self._template.read_bytes())), DOCUMENT)
        self.context: Mapping[str, Any] = self._finished(dict(memo.fields))

    def memogen(self) -> bytes:
        """The document as memogen makes it, all checks included."""
        return render.docx(self._memo, self._template).data

    def docxtpl(self, **other: str) -> bytes:
        """The document as docxtpl's documentation makes it, with ``other`` values for some fields."""
        template = DocxTemplate(self._template)
        template.render({**self.context, **other}, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    def _finished(self, value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
        """What docxtpl can take: rich text as the XML that memogen would pour."""
        if isinstance(value, Blocks):
            return Markup(self._writer.write(value.blocks))  # noqa: S704 - the writer escapes
        if isinstance(value, Runs):
            return Markup(self._writer.inlines.write(value.inlines))  # noqa: S704 - the writer escapes
        if isinstance(value, dict):
            return {key: self._finished(item) for key, item in value.items()}
        return [self._finished(item) for item in value] if isinstance(value, list) else value


def short_memo(folder: Path) -> Pouring:
    """A tjänsteskrivelse of about one page; its file is written in ``folder``."""
    path = folder / "kort.yaml"
    path.write_text(samples.short_case(1), encoding="utf-8")
    return Pouring(samples.memo(path, "tjansteskrivelse"))


def long_memo() -> Pouring:
    """The shipped sample of eight pages, with tables, pictures and footnotes."""
    return Pouring(samples.memo(shipped("cases", "KS-2026-00140.yaml"), "tjansteskrivelse"))


def protokoll(folder: Path) -> Pouring:
    """The minutes of a meeting of 80 paragraphs and 60 people; its file is written in ``folder``."""
    path = folder / "mote.yaml"
    path.write_text(samples.meeting(), encoding="utf-8")
    return Pouring(samples.memo(path, "protokoll"))


def rows(folder: Path) -> Iterator[Row]:
    """Word documents from words that are ready, with a template that is known."""
    documents = {
        "Kort tjänsteskrivelse, ord till Word": short_memo(folder),
        "Tjänsteskrivelse på 8 sidor, ord till Word": long_memo(),
        "Protokoll med 80 §§ och 60 personer, ord till Word": protokoll(folder),
    }
    for work, document in documents.items():
        yield Row(work, PEER, paired(document.memogen, document.docxtpl, rounds=_ROUNDS))
