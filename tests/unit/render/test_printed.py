"""What of a Word file is on paper whatever its length."""

from __future__ import annotations

import io
import zipfile

import pytest

from memogen import render

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"'


def docx(body: str, section: str = "", **parts: str) -> bytes:
    """A Word file; ``parts`` are headers and notes by name, and a header is related to by its name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {SPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        )
        related = "".join(f'<Relationship Id="{name}" Target="{name}.xml"/>' for name in parts)
        related += '<Relationship Id="photo" Target="media/1.png"/><Relationship Id="lines" Target="media/2.emf"/>'
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{related}</Relationships>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:part {SPACES}>{content}</w:part>")
    return made.getvalue()


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(instruction: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText> {instruction} </w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (p(r("Sida "), field("PAGE", r("1")), r(" av")), ["Sida av"]),
        (p('<w:fldSimple w:instr=" DATE ">' + r("i dag") + "</w:fldSimple>", r("kl. 9")), ["kl. 9"]),
        (p(field('HYPERLINK "https://bjorkvalla.example"', r("webben"))), ["webben"]),
        (p(field("TOC", r("Rubrik") + "</w:p><w:p>" + r("Rubrik två"))) + p(r("Text")), ["Text"]),
        (p(r("synlig"), r("dold", "<w:vanish/>"), r(" text", '<w:vanish w:val="0"/>')), ["synlig text"]),
        (p(r("beslutet"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r(",")), ["beslutet ,"]),
        (p(r("före "), f"<w:r><w:box>{p(r('inne'))}</w:box></w:r>", r("efter")), ["före efter", "inne"]),
    ],
)
def test_text_is_what_the_file_decides_and_not_what_the_printing_does(body: str, paragraphs: list[str]) -> None:
    found = render.printed(docx(body)).paragraphs
    assert [" ".join(text.split()) for text in found] == paragraphs


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        ("<w:titlePg/>", ["Brödtext", "Första"]),
        ('<w:titlePg w:val="0"/>', ["Brödtext", "Alla"]),
        ("", ["Brödtext", "Alla"]),
    ],
)
def test_only_the_first_page_is_sure_to_be_there(section: str, shown: list[str]) -> None:
    references = '<w:headerReference w:type="default" r:id="all"/><w:headerReference w:type="first" r:id="first"/>'
    made = docx(p(r("Brödtext")), references + section, all=p(r("Alla")), first=p(r("Första")))
    assert list(render.printed(made).paragraphs) == shown


def test_notes_are_printed() -> None:
    assert render.printed(docx(p(r("Text")), footnotes=p(r("Not")))).paragraphs == ("Text", "Not")


def test_images_are_counted_where_they_are_made_of_pixels() -> None:
    photo, lines = '<a:blip r:embed="photo"/>', '<a:blip r:embed="lines"/>'
    assert render.printed(docx(p(photo) + p(photo) + p(lines))).images == 2
