"""An act is read from its first page to its last as its parts are, and claims no more than they do."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Stream, String

from memogen.archive.joining import joined
from memogen.artifacts.act import Facts, Level, Part
from tests.tagged import paper, read

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS = Facts("Taxa för uteserveringar", diarienummer="KS-2026-00123", datum=dt.date(2026, 3, 12))
MEMO = paper([("H1", "Taxa"), ("P", "Ny taxa enligt bilaga 1.")], [("P", "Slut.")])
MAP = paper([("H1", "Karta"), ("P", "Bilaga 1 visar torget.")])


def act(*parts: Part, level: Level | None = None) -> pikepdf.Pdf:
    """The joined act, opened."""
    return pikepdf.open(io.BytesIO(joined(parts, FACTS, level or Level())))


def claimed(*parts: bytes, level: Level | None = None) -> tuple[str, str, bool]:
    """What the act of these parts claims: part and letter of PDF/A, part of PDF/UA; and whether it is marked."""
    with act(*(Part("Handling", pdf) for pdf in parts), level=level) as pdf, pdf.open_metadata() as metadata:
        letter = metadata["pdfaid:part"] + metadata["pdfaid:conformance"]
        return letter, metadata.get("pdfuaid:part", ""), bool(pdf.Root.MarkInfo.Marked)


def with_root(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    """A change that puts entries into the catalog."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def test_an_act_is_read_part_by_part_with_the_label_first() -> None:
    data = joined([Part("Taxa", MEMO), Part("Karta", MAP, "Bilaga 1")], FACTS, Level())
    assert read(data) == [
        "Document",
        "  Part (Taxa)",
        "    Sect",
        "      H1: Taxa",
        "      P: Ny taxa enligt bilaga 1.",
        "        Link: → Till bilaga 1, Karta (sida 3)",
        "      P: Slut.",
        "  Part (Bilaga 1, Karta)",
        "    P: Bilaga 1",
        "    Sect",
        "      H1: Karta",
        "      P: Bilaga 1 visar torget.",
    ]


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = [Part("Taxa", MEMO), Part("Karta", MAP, "Bilaga 1")]
    assert joined(parts, FACTS, Level()) == joined(parts, FACTS, Level())


def test_a_part_alone_is_an_act() -> None:
    assert claimed(MEMO) == ("2A", "1", True)


def test_no_parts_are_no_act() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        joined([], FACTS, Level())


@pytest.mark.parametrize(
    ("parts", "claim"),
    [
        pytest.param((MEMO, MAP), ("2A", "1", True), id="all parts are accessible"),
        pytest.param((MEMO, paper([("P", "x")], ua=False)), ("2A", "", True), id="one part is not PDF/UA"),
        pytest.param((MEMO, paper([("P", "x")], letter="U")), ("2U", "", False), id="one part has no tags"),
        pytest.param((MEMO, paper([("P", "x")], letter="B"), MAP), ("2B", "", False), id="one part is an image"),
        pytest.param((MEMO, paper([("P", "x")], letter="F")), ("2B", "", False), id="one part claims what is none"),
    ],
)
def test_an_act_claims_what_its_least_part_does(parts: tuple[bytes, ...], claim: tuple[str, str, bool]) -> None:
    assert claimed(*parts) == claim


def test_an_act_claims_no_more_than_is_wanted() -> None:
    assert claimed(MEMO, MAP, level=Level(3, "u", ua=False)) == ("3U", "", True)


