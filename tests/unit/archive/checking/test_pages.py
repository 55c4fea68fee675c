from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

if TYPE_CHECKING:
    from collections.abc import Callable

    Change = Callable[[pikepdf.Pdf], None]
    Clauses = Callable[..., set[str]]


def _drawing(more: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = Stream(pdf, page.Contents.read_bytes() + b"\n" + more)

    return change


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (b"/Artifact BMC 0 0 0 1 k EMC", {"6.2.4.3-3"}),
        (b"/Artifact BMC /DeviceCMYK CS EMC", {"6.2.4.3-3"}),
        (b"0 0 5 5 re f", {"7.1-3"}),
        (b"/Artifact BMC konstig EMC", {"6.2.2-1"}),
        (b"q " * 29 + b"Q " * 29, {"6.1.13-8"}),
        (b"/Artifact BMC /P <</MCID 1>> BDC 0 0 5 5 re f EMC EMC", {"7.1-2"}),
        (b"/P <</MCID 1>> BDC /Artifact BMC 0 0 5 5 re f EMC EMC", {"7.1-1"}),
        (b"/P <</MCID 7>> BDC 0 0 5 5 re f EMC", {"7.1-3"}),
        (b"/Artifact BMC BT /F 12 Tf (B) Tj ET EMC",
         {"6.2.11.4.1-2", "7.21.4.1-2"}),
        (b"/Artifact BMC BI /W 1 /H 1 /CS /CMYK /BPC 8 ID abcd EI EMC", {"6.2.4.3-3"}),
        (b"/Artifact BMC BI /W 1 /H 1 /F /LZW /CS /RGB /BPC 8 ID abcd EI EMC", {"6.1.10-1"}),
        (b"% (en kommentar\n/Artifact BMC 0 0 5 5 re f EMC", set()),
    ],
)  # fmt: skip
def test_a_fault_of_the_contents_is_found(clauses: Clauses, more: bytes, expected: set[str]) -> None:
    assert clauses(_drawing(more)) == expected


def _object(name: str, entries: dict[str, object], data: bytes = b"") -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.XObject = Dictionary(X=pdf.make_indirect(Stream(pdf, data, Subtype=Name(name))))
        for key, value in entries.items():
            pdf.pages[0].obj.Resources.XObject.X[key] = value
        _drawing(b"/Artifact BMC /X Do EMC")(pdf)

    return change


_SIZE = {"/Width": 1, "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceRGB}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_object("/Image", _SIZE, b"abc"), set()),
        (_object("/Image", _SIZE | {"/Interpolate": True}, b"abc"), {"6.2.8-3"}),
        (_object("/Image", _SIZE | {"/ColorSpace": Name.DeviceCMYK}, b"abcd"), {"6.2.4.3-3"}),
        (_object("/Image", _SIZE | {"/Alternates": Array()}, b"abc"), {"6.2.8-1"}),
        (_object("/Image", _SIZE | {"/BitsPerComponent": 3}, b"abc"), {"6.2.8-4"}),
        (_object("/Form", {"/Resources": Dictionary()}, b"0 0 0 1 k"), {"6.2.4.3-3"}),
        (_object("/Form", {"/Ref": Dictionary()}), {"6.2.9-2", "7.20-1"}),
        (_object("/Form", {"/PS": 1}), {"6.2.9-1"}),
        (_object("/PS", {}), {"6.2.9-3"}),
    ],
)
def test_a_fault_of_an_image_or_form_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


def _state(**entries: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.ExtGState = Dictionary(G=Dictionary(**entries))
        _drawing(b"/G gs")(pdf)

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_state(TR=Name.Identity), {"6.2.5-1"}),
        (_state(TR2=Name.Default), set()),
        (_state(HTP=Array()), {"6.2.5-3"}),
        (_state(BM=Name.Konstig), {"6.2.10-1"}),
        (_state(RI=Name.Konstig), {"6.2.6-1"}),
        (_state(ca=0.5), set()),
    ],
)
def test_a_fault_of_the_graphics_state_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


def _font(**entries: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F = Dictionary(Type=Name.Font, **entries)

    return change


def test_a_font_that_is_not_embedded_is_found(clauses: Clauses) -> None:
    assert clauses(_font(Subtype=Name.Type1, BaseFont=Name.Helvetica)) == {"6.2.11.4.1-1", "7.21.4.1-1"}


def test_a_font_may_be_elsewhere_when_its_text_is_not_drawn(clauses: Clauses) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _font(Subtype=Name.Type1, BaseFont=Name.Helvetica)(pdf)
        page = pdf.pages[0].obj
        page.Contents = Stream(pdf, page.Contents.read_bytes().replace(b"/F 12 Tf", b"3 Tr /F 12 Tf"))

    assert clauses(change) == set()


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        (b"<0041>", set()),
        (b"<0000>", {"6.2.11.7.2-2", "7.21.7-2"}),
        (b"<FEFF>", {"6.2.11.7.2-2", "7.21.7-2"}),
        (b"<F0B7>", {"6.2.11.7.3-1"}),
    ],
)
def test_what_a_sign_means_is_looked_at(clauses: Clauses, meaning: bytes, expected: set[str]) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Resources.Font.F.ToUnicode
        stream.write(stream.read_bytes().replace(b"<0041>", meaning))

    assert clauses(change) == expected


def _annotation(kind: str, **entries: object) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        held = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array([0, 0, 9, 9]), F=4, **entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(held)])

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_annotation("/Link", Contents=String("hem")), {"7.18.5-1"}),
        (_annotation("/Link"), {"7.18.5-1", "7.18.5-2", "7.18.1-2"}),
        (_annotation("/Text", Contents=String("hej")), {"6.3.3-1", "7.18.1-1"}),
        (_annotation("/Movie", Contents=String("hej")), {"6.3.1-1", "6.3.3-1", "7.18.1-1"}),
    ],
)
def test_a_fault_of_an_annotation_is_found(clauses: Clauses, change: Change, expected: set[str]) -> None:
    assert clauses(change) == expected


def test_pages_with_annotations_are_stepped_through_as_the_tags_say(clauses: Clauses) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _annotation("/Link", Contents=String("hem"))(pdf)
        del pdf.pages[0].obj.Tabs

    assert "7.18.3-1" in clauses(change)
