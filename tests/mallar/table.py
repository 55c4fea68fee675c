"""The table of docs/mallkontroll.md: every faulty template before memogen's review and before docxtpl."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from lxml import etree

from memogen.artifacts.catalogue import Form, fields
from memogen.render.reading import text
from memogen.render.review.shapes import of_fields
from memogen.render.review.whole import findings
from tests.mallar.faulty import FAULTY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts.catalogue import Field

HEAD: Final = """\
# Mallkontrollen

<!-- Görs av ”python -m tests.mallar > docs/mallkontroll.md”; ändra inte för hand. -->

`memogen template check` granskar en Word-mall innan någon använder den. Tabellen visar {number} mallar med ett fel i
var och en: vad memogen säger, var, och vad docxtpl säger om samma mall när den fylls i. docxtpl är biblioteket som
läser taggarna. Det säger ibland att något är fel, men aldrig var i Word; {silent} av de {number} tar det utan ett ord.
De sista, med koder på MT, gäller tillgängligheten, som docxtpl inte ser på.

I kolumnen för plats är stycke 4 det fjärde stycket i den delen. Koderna förklaras av `memogen explain`.

| fel i mallen | kod | plats | memogen säger | docxtpl säger |
|---|---|---|---|---|
"""
_TAGS: Final = re.compile(r"\{[{%#][^{}]*[}%#]\}|\{[{%](?:p|tr|tc|r)?(?= |$)|(?<=\")\{[^\"]*(?=\")|(?<=\")[}%]\}(?=\")")
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SILENT: Final = "säger inget"


def page() -> str:
    """The whole page."""
    known = of_fields(fields("tjansteskrivelse"))
    rows = []
    for faulty in FAULTY:
        data = faulty.make()
        found = next(one for one in findings(data, "tjansteskrivelse", known) if one.code == faulty.code)
        said = f"{found.message}; {found.advice}" if found.advice else found.message
        rows.append((faulty.what, found.code, found.where or "hela mallen", said, docxtpl_says(data, found.code)))
    silent = sum(row[-1].startswith(SILENT) for row in rows)
    lines = "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in rows)
    return HEAD.format(number=len(rows), silent=silent) + lines


def _cell(words: str) -> str:
    """Words as they stand in a table of Markdown: tags as code, nothing that ends the cell."""
    plain = words.replace("|", "\\|").replace("\n", " ")
    return _TAGS.sub(lambda found: f"`{found[0].strip('”')}`", plain).replace("<", "&lt;")


def docxtpl_says(data: bytes, code: str) -> str:
    """What docxtpl answers when the template is filled in: its own words, or nothing and what becomes of it."""
    stream = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            template = DocxTemplate(io.BytesIO(data))
            template.render(_values(fields("tjansteskrivelse")), autoescape=True)
            template.save(stream)
    except Exception as error:  # noqa: BLE001 - whatever it says is what the table shows
        words = re.sub(r"<[^<>]* object at [^<>]*>|0x[0-9a-f]+", "…", str(error)).strip().split("\n")[0]
        return f"”{type(error).__name__}: {words[:160]}”"
    outcome = _outcome(stream.getvalue()) or ("platsen blir tom" if code == "MA03" else "")
    return f"{SILENT}; {outcome}" if outcome else SILENT


def _outcome(data: bytes) -> str:
    """What is wrong with a document that docxtpl made without a word, as far as one can see it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            roots = {
                name: etree.fromstring(package.read(name))
                for name in package.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            }
    except etree.XMLSyntaxError:
        return "filen går inte att öppna"
    document = roots["word/document.xml"]
    if any(cell.find(f"{W}p") is None and cell.find(f"{W}sdt") is None for cell in document.iter(f"{W}tc")):
        return "en cell blir utan stycke, och Word öppnar inte filen"
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    if len(names) != len(set(names)):
        return "bokmärket finns två gånger"
    left = any(sign in line for line in text(data) for sign in ("{{", "{%", "}}", "{ {", "{"))
    return "taggen står kvar i dokumentet" if left else ""


def _values(known: Sequence[Field]) -> dict[str, Any]:
    """Plain values for every field: docxtpl knows no rich ones but its own."""
    return {field.name: _value(field) for field in known}


def _value(field: Field) -> Any:  # noqa: ANN401 - text or lists
    if field.form is Form.TEXTS:
        return [field.example, field.example]
    if field.form is Form.RECORDS:
        first = _values(field.fields)
        return [first, {name: f"{said} 2" if isinstance(said, str) else said for name, said in first.items()}]
    return field.example or "Text"
