"""Documents that municipalities have, made in many ways, become templates that the sample cases can be poured into."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from memogen import pipeline, render, workspace
from memogen.errors import Rejected
from memogen.render.adoption import KINDS, adopt
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

    from memogen.render.adoption import Adopted

BOLAGET = "Gamla Bolaget AB"
"""Stands in every old document, and must be gone."""
CASES = {
    "tjansteskrivelse": "KS-2026-00123.yaml",
    "remiss": "KS-2026-00140-remiss.yaml",
    "protokollsutdrag": "KS-2026-04-22-paragraf-58.yaml",
    "styrdokument": "bilagor/riktlinje-uteserveringar.yaml",
    "kallelse": "KS-2026-05-20.yaml",
}


def letterhead(document: Word) -> None:
    document.sections[0].header.paragraphs[0].text = "Ekby stad · Stadens eget brevhuvud"
    document.sections[0].footer.paragraphs[0].text = "Ekby stad, 111 22 Ekby"


def sections(document: Word, style: str | None = "Heading 2") -> None:
    for heading, text in (
        ("Förslag till beslut", f"Kommunstyrelsen beslutar att anta avtalet med {BOLAGET}."),
        ("Ärendet", f"{BOLAGET} har begärt ett nytt avtal."),
        ("Ekonomiska konsekvenser", "Avtalet kostar 14 kronor."),
    ):
        if style:
            document.add_paragraph(heading, style)
        else:
            document.add_paragraph().add_run(heading).bold = True
        document.add_paragraph(text)


def signed(document: Word) -> None:
    for text in ("Stina Ekberg", "Stadsdirektör"):
        document.add_paragraph(text)


def plain(document: Word) -> None:
    """Labels with colons, real headings, signatures below."""
    document.add_paragraph("Tjänsteskrivelse")
    for line in ("Dnr: EK 2019/14", "Datum: 2019-03-04", "Handläggare: Bo Ek", "Till: Kommunstyrelsen"):
        document.add_paragraph(line)
    document.add_heading(f"Avtal med {BOLAGET}", 1)
    sections(document)
    signed(document)


def table_head(document: Word) -> None:
    """The head is a table: a label above its value in two cells, and beside it in a row."""
    table = document.add_table(3, 3)
    for column, (label, value) in enumerate(
        [("Handläggare", "Bo Ek"), ("Datum", "2019-03-04"), ("Diarienummer", "EK 2019/14")]
    ):
        table.cell(0, column).text = label
        table.cell(1, column).text = value
    table.cell(2, 0).text = "Mottagare"
    table.cell(2, 1).text = "Stadsstyrelsen"
    document.add_heading(f"Avtal med {BOLAGET}", 1)
    sections(document)
    signed(document)


def empty_cells(document: Word) -> None:
    """A form: labels with empty cells beside them."""
    table = document.add_table(4, 2)
    for row, label in enumerate(("Dnr:", "Datum:", "Handläggare:", "Nämnd:")):
        table.cell(row, 0).text = label
    document.add_heading("Rubrik", 1)
    sections(document)
    signed(document)


def control(paragraph: Paragraph, alias: str, text: str, tag: str = "") -> None:
    xml = (
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(parse_xml(xml))


def controls(document: Word) -> None:
    """Content controls with names, in the body and in the header; one that memogen cannot know."""
    control(document.sections[0].header.add_paragraph("Nr "), "Diarienummer", "Klicka här")
    control(document.add_paragraph("Datum: "), "x", "Klicka här", tag="Dokumentdatum")
    control(document.add_paragraph(), "Handläggare", "Klicka här för att ange text.")
    control(document.add_paragraph(), "Säkerhetsklass", "Välj")
    control(document.add_paragraph(style="Heading 1"), "Ärendemening", f"Avtal med {BOLAGET}")
    control(document.add_paragraph(), "Mottagare", "Stadsstyrelsen")
    sections(document)
    signed(document)


def merge_field(paragraph: Paragraph, code: str, shown: str) -> None:
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code[:9]}</w:instrText>',
        f'<w:instrText xml:space="preserve">{code[9:]} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


def merge_fields(document: Word) -> None:
    """Fields of another system, whole and spread over runs; page numbers are Word's own and stay."""
    header = document.sections[0].header.add_paragraph("Dnr ")
    merge_field(header, "MERGEFIELD Diarienr", "«Diarienr»")
    merge_field(document.sections[0].footer.add_paragraph("Sida "), "PAGE", "1")
    simple = document.add_paragraph()
    simple._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" DOCPROPERTY &quot;Handläggare&quot; "><w:r><w:t>Bo</w:t></w:r>'
            "</w:fldSimple>"
        )
    )
    merge_field(document.add_paragraph(), "MERGEFIELD Datum \\* MERGEFORMAT", "2019-03-04")
    merge_field(document.add_paragraph(), "MERGEFIELD Nämnd", "Stadsstyrelsen")
    merge_field(document.add_paragraph(), "MERGEFIELD Hemlig_kod", "x17")
    merge_field(document.add_heading("", 1), "MERGEFIELD Ärendemening", f"Avtal med {BOLAGET}")
    sections(document)
    signed(document)


