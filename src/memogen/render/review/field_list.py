"""The catalogue as a Word document, from which a field is copied with its tags."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import docx
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

from memogen.artifacts.catalogue import KINDS, written
from memogen.render.review.fixing import mended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docx.document import Document
    from docx.table import Table

    from memogen.artifacts.catalogue import Field

_HEADER: Final = ("Att kopiera till mallen", "Betydelse", "Slag", "Exempel")
_WIDTHS: Final = (7.0, 5.0, 2.2, 3.3)
_TITLE: Final = "Fält att använda i mallarna"
_INTRODUCTION: Final = (
    "Kopiera taggarna i den första kolumnen till mallen. Taggar som börjar med {%p eller {{p står ensamma i sina "
    "stycken. Kör sedan memogen template check."
)


def field_list(catalogue: Mapping[str, Sequence[Field]]) -> bytes:
    """The fields of each kind in a table: the tags to copy, the meaning, the type, an example."""
    document = docx.Document()
    document.core_properties.title = _TITLE
    document.core_properties.author = "memogen"
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Carlito", Pt(10)
    document.add_heading(_TITLE, 1)
    for number, (kind, fields) in enumerate(catalogue.items()):
        heading = document.add_heading(f"Mall för {KINDS[kind][0]}", 2)
        if not number:
            heading.insert_paragraph_before(_INTRODUCTION)
        _table(document, fields)
    stream = io.BytesIO()
    document.save(stream)
    return mended(stream.getvalue(), _TITLE)[0]


def _table(document: Document, fields: Sequence[Field]) -> None:
    table = document.add_table(rows=1, cols=len(_HEADER), style="Table Grid")
    _set_header(table)
    for cell, text in zip(table.rows[0].cells, _HEADER, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for line in (line for field in fields for line in _lines(field)):
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)


def _lines(field: Field, owner: str = "") -> Iterator[tuple[str, str, str, str]]:
    """A row for each tag: a loop has its own for where it begins and where it ends."""
    own = written(field, owner)
    if len(own) == 1:
        yield own[0], field.meaning, field.form.value, field.example
        return
    first, last = own[0], own[-1]
    yield first, field.meaning, field.form.value, ""
    inner = "del" if owner else "post"
    if field.fields:
        for one in field.fields:
            yield from _lines(one, inner)
    else:
        yield own[1], "en rad", "text", field.example
    yield last, "här slutar slingan", "", ""


def _set_header(table: Table) -> None:
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - python-docx has no name for header rows
