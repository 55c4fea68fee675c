"""Tags: docxtpl's dialect as Word saves it, and every fault in Swedish at its paragraph."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


SPLIT = (
    '<w:p w:rsidR="00AB"><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AC"><w:t>Dnr {</w:t></w:r>'
    '<w:r><w:rPr><w:b/></w:rPr><w:t>{ diarie</w:t></w:r><w:proofErr w:type="spellEnd"/>'
    '<w:r w:rsidR="00AD"><w:t>nummer }</w:t></w:r><w:r><w:t xml:space="preserve">} slut</w:t></w:r></w:p>'
)


def test_a_tag_that_word_split_over_runs_is_one_tag(desk: Desk) -> None:
    assert desk.text(SPLIT, {"diarienummer": "KS-2026-00123"}) == ["Dnr KS-2026-00123 slut"]


def test_smart_quotes_and_hard_spaces_in_a_tag_are_typed_ones(desk: Desk) -> None:
    tag = "{%\u00a0if etikett == ”Datum” and x != \u2018y\u2019 %}ja{% endif %}"
    assert desk.text(desk.p(tag), {"etikett": "Datum", "x": "x"}) == ["ja"]


def test_a_comparison_that_xml_escapes_is_read(desk: Desk) -> None:
    assert desk.text(desk.p("{% if antal &lt; 3 and antal &gt; 1 %}två{% endif %}"), {"antal": 2}) == ["två"]


def test_a_decomposed_name_in_a_tag_is_the_composed_one(desk: Desk) -> None:
    tag = unicodedata.normalize("NFD", "{{ del.ämne }}")
    assert desk.text(desk.p(tag), {"del": {"ämne": "Skolan"}}) == ["Skolan"]


def test_docxtpls_way_to_write_braces_works_in_the_template_and_nowhere_else(desk: Desk) -> None:
    assert desk.text(desk.p("{_{ x }_} {{ rubrik }}"), {"rubrik": "{_{"}) == ["{{ x }} {_{"]


def test_a_paragraph_tag_takes_its_paragraph_away(desk: Desk) -> None:
    body = desk.p("{%p if x %}") + desk.p("ja") + desk.p("{%p else %}") + desk.p("nej") + desk.p("{%p endif %}")
    assert desk.xml(body, {"x": ""}).count("<w:p>") == 1
    assert desk.text(body, {"x": ""}) == ["nej"]


def test_row_tags_repeat_rows(desk: Desk) -> None:
    body = desk.table(("{%tr for u in uppgifter %}", ""), ("{{ u.e }}", "{{ u.v }}"), ("{%tr endfor %}", ""))
    assert desk.text(body, {"uppgifter": [{"e": "Datum", "v": "i dag"}, {"e": "Dnr", "v": "1"}]}) == [
        *("Datum", "i dag"),
        *("Dnr", "1"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("{{ rubrik", "MA02", "stängs inte"),
        ("Titel: {{ rubrik } och mer", "MA02", "stängs inte"),
        ("rubrik }}", "MA06", '"}}"'),
        ("{ { rubrik } }", "MA06", "{ {"),
        ("före {%p if rubrik %}", "MA02", "ensam"),
        ("{{p rubrik }} efter", "MA02", "ensam"),
        ("{%p if rubrik %}{%p endif %}", "MA02", "ensam"),
        ("{%tr for x in rubrik %}", "MA05", "tabell"),
        ("{% if rubrik %}", "MA02", "stängs aldrig"),
        ("{% endif %}", "MA02", "saknar en början"),
        ("{% fro x in rubrik %}", "MA02", '"fro"'),
        ("{{ rubrik | storbokstav }}", "MA02", '"storbokstav"'),
        ("{{ }}", "MA02", "tom"),
        ("{{ rubrik. }}", "MA02", "efter punkten"),
        ("{{ rubrik rubrik }}", "MA02", '"rubrik"'),
        ("{{ 'rubrik }}", "MA02", "tecknet"),
        ("{{ (rubrik }}", "MA02", "taggen"),
        ("{{ ! }}", "MA02", "tecknet"),
    ],
)
def test_a_faulty_tag_is_told_in_swedish_with_its_paragraph(desk: Desk, text: str, code: str, part: str) -> None:
    (fault,) = desk.faults(desk.p("Första stycket") + desk.p(text), {"rubrik": "x"})
    assert fault.code == code
    assert part in fault.message
    assert fault.place.line == 2
    assert fault.place.excerpt == text
    for english in ("expected", "unexpected", "token", "end of", "tag ", "unknown", "statement", "template"):
        assert english not in fault.message


def test_every_fault_of_a_template_is_told_at_once(desk: Desk) -> None:
    faults = desk.faults(desk.p("{{ a") + desk.p("b }}"), header=desk.p("{{ c"))
    assert [fault.code for fault in faults] == ["MA02", "MA06", "MA02"]
    assert "(sidhuvudet, stycke 1)" in faults[2].message


def test_a_loop_that_crosses_a_cell_is_refused(desk: Desk) -> None:
    body = desk.p("{% for x in lista %}") + desk.table(("{{ x }}{% endfor %}",))
    (fault,) = desk.faults(body, {"lista": ["a"]})
    assert fault.code == "MA05"
    assert "{% for x in lista %}" in fault.place.excerpt


def test_a_condition_over_two_paragraphs_is_whole_either_way(desk: Desk) -> None:
    body = desk.p("ett {% if x %}två") + desk.p("tre{% endif %} fyra")
    assert desk.text(body, {"x": "1"}) == ["ett två", "tre fyra"]
    assert desk.text(body, {"x": ""}) == ["ett  fyra"]


def test_tags_in_a_part_that_is_not_poured_are_told(desk: Desk) -> None:
    content = desk.members(desk.p("x"))
    content["word/comments.xml"] = content["word/document.xml"].replace(">x<", ">{{ rubrik }}<")
    fault = desk.refusal(content)
    assert fault.code == "MA06"
    assert "kommentar" in fault.message


def test_a_hostile_row_of_braces_is_refused_at_once(desk: Desk) -> None:
    (fault,) = desk.faults(desk.p("{{ a " * 20_000))
    assert fault.code == "MA02"


@pytest.mark.parametrize("element", ["w:instrText", "w:delText"])
def test_a_tag_in_a_field_or_in_deleted_text_is_told(desk: Desk, element: str) -> None:
    body = f"<w:p><w:r><{element}>HYPERLINK {{{{ rubrik }}}}</{element}></w:r></w:p>"
    (fault,) = desk.faults(body, {"rubrik": "x"})
    assert (fault.code, fault.place.excerpt) == ("MA05", "HYPERLINK {{ rubrik }}")


def test_a_tag_in_the_address_of_a_link_is_told(desk: Desk) -> None:
    content = desk.members(desk.p("x"))
    rels = content["word/_rels/document.xml.rels"]
    link = '<Relationship Id="l" Type="x/hyperlink" Target="https://a.example/{{ dnr }}" TargetMode="External"/>'
    content["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{link}</Relationships>")
    assert desk.refusal(content).code == "MA06"


def test_a_tag_in_an_alternative_text_is_poured(desk: Desk) -> None:
    body = desk.p("x") + '<w:p><w:bookmarkStart w:id="1" w:name="före {{ a }} {{ b }}"/></w:p>' + desk.p("{{ c }}")
    assert 'w:name="före 1 2"' in desk.xml(body, {"a": "1", "b": "2", "c": "3"})


def test_a_name_that_is_set_in_a_branch_is_known_there(desk: Desk) -> None:
    body = desk.p("{% if lista %}{% set en = lista | first %}{{ en.namn }}{% endif %}")
    assert desk.text(body, {"lista": [{"namn": "Anna Ek"}]}) == ["Anna Ek"]


@pytest.mark.parametrize(
    "content",
    [
        '<w:r><w:t>{{p text }}</w:t></w:r><w:r><w:br w:type="column"/></w:r>',
        '<w:r><w:t>{{ ru</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:t>brik }}</w:t></w:r>',
    ],
)
def test_what_would_vanish_with_a_tag_is_told_before_anything_is_poured(desk: Desk, content: str) -> None:
    found = desk.faults(f"<w:p>{content}</w:p>", {"rubrik": "x"})
    assert [one.code for one in found] == ["MA02"]
    assert "skulle försvinna" in found[0].message


def test_a_line_break_beside_a_tag_goes_without_a_word(desk: Desk) -> None:
    content = "<w:p><w:r><w:t>{%p if rubrik %}</w:t></w:r><w:r><w:br/></w:r></w:p>"
    assert desk.text(content + desk.p("a") + desk.p("{%p endif %}"), {"rubrik": "x"}) == ["a"]
