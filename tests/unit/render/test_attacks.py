"""Attacks: a template may not run code, read files, or use up the machine; it is told so at once and in Swedish."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from memogen.artifacts import Runs
from memogen.render import budget

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


ENGLISH = re.compile(r"\b(the|is|not|unsafe|access|attribute|object|undefined|error|expected|token|template)\b")

REACHING = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ rubrik|attr('__class__') }}",
    "{{ rubrik|map(attribute='__class__')|list }}",
    "{{ lista|map(attribute='__class__')|first }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum(n=1000000) }}",
    "{{ namespace }}",
    "{{ joiner }}",
    "{{ dict(id=1)|list|first }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ rubrik.format.__globals__ }}",
    "{{ '{0.__class__}'.format(rubrik) }}",
    "{{ '%s'|format(rubrik) }}",
    "{{ rubrik.__init__ }}",
    "{{ loop.__init__ }}",
    "{{ fakta.pop('a') }}",
    "{{ fakta.update }}",
    "{{ lista.append('x') }}",
    "{{ fakta.items.__self__ }}",
    "{{ _writer }}",
    "{{ _budget.steps }}",
    "{{ rubrik|_text }}",
    "{{ rubrik|safe }}",
    "{{ rubrik|xmlattr }}",
    "{{ rubrik|tojson }}",
    "{{ rubrik|pprint }}",
    "{% include 'word/document.xml' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os }}",
    "{% from 'os' import system %}",
    "{% extends 'x' %}",
    "{% block a %}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m() %}x{% endmacro %}",
    "{% call rubrik() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% autoescape false %}{{ rubrik }}{% endautoescape %}",
    "{% do rubrik %}",
    "{% debug %}",
    "{% for x in lista recursive %}{{ loop(lista) }}{% endfor %}",
    "{{ rubrik() }}",
    "{{ range(*lista) }}",
    "{{ rubrik.upper.__self__ }}",
]

EXHAUSTING = [
    "{{ 'a'*10**8 }}",
    "{{ 'a'*100000000 }}",
    "{{ 10**1000000 }}",
    "{{ 9**9**9**9 }}",
    "{% for a in range(99999999) %}x{% endfor %}",
    "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in range(1000) %}{% for b in range(1000) %}{% set x = a %}{% endfor %}{% endfor %}",
    "{% for a in lista %}{% for b in lista %}{% for c in lista %}{{ stor }}{% endfor %}{% endfor %}{% endfor %}",
    "{{ stor|replace('a', stor) }}",
    "{{ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor ~ stor }}",
    "{{ [stor, stor] }}",
    "{% set a = stor %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
    "{{ lista * 100000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ rubrik.ljust(999999999) }}",
    "{{ rubrik|center(999999999) }}",
    "{{ rubrik|indent(999999999) }}",
    "{{ lista|batch(999999999, 'x')|list }}",
    "{{ lista|slice(999999999)|list }}",
    "{{ " + "(" * 900 + "1" + ")" * 900 + " }}",
    "{% if rubrik %}" * 150 + "{% endif %}" * 150,
    "{% for x in lista %}" * 60 + "{% endfor %}" * 60,
]

FIELDS = {"rubrik": "text", "lista": ["x"] * 40, "fakta": {"a": "b"}, "stor": "a" * 100_000}


@pytest.mark.parametrize("tag", REACHING + EXHAUSTING)
@pytest.mark.parametrize("where", ["body", "header"])
def test_an_attack_is_refused_quickly_and_in_swedish(desk: Desk, tag: str, where: str) -> None:
    inside = desk.p("{% for x in lista %}" + tag + "{% endfor %}") if "loop." in tag else desk.p(tag)
    body, parts = (inside, {}) if where == "body" else (desk.p("x"), {"header": inside})
    started = time.process_time()
    faults = desk.faults(body, FIELDS, **parts)
    assert time.process_time() - started < 3
    for fault in faults:
        assert fault.code in {"MA02", "MA03", "MA05", "MA09"}
        assert not ENGLISH.search(re.sub(r'"[^"]*"?', "", fault.message + " " + fault.help))
        assert "\n" not in fault.message


def test_a_deep_but_honest_template_is_poured(desk: Desk) -> None:
    tag = "{% for x in lista %}" * 3 + "{{ x }}" + "{% endfor %}" * 3
    assert desk.text(desk.p(tag), {"lista": ["a", "b"]}) == ["abababab"]


def test_data_cannot_be_changed_by_a_template(desk: Desk) -> None:
    fields = {"fakta": {"a": "b"}}
    desk.faults(desk.p("{{ fakta.clear() }}"), fields)
    assert fields == {"fakta": {"a": "b"}}


@pytest.mark.parametrize("name", ["items", "keys", "values", "get", "copy"])
def test_a_field_may_have_the_name_of_a_method(desk: Desk, name: str) -> None:
    assert desk.text(desk.p(f"{{{{ fakta.{name} }}}}"), {"fakta": {name: "värde"}}) == ["värde"]


def test_what_templates_need_is_there(desk: Desk) -> None:
    body = (
        desk.p("{{ namn|upper }} {{ namn.upper() }} {{ namn|default('x') }} {{ saknas|default('utan') }}")
        + desk.p("{{ lista|join(', ') }} {{ lista|length }} {{ lista[0] }} {{ lista[1:]|first }}")
        + desk.p("{% for x in lista %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}")
        + desk.p("{% for k, v in fakta.items() %}{{ k }}={{ v }}{% endfor %}")
        + desk.p("{{ 'ja' if fakta.a == 'b' else 'nej' }}{{ 'syns inte' if not namn }}")
        + desk.p("{{ namn ~ '-' ~ lista[0] }} {{ 1 + 2 }} {{ namn + '!' }}")
        + desk.p("{% if saknas is defined %}x{% else %}finns inte{% endif %}{# en anteckning #}")
        + desk.p("{% set titel = namn|capitalize %}{{ titel }}{% for i in range(2) %}_{% endfor %}")
        + desk.p("{{ personer|map(attribute='namn')|join('/') }} {{ personer|selectattr('vald')|list|length }}")
    )
    persons = [{"namn": "Å", "vald": True}, {"namn": "B", "vald": False}]
    fields = {"namn": "öst", "lista": ["a", "b"], "fakta": {"a": "b"}, "personer": persons}
    assert desk.text(body, fields) == [
        "ÖST ÖST öst utan",
        "a, b 2 a b",
        "1a, 2b",
        "a=b",
        "ja",
        "öst-a 3 öst!",
        "finns inte",
        "Öst__",
        "Å/B 1",
    ]


def test_many_honest_tags_are_read_in_reasonable_time(desk: Desk) -> None:
    for body in (
        desk.p("{{ rubrik }} " * 1500),
        desk.p("{% if rubrik %}x{% endif %}") * 800,
        desk.table(*[("{{ rubrik }}", "x")] * 400),
        desk.p("{{r runs }}" * 300),
    ):
        started = time.process_time()
        desk.pour(body, {"rubrik": "x", "runs": Runs(())})
        assert time.process_time() - started < 5


@pytest.mark.parametrize("work", ["|select('number')" * 40, "|sort" * 40, "|map('string')" * 40, "|unique" * 40])
def test_tags_that_go_through_lists_are_stopped_when_their_time_is_out_with_few_turns_or_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    monkeypatch.setattr(budget, "MAX_SECONDS", 0.1)
    heavy = "{% if range(1000)" + work + "|list|length == 0 %}{% endif %}"
    for body in (heavy * 60, "{% for x in lista %}" + heavy * 10 + "{% endfor %}"):
        started = time.process_time()
        (fault,) = desk.faults(desk.p(body), {"lista": ["x"] * 30})
        assert (fault.code, time.process_time() - started < 3) == ("MA09", True)


def test_a_tag_of_many_parts_is_compiled_at_once(desk: Desk) -> None:
    tags = ("{{ rubrik" + "|trim" * 100 + " }}", "{% if " + "not " * 100 + "rubrik %}x{% endif %}")
    started = time.process_time()
    for tag in tags:
        desk.text(desk.p(tag * 20), {"rubrik": "x"})
    assert time.process_time() - started < 3


def test_line_breaks_that_word_must_write_out_do_not_use_up_the_memory(desk: Desk) -> None:
    body = desk.p("{%p for x in range(500) %}") + desk.p("{{ rubrik }}") + desk.p("{%p endfor %}")
    (fault,) = desk.faults(body, {"rubrik": "a\u2028" * 5000})
    assert fault.code == "MA09"