def bracketed(document: Word) -> None:
    """Names between brackets, split over runs with formatting of their own."""
    paragraph = document.add_paragraph("Diarienummer ")
    for piece in ("«Diarie", "num", "mer»"):
        paragraph.add_run(piece).italic = True
    document.add_paragraph("Den [Datum] skrev [Ange handläggare] till «Mottagare»")
    document.add_heading("[Rubrik]", 1)
    sections(document)
    signed(document)


def bold_headings(document: Word) -> None:
    """No heading styles at all: headings are bold paragraphs, and labels stand in one row with tabs."""
    document.add_paragraph("Handläggare\tDatum\tDiarienummer")
    document.add_paragraph("Bo Ek\t4 mars 2019\tEK 2019/14")
    document.add_paragraph("Kommunstyrelsen")
    document.add_paragraph().add_run(f"Avtal med {BOLAGET}").bold = True
    sections(document, None)
    signed(document)


def split_runs(document: Word) -> None:
    """Every label and value in pieces; headings of a case's own; signatures in a table."""
    for label, value in (("Dnr:", "EK 2019/14"), ("Datum:", "2019-03-04"), ("Handläggare:", "Bo Ek")):
        paragraph = document.add_paragraph()
        for piece in (label[:2], label[2:], " ", value[:3], value[3:]):
            paragraph.add_run(piece).bold = piece == value[:3]
    document.add_paragraph("Adressat: Stadsstyrelsen")
    document.add_heading(f"Avtal med {BOLAGET}", 1)
    sections(document)
    document.add_heading("Särskilt om bryggan", 2)
    document.add_paragraph(f"Den ägs av {BOLAGET}.")
    table = document.add_table(2, 2)
    for column, name in enumerate(("Stina Ekberg", "Olof Lund")):
        table.cell(0, column).text = name
        table.cell(1, column).text = "Direktör"


def interrupted(document: Word) -> None:
    """A form field stands between the sections, and a date in words."""
    plain(document)
    body = document.element.body
    heading = next(p for p in document.paragraphs if p.text == "Ärendet")
    body.insert(body.index(heading._p), document.add_paragraph("Inkommet: 3 mars 2019")._p)


def tracked(document: Word) -> None:
    """Changes that nobody has accepted."""
    plain(document)
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Datum"))
    for name, inner in (("ins", "<w:r><w:t> </w:t></w:r>"), ("del", "<w:r><w:delText>x</w:delText></w:r>")):
        paragraph._p.append(parse_xml(f'<w:{name} {nsdecls("w")} w:id="7" w:author="a">{inner}</w:{name}>'))


def without_sections(document: Word) -> None:
    """Nothing but a letterhead and a head."""
    for line in ("Dnr: EK 2019/14", "Datum: 2019-03-04", "Handläggare: Bo Ek", "Till: Stadsstyrelsen"):
        document.add_paragraph(line)
    document.add_heading("Ärendets rubrik", 1)


MEMOS = (
    *(plain, table_head, empty_cells, controls, merge_fields, bracketed, bold_headings, split_runs, interrupted),
    *(tracked, without_sections),
)


