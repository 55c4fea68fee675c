"""Memogen's own documents: it writes their formatted text itself, all others get it as finished XML."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from markupsafe import Markup

from benchmarks import comparing, samples
from benchmarks.comparing import LONG, MINUTES, SHORT
from memogen import render
from memogen.artifacts import Blocks, Paragraph, Runs
from memogen.render.blocks import BlockWriter
from memogen.render.compiled import compiled
from memogen.render.draft import Draft
from memogen.render.fragments import TABLE, TABLE_END
from memogen.render.members import DOCUMENT
from memogen.workspace import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from benchmarks.timing import Row
    from memogen.artifacts import Memo

_BODY: Final = re.compile(r"(<w:body>).*?(<w:sectPr[ >](?:(?!<w:sectPr).)*</w:body>)", re.DOTALL)
_EDGE: Final = re.compile(r"word/(header|footer)\d*\.xml")
_WHOLE_EDGE: Final = re.compile(rb"(<w:(?:hdr|ftr)[^>]*>).*(</w:(?:hdr|ftr)>)", re.DOTALL)
_NODE_TAGS: Final = ("{#falt}", "{namn}: {varde}", "{/falt}", "{#delar}", "{@xml}", "{/delar}")


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

    def plain(self) -> dict[str, Any]:
        """The values for rust-docxtpl, as JSON."""
        return self.finished(lambda xml: {"xml": xml})

    def for_node(self) -> dict[str, Any]:
        """The words that the template shows: each text by its name, each rich text as finished XML."""
        found: dict[str, list[dict[str, Any]]] = {"falt": [], "delar": []}
        self._gather("", {name: value for name, value in self.fields.items() if name in self.names}, found)
        return found

    def node_template(self, folder: Path) -> Path:
        """The template with the same styles: a loop of fields and one of finished XML, in the body."""
        path = folder / "mall.docx"
        paragraphs = "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in _NODE_TAGS)
        with zipfile.ZipFile(self.template) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                content = source.read(name)
                if name == DOCUMENT:
                    content = _BODY.sub(rf"\1{paragraphs}\2", content.decode()).encode()
                elif _EDGE.fullmatch(name):
                    content = _WHOLE_EDGE.sub(rb"\1<w:p/>\2", content)
                elif name.endswith(".xml"):
                    content = re.sub(rb"\{\{.*?\}\}", b"", content)
                target.writestr(name, content)
        return path

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

    def _gather(self, name: str, value: Any, found: dict[str, list[dict[str, Any]]]) -> None:  # noqa: ANN401 - plain data of any shape
        if isinstance(value, Blocks | Runs):
            elements = self.elements(value)
            if elements:
                raw = {"_type": "rawXml", "xml": elements, "replaceParagraph": True}
                found["delar"].append({"xml": "".join(elements), "@xml": raw})
        elif isinstance(value, dict):
            for key, item in value.items():
                self._gather(key, item, found)
        elif isinstance(value, list):
            for item in value:
                self._gather(name, item, found)
        elif value:
            found["falt"].append({"namn": name, "varde": str(value)})


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
        "Kort tjänsteskrivelse, ord till Word": [short_memo(folder, number) for number in range(1, SHORT + 1)],
        "Tjänsteskrivelse på 9 sidor, ord till Word": [long_memo(folder, number) for number in range(1, LONG + 1)],
        "Tjänsteskrivelse på 8 täta sidor, ord till Word": [dense_memo(number) for number in range(1, LONG + 1)],
        "Protokoll med 60 §§ och 60 personer, ord till Word": [
            protokoll(folder, number) for number in range(1, MINUTES + 1)
        ],
    }
    for work, alike in documents.items():
        yield from comparing.rows(work, alike, folder)
