"""Nothing lost: what the case says is found in the document, or memogen tells what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from memogen import render
from memogen.artifacts import Blocks, Paragraph, Run, Runs, Trace
from memogen.diagnostics import Severity

if TYPE_CHECKING:
    from memogen.artifacts import Value
    from memogen.diagnostics import Remark
    from tests.unit.render.conftest import Desk


def remarks(desk: Desk, body: str, fields: dict[str, Value], *traces: tuple[str, str]) -> tuple[Remark, ...]:
    memo = replace(desk.memo(**fields), traces=tuple(Trace((name,), name, text) for name, text in traces))
    return render.docx(memo, desk.template(body)).remarks


def test_words_that_are_there_give_no_remark(desk: Desk) -> None:
    traces = [("rubrik", "§ 144 om  taxan"), ("rubrik", "ett\ntvå")]
    assert remarks(desk, desk.p("{{ rubrik }}"), {"rubrik": "§\u00a0144 om taxan ett\ntvå"}, *traces) == ()


def test_a_field_that_the_template_never_shows_is_a_warning_once(desk: Desk) -> None:
    found = remarks(desk, desk.p("x"), {"handlaggare": "Anna Ek"}, ("handlaggare", "Anna"), ("handlaggare", "Ek"))
    assert [(r.code, r.path, r.severity) for r in found] == [("MA07", ("handlaggare",), Severity.WARNING)]


def test_words_that_the_template_hides_are_an_error(desk: Desk) -> None:
    found = remarks(desk, desk.p("{{ rubrik[:3] }}"), {"rubrik": "Antagande"}, ("rubrik", "Antagande"))
    assert [(r.code, r.severity) for r in found] == [("MA08", Severity.ERROR)]
    assert "Antagande" in found[0].message


def test_a_section_that_is_shown_in_the_loop_counts_as_shown(desk: Desk) -> None:
    body = desk.p("{% for del in avsnitt %}{{ del.rubrik }}{% endfor %}")
    fields = {"avsnitt": [{"nyckel": "beredning", "rubrik": "Beredning"}], "beredning": "x"}
    assert [r.code for r in remarks(desk, body, fields, ("beredning", "Remitterad"))] == ["MA08"]


def test_an_unknown_name_is_told_with_what_was_meant(desk: Desk) -> None:
    (fault,) = desk.faults(desk.p("x") + desk.p("Hej {{ rubrikk }}"), {"rubrik": "x"})
    assert (fault.code, fault.place.line, fault.place.column) == ("MA03", 2, 5)
    assert fault.message == 'okänt namn "rubrikk" (brödtexten, stycke 2)'
    assert fault.help == 'menade du "rubrik"?'


def test_all_unknown_names_are_told_at_once(desk: Desk) -> None:
    faults = desk.faults(desk.p("{{ ett }} {{ tva }}"), header=desk.p("{{ tre }}"))
    assert [fault.message.split(" (")[0] for fault in faults] == [
        'okänt namn "ett"',
        'okänt namn "tva"',
        'okänt namn "tre"',
    ]


def test_an_unknown_field_of_a_loop_is_told_with_what_was_meant(desk: Desk) -> None:
    body = desk.p("x") + desk.p("{% for del in avsnitt %}{{ del.rubrikk }}{% endfor %}")
    (fault,) = desk.faults(body, {"avsnitt": [{"rubrik": "x"}]})
    assert (fault.code, fault.place.line, fault.help) == ("MA03", 2, 'menade du "del.rubrik"?')


BLOCKS = Blocks((Paragraph((Run("x"),)),))
RUNS = Runs((Run("x"),))


@pytest.mark.parametrize(
    ("tag", "value", "words", "advice"),
    [
        ("{{ f }}", BLOCKS, "hela stycken", "{{p"),
        ("{{ f }}", RUNS, "formaterad text", "{{r"),
        ("{{r f }}", BLOCKS, "hela stycken", "{{p"),
        ("{{r f }}", "text", "inte formaterad text", "utan r"),
        ("{{p f }}", "text", "inte hela stycken", "utan p"),
        ("{{p f }}", RUNS, "inne i ett stycke", "{{r"),
        ("{{ f }}", ["a"], "en lista", "slinga"),
        ("{{ f }}", {"a": "b"}, "flera fält", "fält"),
        ("{{ f|upper }}", BLOCKS, "hela stycken", "{{p"),
        ("{% for x in f %}{{ x }}{% endfor %}", "text", "inte över en lista", "lista"),
        ("{% for x in f %}{{ x }}{% endfor %}", BLOCKS, "inte över en lista", "lista"),
        ("{% if f >= 3 %}x{% endif %}", "text", "kan inte räknas ut", "slag"),
        ("{{ f + 1 }}", "text", "räknar bara med tal", "~"),
        ("{{ 1 / f }}", 0, "noll", "divisionen"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(desk: Desk, tag: str, value: Value, words: str, advice: str) -> None:
    (fault,) = desk.faults(desk.p(tag), {"f": value})
    assert fault.code in {"MA05", "MA09", "MA11"}
    assert words in fault.message
    assert advice in fault.help
    assert fault.place.excerpt == tag
