"""Tables of a template: what loops and conditions leave is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from memogen import render

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


def test_a_condition_that_empties_a_cell_leaves_a_paragraph(desk: Desk) -> None:
    row = desk.cell(desk.p("{%p if x %}") + desk.p("text") + desk.p("{%p endif %}")) + desk.cell(desk.p("y"))
    body = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>"
    xml = desk.xml(body, {"x": ""})
    assert re.findall(r"<w:tc>.*?</w:tc>", xml)[0].endswith("</w:tcPr><w:p/></w:tc>")


def test_rows_over_nothing_leave_no_table(desk: Desk) -> None:
    body = desk.p("före") + desk.table(("{%tr for x in lista %}",), ("{{ x }}",), ("{%tr endfor %}",))
    assert "<w:tbl>" not in desk.xml(body, {"lista": []})
    assert desk.xml(body, {"lista": ["a", "b"]}).count("<w:tr>") == 2


def test_a_table_inside_a_cell_that_vanishes_leaves_a_paragraph(desk: Desk) -> None:
    inner = desk.table(("{%tr for x in lista %}",), ("{{ x }}",), ("{%tr endfor %}",))
    body = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{desk.cell(inner)}</w:tr></w:tbl>"
    assert desk.xml(body, {"lista": []}).count("<w:tbl>") == 1


def test_repeated_columns_get_a_grid(desk: Desk) -> None:
    body = desk.table(("{%tc for x in lista %}", "{{ x }}", "{%tc endfor %}"))
    xml = desk.xml(body, {"lista": ["a", "b", "c", "d", "e"]})
    assert xml.count("<w:gridCol ") == 5
    assert desk.xml(body, {"lista": ["a"]}).count("<w:gridCol ") == 1


def test_a_header_without_paragraphs_gets_one(desk: Desk) -> None:
    header = desk.p("{%p if x %}") + desk.p("text") + desk.p("{%p endif %}")
    rendered = desk.pour(desk.p("y"), {"x": ""}, header=header)
    assert "<w:p/></w:hdr>" in desk.part(rendered, "word/header1.xml")


def test_drawings_and_bookmarks_of_a_loop_are_told_apart(desk: Desk) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'
    )
    mark = '<w:bookmarkStart w:id="0" w:name="m"/><w:bookmarkEnd w:id="0"/>'
    body = desk.p("{%p for x in lista %}") + f"<w:p>{mark}{drawing}</w:p>" + desk.p("{%p endfor %}")
    xml = desk.xml(body, {"lista": ["a", "b"]})
    assert re.findall(r'docPr id="(\d+)"', xml) == ["1001", "1002"]
    assert xml.count("<w:bookmarkStart ") == xml.count("<w:bookmarkEnd ") == 1


def test_tables_that_pour_next_to_each_other_are_kept_apart(desk: Desk) -> None:
    body = desk.table(("a",)) + desk.p("{%p if x %}") + desk.p("y") + desk.p("{%p endif %}") + desk.table(("b",))
    assert "</w:tbl><w:p/><w:tbl>" in desk.xml(body, {"x": ""})


def shape(desk: Desk, body: str, **fields: object) -> str:
    """The body as one letter an element: paragraphs, tables, the section's end."""
    root = etree.fromstring(desk.xml(body, fields).encode())
    return "".join(etree.QName(element).localname[0] for element in root[0])


def test_tables_that_a_loop_repeats_are_kept_apart(desk: Desk) -> None:
    body = desk.p("{%p for x in lista %}") + desk.table(("{{ x }}",)) + desk.p("{%p endfor %}") + desk.p("slut")
    assert shape(desk, body, lista=["a", "b", "c"]) == "tptptps"
    assert shape(desk, body, lista=[]) == "ps"


def test_tables_are_kept_apart_where_what_stood_between_them_vanishes(desk: Desk) -> None:
    between = desk.p("{%p if x %}") + desk.p("{{ x }}") + desk.p("{%p endif %}")
    body = desk.table(("a",)) + between + desk.table(("b",)) + desk.p("slut")
    assert shape(desk, body, x="") == "tptps"
    assert shape(desk, body, x="ja") == "tptps"
    loop = desk.p("{%p for x in lista %}") + desk.p("{{ x }}") + desk.p("{%p endfor %}")
    assert shape(desk, desk.table(("a",)) + loop + desk.table(("b",)) + desk.p("slut"), lista=[]) == "tptps"


def test_a_table_of_one_branch_is_kept_apart_from_what_follows(desk: Desk) -> None:
    branches = (
        *(desk.p("{%p if x %}"), desk.table(("a",)), desk.p("{%p elif y %}"), desk.p("y")),
        *(desk.p("{%p else %}"), desk.p("{%p endif %}")),
    )
    body = "".join(branches) + desk.table(("b",)) + desk.p("slut")
    assert shape(desk, body, x="ja", y="") == "tptps"
    assert shape(desk, body, x="", y="ja") == "ptps"
    assert shape(desk, body, x="", y="") == "tps"


def test_a_table_of_a_loop_is_kept_apart_from_that_of_its_next_turn(desk: Desk) -> None:
    inner = desk.p("{%p if post %}") + desk.p("{{ post }}") + desk.p("{%p endif %}") + desk.table(("a",))
    body = desk.p("{%p for post in lista %}") + inner + desk.p("{%p endfor %}") + desk.p("slut")
    assert shape(desk, body, lista=["1", "", "", "2"]) == "ptptptptps"


def test_a_paragraph_follows_a_table_that_comes_to_stand_last(desk: Desk) -> None:
    body = desk.table(("a",)) + desk.p("{%p if x %}") + desk.p("{{ x }}") + desk.p("{%p endif %}")
    assert shape(desk, body, x="") == "tps"
    assert shape(desk, body, x="ja") == "tps"


def test_a_paragraph_follows_a_last_table_also_where_the_section_was_changed_with_changes_tracked(desk: Desk) -> None:
    changed = '<w:sectPrChange w:id="1" w:author="A"><w:sectPr/></w:sectPrChange></w:sectPr></w:body>'
    body = desk.table(("a",)) + desk.p("{%p if x %}") + desk.p("{{ x }}") + desk.p("{%p endif %}")
    content = desk.members(body)
    content["word/document.xml"] = content["word/document.xml"].replace("</w:sectPr></w:body>", changed)
    xml = desk.part(render.docx(desk.memo(x=""), desk.save(content)))
    assert "</w:tbl><w:p/><w:sectPr>" in xml


def test_rows_over_nothing_leave_no_table_beside_one_with_a_namespace_of_its_own(desk: Desk) -> None:
    other = desk.table(("fast",)).replace("<w:tbl>", '<w:tbl xmlns:q="urn:q">')
    empty = desk.table(("{%tr for x in lista %}",), ("{{ x }}",), ("{%tr endfor %}",))
    xml = desk.xml(other + desk.p("mellan") + empty + desk.p("slut"), {"lista": []})
    assert xml.count("<w:tblGrid>") == 1
