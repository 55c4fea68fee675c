from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name

from memogen.archive.bilagor.cleaning import cleaned
from memogen.archive.bilagor.colours import define_inks, print_profile
from memogen.archive.bilagor.fonts import embed
from memogen.archive.bilagor.texts import losses, pages
from tests import strange_files


def drawn(pdf: bytes) -> pypdfium2.PdfBitmap:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()


def test_a_font_that_is_only_named_gets_a_stand_in_and_no_word_moves() -> None:
    before = strange_files.saved(strange_files.plain(font="Arial"))
    with pikepdf.open(io.BytesIO(before)) as document:
        assert embed(document) == 1
        after = strange_files.saved(document)
    assert [page.text for page in pages(after)] == [page.text for page in pages(before)]


def test_a_font_with_a_name_in_latin_1_gets_a_stand_in_too() -> None:
    before = strange_files.saved(
        strange_files.plain(font="ArialX"), object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    with pikepdf.open(io.BytesIO(before.replace(b"/ArialX", b"/Arial\xc5"))) as document:
        assert embed(document) == 1


def test_many_pages_share_one_stand_in() -> None:
    with strange_files.plain(40) as document:
        assert embed(document) == 1
        assert len(strange_files.saved(document)) < 100_000


def test_ticks_greek_and_a_foreign_font_get_stand_ins_with_the_widths_that_the_document_says() -> None:
    with pikepdf.open(io.BytesIO(strange_files.ticked())) as document:
        assert embed(document) == 4
        fonts = document.pages[0].obj.Resources.Font
        assert [round(float(width)) for width in fonts.V.Widths] == [776, 762, 724, 830, 683, 650]
        text = pages(strange_files.saved(document))[0].text
    assert "✔✓αβABCDEF" in text.replace(" ", "")  # noqa: RUF001 - Greek it is


def test_a_font_whose_letters_nobody_knows_stays_as_it_is() -> None:
    with pikepdf.open(io.BytesIO(strange_files.foreign_letters())) as document:
        embed(document)
        assert Name.FontFile2 not in document.pages[0].obj.Resources.Font.C.DescendantFonts[0].FontDescriptor


def test_print_colours_look_the_same_when_they_have_a_meaning() -> None:
    before = strange_files.print_colours()
    with pikepdf.open(io.BytesIO(before)) as document:
        assert define_inks(document)
        after = strange_files.saved(document)
    for place in ((125, 500), (250, 500)):
        old, new = drawn(before).getpixel(place), drawn(after).getpixel(place)
        assert max(abs(a - b) for a, b in zip(old, new, strict=True)) < 8


def test_a_document_without_print_colours_gets_no_profile() -> None:
    with strange_files.plain() as document:
        assert not define_inks(document)


def test_the_print_profile_is_the_same_every_time() -> None:
    profile = print_profile()
    assert profile[36:40] == b"acsp"
    assert len(profile) == int.from_bytes(profile[:4])
    print_profile.cache_clear()
    assert print_profile() == profile


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (strange_files.with_files(), "bilagans inbäddade filer (1 st.) finns bara i originalet"),
        (strange_files.commented(), "bilagans kommentarer (2 st.) går bara att läsa i originalet"),
        (strange_files.form(), "bilagans formulärfält (2 st.) går bara att fylla i i originalet"),
        (strange_files.signed(), "bilagans digitala underskrift gäller bara originalet"),
        (strange_files.see_through(), None),
    ],
)
def test_what_is_only_in_the_original_is_told(data: bytes, told: str | None) -> None:
    with pikepdf.open(io.BytesIO(data)) as document:
        remarks = cleaned(document, 2)
    assert [(remark.code, remark.message) for remark in remarks] == ([("AR07", told)] if told else [])


def test_what_was_filled_in_is_seen_when_the_form_is_gone() -> None:
    with pikepdf.open(io.BytesIO(strange_files.form())) as document:
        cleaned(document, 2)
        assert Name.AcroForm not in document.Root
        assert "Åke Öberg" in pages(strange_files.saved(document))[0].text


def test_links_stay_unless_they_start_a_program() -> None:
    with pikepdf.open(io.BytesIO(strange_files.commented())) as document:
        cleaned(document, 2)
        (link,) = document.pages[0].obj.Annots
        assert link.A.URI == "https://bjorkvalla.example/"


def test_a_lost_page_a_lost_word_and_another_size_are_told() -> None:
    two = pages(strange_files.saved(strange_files.plain(2)))
    other = pages(strange_files.saved(strange_files.plain(2, text="Skolvägarna på")))
    lying = pages(strange_files.saved(strange_files.plain(2, rotate=90)))
    assert [remark.message for remark in losses(two, two[:1])] == ["bilagan har 2 sidor, men arkivkopian fick 1"]
    first, *_ = losses(two, other)
    assert first.message == 'texten "Åsgatan är öppna för gående" på sida 1 saknas i arkivkopian'
    assert [remark.code for remark in losses(two, lying)] == ["AR06", "AR06"]
    assert not list(losses(two, other, words=False))
    assert not list(losses(other, two, words=True))