def remiss(document: Word) -> None:
    document.add_paragraph("Remiss")
    for line in ("Dnr: EK 2019/14", "Datum: 2019-03-04", "Svar senast: 2019-05-01", "Svar till: a@b.example"):
        document.add_paragraph(line)
    document.add_paragraph("Avsändare: Kontoret")
    document.add_heading(f"Förslag från {BOLAGET}", 1)
    document.add_paragraph(f"{BOLAGET} vill bygga en brygga. " * 5)
    document.add_heading("Remissinstanser", 2)
    document.add_paragraph(BOLAGET, "List Bullet")


def styrdokument(document: Word) -> None:
    document.add_paragraph("Styrdokument")
    for line in ("Diarienummer: EK 2019/14", "Datum: 2019-03-04", "Antagen av: Stadsstyrelsen", "Ansvarig: Bo Ek"):
        document.add_paragraph(line)
    document.add_heading(f"Policy för {BOLAGET}", 1)
    document.add_paragraph("Kategori: Policy")
    document.add_heading("Syfte", 2)
    document.add_paragraph(f"Policyn gäller {BOLAGET}.")


def protokollsutdrag(document: Word) -> None:
    document.add_paragraph("Protokollsutdrag")
    for line in ("Nämnd: Stadsstyrelsen", "Sammanträdesdatum: 2019-03-04", "Paragraf: § 41", "Dnr: EK 2019/14"):
        document.add_paragraph(line)
    document.add_heading(f"Avtal med {BOLAGET}", 1)
    for heading in ("Beslut", "Yrkanden"):
        document.add_heading(heading, 2)
        document.add_paragraph(f"Något om {BOLAGET}.")
    for line in ("Ordförande: Bo Ek", "Sekreterare: Ann Ek", "Justerande: Cia Ek"):
        document.add_paragraph(line)


def kallelse(document: Word) -> None:
    document.add_paragraph("Kallelse")
    for line in ("Nämnd: Stadsstyrelsen", "Datum: 2019-03-04", "Tid: 13.00", "Plats: Salen"):
        document.add_paragraph(line)
    document.add_heading("Sammanträde", 1)
    document.add_heading("Ärenden", 2)
    document.add_paragraph(f"1. {BOLAGET}")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with the shipped cases, without templates of its own."""
    shutil.copytree(workspace.shipped("cases"), tmp_path / "cases")
    (tmp_path / "templates").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def adopted(place: Path) -> Callable[..., Adopted]:
    """A document as the workspace's template."""

    def adopted(write: Callable[[Word], None], kind: str = "tjansteskrivelse") -> Adopted:
        document = Document()
        letterhead(document)
        write(document)
        document.save(str(place / "gammal.docx"))
        profil = pipeline.prepare(workspace.find(place), Choices(place / "output")).profil
        made = adopt(place / "gammal.docx", kind, profil)
        (place / "templates" / f"{kind}.docx").write_bytes(made.data)
        return made

    return adopted


def poured(place: Path, kind: str) -> str:
    """The text of the sample case of the kind, poured into the template."""
    case = place / "cases" / CASES[kind]
    setting = pipeline.prepare(workspace.find(case), Choices(place / "output", only=frozenset({kind})))
    outcome = pipeline.make(case, setting)
    assert outcome.status == "written", outcome
    assert not [one for one in outcome.diagnostics if one.code == "MA08"]
    return "\n".join(render.text(outcome.outputs[0][0].read_bytes())).replace("\u00a0", " ")


@pytest.mark.parametrize("write", MEMOS, ids=lambda one: one.__name__)
def test_an_old_memo_becomes_a_template_for_new_ones(
    place: Path, adopted: Callable[..., Adopted], write: Callable[[Word], None]
) -> None:
    adopted(write)
    text = poured(place, "tjansteskrivelse")
    for wanted in ("Ekby stad · Stadens eget brevhuvud", "Ekby stad, 111 22 Ekby", "KS-2026-00123"):
        assert wanted in text
    for section in ("Riktlinjen för sommarserveringar", "anta riktlinje för uteserveringar", "60 000 kronor"):
        assert section in text
    for wanted in (
        "Hanna Åkerlind, Petter Sjövall",
        "Riktlinje för uteserveringar på kommunens mark",
        "Karin Mossberg",
    ):
        assert wanted in text
    for gone in (BOLAGET, "EK 2019/14", "Bo Ek", "Stina Ekberg", "2019"):
        assert gone not in text