def test_a_part_that_says_accessible_without_tags_makes_no_such_act() -> None:
    def untag(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert claimed(MEMO, paper([("P", "x")], change=untag)) == ("2U", "", False)


def test_what_an_untagged_part_says_of_tags_is_forgotten() -> None:
    data = joined([Part("Taxa", MEMO), Part("Karta", paper([("P", "x")], letter="U"), "Bilaga 1")], FACTS, Level())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert Name.StructParents not in pdf.pages[2]
    assert read(data)[1:3] == ["  Part (Taxa)", "    Sect"]


def test_pages_are_numbered_from_the_first_to_the_last() -> None:
    document = pypdfium2.PdfDocument(joined([Part("Taxa", MEMO), Part("Karta", MAP, "Bilaga 1")], FACTS, Level()))
    assert [document.get_page_label(index) for index in range(len(document))] == ["1", "2", "3"]
    document.close()


def test_scripts_and_forms_stay_behind() -> None:
    def alive(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.Root.OpenAction = script
        pdf.Root.AcroForm = Dictionary(Fields=Array())
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        pdf.pages[0].obj.AA = Dictionary(O=script)

    data = joined([Part("Taxa", MEMO), Part("Karta", paper([("P", "x")], change=alive), "Bilaga 1")], FACTS, Level())
    assert b"app.alert" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not {"/OpenAction", "/AcroForm", "/AA", "/Names"} & set(pdf.Root.keys())


def test_a_field_is_shown_as_it_was_filled_in_and_no_field_any_more() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        look = Stream(pdf, b"0 0 40 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 20]))
        fields = [
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Btn,
                T=f"kryss {state}",
                F=4,
                Rect=Array([200, 200, 240, 220]),
                AP=Dictionary(N=Dictionary(Ja=look)),
                AS=state,
            )
            for state in (Name.Ja, Name.Off)
        ]
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field) for field in fields]))
        pdf.pages[0].obj.Annots = pdf.Root.AcroForm.Fields

    page = paper([("P", "x")], change=fill)
    data = joined([Part("Blankett", page)], FACTS, Level())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (stamp,) = pdf.pages[0].Annots
        assert stamp.Subtype == Name.Stamp
        assert stamp.AP.N.read_bytes() == b"0 0 40 20 re f"
    assert claimed(page) == ("2A", "", True)


@pytest.mark.parametrize(("part", "names"), [(3, ["d2.fall.yaml", "fall.yaml"]), (2, [])])
def test_files_in_the_parts_are_kept_where_the_level_may_hold_them(part: int, names: list[str]) -> None:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["fall.yaml"] = AttachedFileSpec(pdf, b"rubrik: Taxa", mime_type="application/yaml")
        pdf.Root.AF = Array([pdf.attachments["fall.yaml"].obj])

    parts = [Part("Taxa", paper([("P", "x")], change=attach)), Part("Karta", paper([("P", "y")], change=attach))]
    with act(*parts, level=Level(part)) as pdf:
        assert sorted(pdf.attachments) == names
        assert len(pdf.Root.get(Name.AF, Array())) == len(names)


def test_layers_of_all_parts_are_shown_and_hidden_as_they_were() -> None:
    def layered(state: Name) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=f"Lager {state}"))
            pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(BaseState=state, ON=Array()))

        return change

    with act(*(Part("Karta", paper([("P", "x")], change=layered(state))) for state in (Name.ON, Name.OFF))) as pdf:
        layers = pdf.Root.OCProperties
        assert [str(layer.Name) for layer in layers.OCGs] == ["Lager /ON", "Lager /OFF"]
        assert [str(layer.Name) for layer in layers.D.OFF] == ["Lager /OFF"]


def test_a_part_with_other_colours_keeps_them() -> None:
    def coloured(profile: bytes) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            stream = pdf.make_indirect(Stream(pdf, profile, N=4))
            intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, DestOutputProfile=stream)
            pdf.Root.OutputIntents = Array([intent])

        return change

    profiles = [bytes(128) + name for name in (b"one", b"one", b"two")]
    with act(*(Part("Karta", paper([("P", "x")], change=coloured(each))) for each in profiles)) as pdf:
        assert len(pdf.Root.OutputIntents) == 1
        spaces = [page.Resources.get(Name.ColorSpace, Dictionary()) for page in pdf.pages]
        assert ["/DefaultCMYK" in space for space in spaces] == [False, False, True]
        assert spaces[2].DefaultCMYK[1].read_bytes() == profiles[2]


def test_the_language_of_a_part_that_differs_is_said() -> None:
    with act(Part("Taxa", MEMO), Part("Map", paper([("P", "x")], change=with_root(Lang="en-GB")))) as pdf:
        parts = pdf.Root.StructTreeRoot.K[0].K
        assert [str(part.get(Name.Lang, "")) for part in parts] == ["", "en-GB"]
        assert str(pdf.Root.Lang) == "sv-SE"
