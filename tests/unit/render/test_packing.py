"""Writing the zip file: what many documents share is packed once, and nobody can tell."""

from __future__ import annotations

import io
import zipfile

from memogen.render import packing

MEMBERS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x>text</x>" * 9000, "word/media/bild.png": b""}


def facts(data: bytes) -> list[tuple[object, ...]]:
    """What the directory says of each member, but for how much room it takes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            (info.filename, info.date_time, info.flag_bits, info.CRC, info.file_size, info.external_attr)
            for info in archive.infolist()
        ]


def by_zipfile(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return buffer.getvalue()


def test_the_file_says_of_its_members_what_zipfile_says() -> None:
    members = MEMBERS | {"customXml/åäö.xml": b"<x/>"}
    data = packing.write(members, {})
    assert facts(data) == facts(by_zipfile(members))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members


def test_members_that_were_packed_before_change_nothing_in_the_file() -> None:
    ready = {name: packing.packed(name, content) for name, content in MEMBERS.items()}
    assert packing.write(MEMBERS, ready) == packing.write(MEMBERS, {})


def test_a_member_with_another_content_than_before_is_packed_anew() -> None:
    ready = {name: packing.packed(name, content) for name, content in MEMBERS.items()}
    members = MEMBERS | {"word/document.xml": b"<x>annan text</x>"}
    with zipfile.ZipFile(io.BytesIO(packing.write(members, ready))) as archive:
        assert archive.testzip() is None
        assert archive.read("word/document.xml") == b"<x>annan text</x>"
