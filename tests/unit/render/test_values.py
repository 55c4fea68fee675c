"""Values: any text stands in the document as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


@pytest.mark.parametrize(
    "value", ["Kultur & Fritid", "R&D", "a <b>fet</b> c", "Barn&utbildning; nämnd", 'sa "ja"', "1 < 2 > 0"]
)
def test_markup_in_a_value_stays_text(desk: Desk, value: str) -> None:
    header = footer = desk.p("{{ rubrik }}")
    notes = f'<w:footnote w:id="1">{desk.p("{{ rubrik }}")}</w:footnote>'
    found = desk.text(desk.p("{{ rubrik }}"), {"rubrik": value}, header=header, footer=footer, footnotes=notes)
    assert found == [value] * 4


@pytest.mark.parametrize(
    "value", ["{{ 7*7 }}", "{% for x in y %}", "{# dold #}", "{_{ x }_}", "{{p rubrik }}", "}}", "{{"]
)
def test_braces_in_a_value_stay_text_in_every_part(desk: Desk, value: str) -> None:
    two_sections = desk.p("{{ rubrik }}") + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + desk.p("{{ rubrik }}")
    notes = f'<w:footnote w:id="1">{desk.p("{{ rubrik }}")}</w:footnote>'
    parts = {"header": desk.p("{{ rubrik }}"), "footnotes": notes, "endnotes": notes.replace("footnote", "endnote")}
    assert desk.text(two_sections, {"rubrik": value}, **parts) == [value] * 5


def test_line_breaks_and_tabs_are_words_own(desk: Desk) -> None:
    xml = desk.xml(desk.p("{{ rubrik }}"), {"rubrik": "ett\ntvå\ttre\r\nfyra\vfem"})
    assert xml.count("<w:br/>") == 3
    assert xml.count("<w:tab/>") == 1
    assert desk.text(desk.p("{{ rubrik }}"), {"rubrik": "ett\ntvå\ttre"}) == ["ett\ntvå\ttre"]


def test_what_xml_cannot_hold_never_reaches_it(desk: Desk) -> None:
    value = "a\x00b\x07c\x1fd\ufffee\ud800f"
    assert desk.text(desk.p("{{ rubrik }}"), {"rubrik": value}) == ["abcdef"]


def test_an_ampersand_in_a_constant_of_the_template_is_escaped_once(desk: Desk) -> None:
    assert desk.text(desk.p('{{ "Kultur &amp; Fritid" }}')) == ["Kultur & Fritid"]


def test_spaces_around_a_value_are_kept(desk: Desk) -> None:
    assert desk.text(desk.p("{{ a }} {{ b }}"), {"a": "x ", "b": " y"}) == ["x   y"]


def test_a_value_in_an_attribute_cannot_leave_it(desk: Desk) -> None:
    body = '<w:p><w:bookmarkStart w:id="1" w:name="{{ namn }}"/><w:bookmarkEnd w:id="1"/></w:p>' + desk.p("x")
    xml = desk.xml(body, {"namn": 'a"/><w:vanish/><x y="'})
    assert "<w:vanish/>" not in xml
    assert 'w:name="a&quot;/&gt;&lt;w:vanish/&gt;&lt;x y=&quot;"' in xml


def test_true_and_numbers_are_printed_in_swedish(desk: Desk) -> None:
    assert desk.text(desk.p("{{ vald }} {{ ej }} {{ antal }}"), {"vald": True, "ej": False, "antal": 3}) == ["ja nej 3"]


def test_a_very_long_value_is_whole(desk: Desk) -> None:
    value = "å" * 300_000
    assert desk.text(desk.p("{{ rubrik }}"), {"rubrik": value}) == [value]


@pytest.mark.parametrize("sign", ["\r", "\x0b", "\x85", "\u2028", "\u2029", "\x01"])
def test_odd_signs_of_a_value_leave_those_of_the_template_where_they_stand(desk: Desk, sign: str) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="x" descr="ett&#x2028;vapen"/></wp:inline></w:drawing></w:r>'
    )
    field = '<w:r><w:instrText> QUOTE "ett&#x85;fält" </w:instrText></w:r>'
    xml = desk.xml(f"<w:p>{drawing}{field}</w:p>" + desk.p("{{ rubrik }}"), {"rubrik": f"före{sign}efter"})
    assert 'descr="ett vapen"' in xml
    assert ' QUOTE "ett fält" ' in xml
    said = desk.text(desk.p("{{ rubrik }}"), {"rubrik": f"före{sign}efter"})
    assert said == ["föreefter" if sign == "\x01" else "före\nefter"]