@pytest.mark.parametrize("write", MEMOS, ids=lambda one: one.__name__)
def test_the_day_and_the_receiver_are_those_of_the_new_case(
    place: Path, adopted: Callable[..., Adopted], write: Callable[[Word], None]
) -> None:
    adopted(write)
    text = poured(place, "tjansteskrivelse")
    assert "2026-03-12" in text or "12 mars 2026" in text
    assert "ommunstyrelsen" in text
    assert "Stadsstyrelsen" not in text


@pytest.mark.parametrize("write", [remiss, styrdokument, protokollsutdrag, kallelse], ids=lambda one: one.__name__)
def test_the_other_kinds_become_templates_too(
    place: Path, adopted: Callable[..., Adopted], write: Callable[[Word], None]
) -> None:
    adopted(write, write.__name__)
    text = poured(place, write.__name__)
    assert "Ekby stad · Stadens eget brevhuvud" in text
    assert BOLAGET not in text
    assert "2019" not in text


def in_the_foot(document: Word) -> None:
    """Labels without a colon; the handläggare in the foot, with a telephone; a signature with its title beside it."""
    document.sections[0].footer.add_paragraph("Handläggare  Bo Ek, utredare, 0123-45 67")
    for line in ("Tjänsteskrivelse", "Dnr EK 2019/14", "Datum  2019-03-04", "Mottagare  Stadsstyrelsen"):
        document.add_paragraph(line)
    document.add_heading(f"Avtal med {BOLAGET}", 1)
    sections(document)
    document.add_paragraph("Stina Ekberg, stadsdirektör")


def test_a_handlaggare_in_the_foot_keeps_the_telephone(place: Path, adopted: Callable[..., Adopted]) -> None:
    adopted(in_the_foot)
    text = poured(place, "tjansteskrivelse")
    assert "Handläggare  Hanna Åkerlind; Petter Sjövall" in text
    assert "Karin Mossberg, Kommundirektör" in text
    assert [gone for gone in (BOLAGET, "2019", "Bo Ek", "Stina") if gone in text] == []


