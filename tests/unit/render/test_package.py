"""The template's file: limits before anything is parsed."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from memogen import render
from memogen.errors import Rejected
from memogen.render import package
from memogen.render.faults import TemplateFault

if TYPE_CHECKING:
    from memogen.diagnostics import Diagnostic
    from tests.unit.render.conftest import Desk


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MANY = f"<y>{''.join(f'<x{n * 7919 % 99991}/>' for n in range(450_000))}</y>"


def raw(content: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refusal(desk: Desk, data: bytes) -> Diagnostic:
    desk.path.write_bytes(data)
    with pytest.raises(Rejected) as caught:
        render.docx(desk.memo(), desk.path)
    return caught.value.diagnostics[0]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("word/vbaProject.bin", b"x", "makron"),
        ("word/embeddings/oleObject1.bin", b"x", "objekt"),
        ("word/activeX/activeX1.xml", b"<x/>", "objekt"),
        ("../utanför.xml", b"<x/>", "namn"),
        ("/etc/cron.d/x", b"x", "namn"),
        ("C:\\x", b"x", "namn"),
        ("word/theme/theme1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"),
        ("word/theme/theme1.xml", b"<x>", "skadad"),
        ("word/theme/theme1.xml", "<x/>".encode("utf-16") + b"\x00<", "skadad"),
        ("word/theme/theme1.xml", b"<x>" * 5000 + b"</x>" * 5000, "stor"),
        ("word/theme/theme1.xml", MANY, "stor"),
        ("word/media/image1.bin", b"\0" * 60_000_000, "packad"),
    ],
)
def test_what_a_template_may_not_hold_is_refused(desk: Desk, name: str, data: str, words: str) -> None:
    fault = desk.refusal({**desk.members(desk.p("x")), name: data})
    assert fault.code == "MA01"
    assert words in fault.message


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "subDocument", "frame"])
def test_what_is_fetched_from_outside_is_refused(desk: Desk, kind: str) -> None:
    content = desk.members(desk.p("x"))
    rels = content["word/_rels/document.xml.rels"]
    external = f'<Relationship Id="ut" Type="x/{kind}" Target="http://a.example/x" TargetMode="External"/>'
    content["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{external}</Relationships>")
    fault = desk.refusal(content)
    assert fault.code == "MA01"
    assert kind in fault.message


@pytest.mark.parametrize("kind", ["image", "oleObject"])
def test_a_file_of_somebody_else_may_name_its_template_and_fetch_nothing_else(desk: Desk, kind: str) -> None:
    content = desk.members(desk.p("x"))
    external = '<Relationship Id="ut" Type="x/attachedTemplate" Target="file:///m.dotx" TargetMode="External"/>'
    rels = f"{content['word/_rels/document.xml.rels']}".replace("</Relationships>", f"{external}</Relationships>")
    content["word/_rels/settings.xml.rels"] = rels
    assert package.read(raw(content), foreign=True)
    content["word/_rels/settings.xml.rels"] = rels.replace("attachedTemplate", kind)
    with pytest.raises(TemplateFault, match=kind):
        package.read(raw(content), foreign=True)


def test_a_web_link_in_a_template_is_kept(desk: Desk) -> None:
    content = desk.members(desk.p("x"))
    rels = content["word/_rels/document.xml.rels"]
    external = '<Relationship Id="ut" Type="x/hyperlink" Target="http://a.example/x" TargetMode="External"/>'
    content["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{external}</Relationships>")
    rendered = render.docx(desk.memo(), desk.save(content))
    assert "http://a.example/x" in desk.part(rendered, "word/_rels/document.xml.rels")


def test_a_size_that_the_header_lies_about_is_counted(desk: Desk) -> None:
    data = bytearray(raw({**desk.members(desk.p("x")), "word/media/x.bin": b"ab" * 30_000_000}))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/media/x.bin"))
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert refusal(desk, bytes(data)).code == "MA01"


def test_a_locked_member_is_refused(desk: Desk) -> None:
    data = bytearray(raw(desk.members(desk.p("x"))))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "lösenord" in refusal(desk, bytes(data)).message


@pytest.mark.parametrize("data", [b"", b"hej", b"\xd0\xcf\x11\xe0gammal doc", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_not_a_word_document_is_refused(desk: Desk, data: bytes) -> None:
    fault = refusal(desk, data)
    assert fault.code == "MA01"
    assert "Word" in fault.message


def test_a_damaged_zip_is_refused(desk: Desk) -> None:
    data = bytearray(raw(desk.members(desk.p("x" * 5000))))
    data[200:400] = b"\xff" * 200
    assert refusal(desk, bytes(data)).code == "MA01"


def test_a_macro_document_under_another_name_is_refused(desk: Desk) -> None:
    content = desk.members(desk.p("x"))
    types = content["[Content_Types].xml"]
    content["[Content_Types].xml"] = types.replace("document.main+xml", "document.macroEnabled.main+xml")
    assert "makron" in desk.refusal(content).message


def test_thousands_of_members_are_refused(desk: Desk) -> None:
    assert desk.refusal(desk.members(desk.p("x")) | {f"x/{n}.bin": "x" for n in range(2500)}).code == "MA01"


def test_a_template_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Rejected) as caught:
        render.docx(desk.memo(), desk.folder / "finns-inte.docx")
    assert caught.value.diagnostics[0].place.path.name == "finns-inte.docx"


def test_a_strict_document_is_refused_with_what_to_do(desk: Desk) -> None:
    content = desk.members(desk.p("x"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    old = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content["word/document.xml"] = content["word/document.xml"].replace(old, strict)
    fault = desk.refusal(content)
    assert fault.code == "MA01"
    assert ".docx" in fault.help


def test_the_same_memo_and_template_give_the_same_bytes(desk: Desk) -> None:
    body = desk.p("{{ rubrik }}")
    assert desk.pour(body, {"rubrik": "x"}).data == desk.pour(body, {"rubrik": "x"}).data


def test_a_changed_template_is_compiled_anew(desk: Desk) -> None:
    assert desk.text(desk.p("ett {{ x }}"), {"x": "1"}) == ["ett 1"]
    assert desk.text(desk.p("två {{ x }}"), {"x": "1"}) == ["två 1"]


def test_parts_without_tags_are_copied_as_they_are(desk: Desk) -> None:
    content = desk.members(desk.p("{{ x }}")) | {"word/theme/theme1.xml": "<x  a = 'b' ></x>"}
    rendered = render.docx(desk.memo(x="y"), desk.save(content))
    assert desk.part(rendered, "word/theme/theme1.xml") == "<x  a = 'b' ></x>"
    assert desk.part(rendered, "word/styles.xml") == content["word/styles.xml"]


@pytest.mark.parametrize("name", ["_rels/.rels", "[Content_Types].xml", "word/document.xml"])
def test_a_package_that_lacks_what_every_docx_has_is_refused(desk: Desk, name: str) -> None:
    content = desk.members(desk.p("x"))
    del content[name]
    assert desk.refusal(content).code == "MA01"


def test_a_word_template_gives_a_document(desk: Desk) -> None:
    content = desk.members(desk.p("{{ rubrik }}"))
    types = content["[Content_Types].xml"]
    content["[Content_Types].xml"] = types.replace("document.main+xml", "template.main+xml")
    rendered = render.docx(desk.memo(rubrik="Taxa"), desk.save(content))
    assert f'PartName="/word/document.xml" ContentType="{MAIN}"' in desk.part(rendered, "[Content_Types].xml")
