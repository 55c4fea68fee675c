"""The same documents poured by memogen, by docxtpl's usual loop, and by the fastest that others have."""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from markupsafe import Markup

from benchmarks import samples
from benchmarks.peers import peers
from benchmarks.timing import Pair, Row, paired, processor
from memogen import render
from memogen.artifacts import Blocks, Paragraph, Runs
from memogen.render.blocks import BlockWriter
from memogen.render.compiled import compiled
from memogen.render.draft import Draft
from memogen.render.fragments import TABLE, TABLE_END
from memogen.render.members import DOCUMENT
from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from memogen.artifacts import Memo

PEER: Final = "docxtpl"
_ROUNDS: Final = 15
_SHORT, _LONG, _MEETINGS = 40, 15, 12
"""So many different documents that none of their headers is still remembered when its turn comes again."""


class Pouring:
    """One document and its template, ready to be poured by either.

    docxtpl is spared a good part of the work: it gets rich text as finished XML, it writes no lists, footnotes,
    pictures or links of its own, and it looks for no lost words.
    """

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self.fields = memo.fields
        self.template = shipped("templates", f"{memo.kind}.docx")
        template = compiled(self.template.read_bytes())
        self.names = template.names
        self._writer = BlockWriter(Draft(template), DOCUMENT)
        self._context: Mapping[str, Any] = self.finished(Markup)

    def memogen(self) -> bytes:
        """The document as memogen makes it, all checks included."""
        return render.docx(self._memo, self.template).data

    def docxtpl(self, **other: str) -> bytes:
        """The document as docxtpl's documentation makes it, with ``other`` values for some fields."""
        template = DocxTemplate(self.template)
        template.render({**self._context, **other}, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    def finished(self, xml: Callable[[str], Any]) -> dict[str, Any]:
        """What docxtpl can take: rich text as what ``xml`` makes of the XML that memogen would pour."""
        return {name: self._finished(value, xml) for name, value in self.fields.items()}

    def elements(self, value: Blocks | Runs) -> list[str]:
        """Rich text as whole elements of the body."""
        blocks = (Paragraph(value.inlines),) if isinstance(value, Runs) else value.blocks
        found: list[str] = []
        for piece in self._writer.pieces(blocks):
            if found and found[-1].startswith(TABLE) and not found[-1].endswith(TABLE_END):
                found[-1] += piece
            else:
                found.append(piece)
        return found

    def _finished(self, value: Any, xml: Callable[[str], Any]) -> Any:  # noqa: ANN401 - plain data of any shape
        if isinstance(value, Blocks):
            return xml(self._writer.write(value.blocks))
        if isinstance(value, Runs):
            return xml(self._writer.inlines.write(value.inlines))
        if isinstance(value, dict):
            return {key: self._finished(item, xml) for key, item in value.items()}
        return [self._finished(item, xml) for item in value] if isinstance(value, list) else value


def short_memo(folder: Path, number: int = 1) -> Pouring:
    """A tjänsteskrivelse of about one page; its file is written in ``folder``."""
    path = folder / f"kort-{number}.yaml"
    path.write_text(samples.short_case(number), encoding="utf-8")
    return Pouring(samples.memo(path, "tjansteskrivelse"))


def long_memo(folder: Path, number: int = 1) -> Pouring:
    """A tjänsteskrivelse of about nine pages, most of it running text; its file is written in ``folder``."""
    path = folder / f"lang-{number}.yaml"
    path.write_text(samples.long_case(number), encoding="utf-8")
    return Pouring(samples.memo(path, "tjansteskrivelse"))


def dense_memo(number: int = 1) -> Pouring:
    """The shipped sample of eight pages, with tables, pictures and footnotes; ``number`` stands in its heading."""
    memo = samples.memo(shipped("cases", "KS-2026-00140.yaml"), "tjansteskrivelse")
    return Pouring(replace(memo, fields={**memo.fields, "rubrik": f"{memo.fields['rubrik']} {number}"}))


def protokoll(folder: Path, number: int = 1) -> Pouring:
    """The minutes of a meeting of 60 paragraphs and 60 people, the ``number``:th of its year; written in ``folder``."""
    path = folder / f"mote-{number}.yaml"
    path.write_text(samples.meeting(number), encoding="utf-8")
    return Pouring(samples.memo(path, "protokoll"))


def rows(folder: Path) -> Iterator[Row]:
    """Word documents from words that are ready, with a template that is known; no two are the same."""
    documents = {
        "Kort tjänsteskrivelse, ord till Word": [short_memo(folder, number) for number in range(1, _SHORT + 1)],
        "Tjänsteskrivelse på 9 sidor, ord till Word": [long_memo(folder, number) for number in range(1, _LONG + 1)],
        "Tjänsteskrivelse på 8 täta sidor, ord till Word": [dense_memo(number) for number in range(1, _LONG + 1)],
        "Protokoll med 60 §§ och 60 personer, ord till Word": [
            protokoll(folder, number) for number in range(1, _MEETINGS + 1)
        ],
    }
    for work, alike in documents.items():
        yield Row(work, PEER, compared(alike))
        with tempfile.TemporaryDirectory(dir=folder) as room:
            for name, peer in peers(alike, Path(room)):
                with peer:
                    # Its processor time is its own to tell; what it used to start is not counted.
                    pair = paired(_all(alike), peer.pour, rounds=_ROUNDS, clock=lambda: processor() + peer.seconds)  # noqa: B023 - used in this turn alone
                    yield Row(work, name, _each(pair, len(alike)))


def compared(documents: Sequence[Pouring], rounds: int = _ROUNDS) -> Pair:
    """Both by turns, each with all the documents; the times are those of one document."""

    def peer() -> None:
        for document in documents:
            document.docxtpl()

    return _each(paired(_all(documents), peer, rounds=rounds), len(documents))


def _all(documents: Sequence[Pouring]) -> Callable[[], None]:
    def work() -> None:
        for document in documents:
            document.memogen()

    return work


def _each(pair: Pair, count: int) -> Pair:
    return Pair(pair.memogen / count, pair.peer / count, pair.times)