def test_the_paragraph_s_number_and_who_signs_keep_their_places(place: Path, adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        document.add_paragraph("Datum: 2019-03-04")
        document.add_heading(f"§ 41 Avtal med {BOLAGET}", 1)
        document.add_heading("Beslut", 2)
        document.add_paragraph(f"Något om {BOLAGET}.")
        document.add_paragraph("Ordförande: Bo Ek")

    adopted(write, "protokollsutdrag")
    text = poured(place, "protokollsutdrag")
    assert "§ 58 Bidrag till Björkvalla Roddklubb för ny brygga" in text
    assert text.index("bevilja Björkvalla Roddklubb") < text.index("Ordförande: Ingrid Sandell (S)")


def test_what_is_not_known_stays_and_is_pointed_out(adopted: Callable[..., Adopted]) -> None:
    looked_at = {one.found: one.certainty for one in adopted(controls).found if not one.tag}
    assert looked_at["innehållskontrollen Säkerhetsklass"] == "osäker"
    unknown = [one.found for one in adopted(merge_fields).found if not one.tag]
    assert "fältet Hemlig_kod" in unknown


def test_the_list_says_what_was_put_where(adopted: Callable[..., Adopted]) -> None:
    found = {one.tag: (one.where, one.found, one.certainty) for one in adopted(plain).found}
    assert found["{{ diarienummer }}"] == ("brödtexten, stycke 2", "Dnr: EK 2019/14", "säker")
    assert found["{{ rubrik }}"] == ("brödtexten, stycke 6", f"Avtal med {BOLAGET}", "säker")


def test_a_section_in_a_control_is_told_to_stand_alone(adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        document.add_paragraph("Dnr: EK 2019/14")
        text = "<w:sdtContent><w:p><w:r><w:t>Skriv här</w:t></w:r></w:p></w:sdtContent>"
        xml = f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Ärendet"/></w:sdtPr>{text}</w:sdt>'
        document.element.body.insert(1, parse_xml(xml))

    found = adopted(write).found
    assert "{{p arendet }}" in [one.tag for one in found]
    assert any("egna fält" in one.look for one in found)


def test_a_heading_that_is_only_bold_is_pointed_out(adopted: Callable[..., Adopted]) -> None:
    assert any("rubrikformatmall" in one.look for one in adopted(bold_headings).found)


def test_text_that_no_field_takes_is_pointed_out(adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        document.add_paragraph("Ekby är en stad vid havet.")
        plain(document)

    left = [one.found for one in adopted(write).found if "fast text" in one.look]
    assert left == ["Ekby är en stad vid havet."]


def test_page_numbers_and_pictures_of_the_letterhead_stay(adopted: Callable[..., Adopted]) -> None:
    with zipfile.ZipFile(io.BytesIO(adopted(merge_fields).data)) as package:
        assert b"PAGE" in b"".join(package.read(name) for name in package.namelist() if "footer" in name)


def test_a_word_template_becomes_a_document_and_forgets_what_another_system_kept_in_it(
    adopted: Callable[..., Adopted],
) -> None:
    def write(document: Word) -> None:
        plain(document)
        document.part._content_type = document.part.content_type.replace("document.main", "template.main")
        kept = parse_xml(f'<w:docVars {nsdecls("w")}><w:docVar w:name="a" w:val="{BOLAGET}"/></w:docVars>')
        document.settings.element.append(kept)

    data = adopted(write).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert BOLAGET not in package.read("word/settings.xml").decode()
        assert "template.main" not in package.read("[Content_Types].xml").decode()


def test_a_row_whose_deletion_is_tracked_is_gone(adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        document.add_paragraph("Diarienummer: EK 2019/14")
        table = document.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "Raden som står kvar", "Raden som ströks"
        struck = table.rows[1]._tr.get_or_add_trPr()
        struck.append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="Bo Ek"/>'))
        document.add_heading("Ärendet", 2)
        document.add_paragraph("Texten.")

    text = "\n".join(render.text(adopted(write).data))
    assert "Raden som står kvar" in text
    assert "Raden som ströks" not in text


@pytest.mark.parametrize("member", ["word/vbaProject.bin", "word/embeddings/a.bin"])
def test_what_a_template_may_not_hold_is_refused(place: Path, member: str) -> None:
    document = Document()
    plain(document)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(member, b"x")
    (place / "gammal.docx").write_bytes(stream.getvalue())
    profil = pipeline.prepare(workspace.find(place), Choices(place / "output")).profil
    with pytest.raises(Rejected) as refused:
        adopt(place / "gammal.docx", "tjansteskrivelse", profil)
    assert [one.code for one in refused.value.diagnostics] == ["MA01"]


def test_the_old_case_and_its_author_are_not_among_the_properties(adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        plain(document)
        document.core_properties.author = "Bo Ek"
        document.core_properties.title = BOLAGET

    properties = Document(io.BytesIO(adopted(write).data)).core_properties
    assert (properties.author, properties.title, properties.language) == ("", "{{ rubrik }}", "sv-SE")


def test_what_is_a_template_already_is_refused(adopted: Callable[..., Adopted]) -> None:
    def write(document: Word) -> None:
        plain(document)
        document.add_paragraph("{%p if datum %}")

    with pytest.raises(Rejected) as refused:
        adopted(write)
    [fault] = refused.value.diagnostics
    assert (fault.code, fault.message) == ("MA06", "dokumentet har redan taggar (brödtexten, stycke 15)")


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04"])
def test_what_is_no_document_is_refused(place: Path, data: bytes) -> None:
    (place / "gammal.docx").write_bytes(data)
    profil = pipeline.prepare(workspace.find(place), Choices(place / "output")).profil
    with pytest.raises(Rejected):
        adopt(place / "gammal.docx", "tjansteskrivelse", profil)


def test_every_kind_has_a_sample() -> None:
    assert set(KINDS) == set(CASES)
