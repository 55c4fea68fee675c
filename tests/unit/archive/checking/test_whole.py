from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from memogen.archive.checking import findings, verdict
from memogen.artifacts.act import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[pikepdf.Pdf], None]
    Built = Callable[[Change | None], bytes]
    Clauses = Callable[..., set[str]]

A2 = Level(2, "a", ua=True)


def test_a_good_file_is_what_it_claims_to_be(built: Built) -> None:
    found = verdict(built(None))
    assert (found.pages, found.level, found.findings) == (1, A2, ())


def test_a_stamp_of_accessibility_is_not_trusted(built: Built) -> None:
    found = verdict(built(lambda pdf: pdf.Root.StructTreeRoot.K.K[0].__setitem__("/S", Name.H3)))
    assert found.level == Level(2, "a", ua=False)
    assert [(finding.code, finding.clause) for finding in found.findings] == [("TI01", "7.4.2-1")]


def test_a_file_with_a_fault_of_archiving_has_no_level(built: Built) -> None:
    found = verdict(built(lambda pdf: pdf.Root.__delitem__("/OutputIntents")))
    assert found.level is None
    assert {finding.clause for finding in found.findings} == {"6.2.4.3-2", "6.2.4.3-4"}


def test_a_file_is_held_against_a_level_that_it_does_not_claim(built: Built) -> None:
    assert {finding.clause for finding in findings(built(None), Level(3, "u", ua=False))} == {"6.6.4-2"}


@pytest.mark.parametrize("data", [b"", b"hej", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer\n<< /Root 1 0 R >>\n%%EOF"])
def test_a_file_that_cannot_be_read_is_a_finding(data: bytes) -> None:
    found = verdict(data)
    assert (found.pages, found.level) == (0, None)
    assert [(finding.code, finding.clause) for finding in found.findings] == [("AR01", "unreadable")]


def test_a_locked_file_is_a_finding(built: Built) -> None:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(built(None))) as pdf:
        pdf.save(data, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert verdict(data.getvalue()).findings[0].message == "filen är låst med lösenord"


def test_a_stream_that_swells_is_not_unpacked(clauses: Clauses) -> None:
    def swell(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = Stream(pdf, zlib.compress(b" " * 2**27, 9), Filter=Name.FlateDecode)

    assert clauses(swell) == set()


@pytest.mark.parametrize(
    ("old", "new", "clause"),
    [
        (b"%PDF-1.", b"\n%PDF-1.", "6.1.2-1"),
        (b"%PDF-1.", b"%PDF-2.", "6.1.2-1"),
        (b"%%EOF\n", b"%%EOF\nhej", "6.1.3-3"),
        (b"xref\n0", b"xref  \n\n0", "6.1.4-2"),
        (b" 0 obj\n", b"  0 obj\n", "6.1.9-1"),
        (b"stream\n", b"stream\r", "6.1.7.1-2"),
        (b"/Length ", b"/Length 1", "6.1.7.1-1"),
        (b"/ID [<", b"/Ej [<", "6.1.3-1"),
    ],
)
def test_a_fault_of_the_bytes_is_found(built: Built, old: bytes, new: bytes, clause: str) -> None:
    good = built(None)
    assert old in good
    assert clause in {finding.clause for finding in findings(good.replace(old, new, 1), A2)}


def _at_catalog(key: str, value: object) -> Change:
    return lambda pdf: pdf.Root.__setitem__(key, value)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_at_catalog("/AA", Dictionary()), {"6.5.2-1"}),
        (_at_catalog("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("x"))), {"6.5.1-1"}),
        (_at_catalog("/OpenAction", Dictionary(S=Name.Named, N=Name.Print)), {"6.5.1-2"}),
        (_at_catalog("/AcroForm", Dictionary(Fields=Array(), NeedAppearances=True)), {"6.4.1-3"}),
        (_at_catalog("/AcroForm", Dictionary(Fields=Array(), XFA=Array())), {"6.4.2-1"}),
        (_at_catalog("/Requirements", Array()), {"6.11-1"}),
        (_at_catalog("/OCProperties", Dictionary(D=Dictionary(), OCGs=Array())), {"6.9-1", "7.10-1"}),
        (_at_catalog("/Perms", Dictionary(UR=1)), {"6.1.12-1"}),
        (_at_catalog("/Lang", String("sv_SE")), {"6.7.4-1", "7.2-29"}),
        (_at_catalog("/Storst", 2**31), {"6.1.13-1"}),
        (_at_catalog("/Lang2", Name("/" + "x" * 128)), {"6.1.13-4"}),
        (lambda pdf: pdf.pages[0].__setitem__("/MediaBox", Array([0, 0, 15000, 200])), {"6.1.13-11"}),
        (lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"), {"7.1-10"}),
        (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), {"6.2-1", "6.7.2.2-1"}),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), {"6.6.2.1-1", "7.1-8"}),
    ],
)
def test_a_fault_of_the_document_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b'pdfaid:part="2"', b'pdfaid:part="3"', {"6.6.4-2"}),
        (b'pdfaid:conformance="A"', b'pdfaid:conformance="B"', {"6.6.4-3"}),
        (b' pdfuaid:part="1"', b"", {"5-1"}),
        (b"Lekplatser", b"", {"7.1-9"}),
        (b"<pdfaProperty:name>part<", b"<pdfaProperty:name>del<", {"6.6.2.3.1-1", "6.6.2.3.1-2"}),
        (b">internal<", b">hemlig<", {"6.6.2.3.3-9"}),
        (b"<pdfaProperty:valueType>Integer<", b"<pdfaProperty:valueType>Heltal<", {"6.6.2.3.3-8"}),
        (b'begin=""', b'begin="" bytes="9"', {"6.6.2.1-2"}),
        (b"</rdf:RDF>", b"", {"6.6.2.1-4", "6.6.4-1", "5-1", "7.1-9"}),
        (b"<dc:title><rdf:Alt>", b"<dc:date>i fjol</dc:date><dc:title><rdf:Alt>", {"6.6.2.3.1-2"}),
    ],
)
def test_a_fault_of_the_metadata_is_found(clauses: Clauses, old: bytes, new: bytes, expected: set[str]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new, 1))

    assert clauses(change) == expected
