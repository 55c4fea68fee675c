"""docxtpl is the reference of the dialect: for each construct, the same XML part by part."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docxtpl import DocxTemplate
from lxml import etree

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


FIELDS = {
    "rubrik": "Kultur & Fritid <ny> {{ 7*7 }}",
    "tom": "",
    "rader": "ett\ntvå",
    "lista": ["a & b", "c", "d"],
    "delar": [{"namn": "Ett", "punkter": ["x", "y"]}, {"namn": "Två", "punkter": []}],
    "antal": 3,
    "färg": "00FF00",
}
SPLIT = (
    '<w:p><w:r w:rsidR="00A1"><w:t xml:space="preserve">Till {</w:t></w:r><w:proofErr w:type="spellStart"/>'
    "<w:r><w:rPr><w:b/></w:rPr><w:t>{ rub</w:t></w:r><w:r><w:t>rik }</w:t></w:r><w:r><w:t>} slut</w:t></w:r></w:p>"
)


def texts(*lines: str) -> str:
    return "".join(
        f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>{t}</w:t></w:r></w:p>' for t in lines
    )


BODIES = {
    "value": texts("{{ rubrik }}", "före {{ rubrik }} efter {{ antal }}"),
    "line break": texts("{{ rader }}"),
    "filters": texts("{{ rubrik|upper }} {{ lista|join(', ') }} {{ lista|length }} {{ tom|default('x', true) }}"),
    "if": texts("{% if tom %}ja{% else %}nej{% endif %}", "{% if antal &gt; 2 %}många{% endif %}"),
    "if over paragraphs": texts("ett {% if antal %}två", "tre{% endif %} fyra"),
    "loop in a line": texts(
        "{% for x in lista %}{{ loop.index }} {{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"
    ),
    "paragraph loop": texts("{%p for x in lista %}", "{{ x }}", "{%p endfor %}", "slut"),
    "nested loops": texts(
        *(
            "{%p for d in delar %}",
            "{{ d.namn }}",
            "{%p for p in d.punkter %}",
            "{{ p }}",
            "{%p endfor %}",
            "{%p endfor %}",
        )
    ),
    "paragraph if": texts("{%p if tom %}", "ja", "{%p elif antal == 3 %}", "tre", "{%p else %}", "nej", "{%p endif %}"),
    "comments": texts("a {# dold #} b", "{#p dold #}", "c"),
    "merging": texts("ett {%- if antal %}", "två", "{% endif -%} tre"),
    "escapes": texts("{_{ x }_} {_% y %_} {{ antal }}"),
    "set": texts("{% set x = antal + 1 %}{{ x }}"),
    "split by word": SPLIT,
    "smart quotes": texts("{% if rubrik != “x” %}ja{% endif %}"),
}
ROWS = {
    "row loop": (("{%tr for d in delar %}", ""), ("{{ d.namn }}", "{{ d.punkter|length }}"), ("{%tr endfor %}", "")),
    "row if": (("a", "b"), ("{%tr if tom %}", ""), ("c", "d"), ("{%tr endif %}", "")),
    "column loop": (("{%tc for x in lista %}", "{{ x }}", "{%tc endfor %}"),),
    "column span": (("{% colspan antal %}{{ rubrik }}",), ("a", "b", "c")),
    "cell colour": (("{% cellbg färg %}{{ rubrik }}", "b"),),
    "vertical merge": (("{%tr for x in lista %}", ""), ("{% vm %}{{ rubrik }}", "{{ x }}"), ("{%tr endfor %}", "")),
}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name)), method="c14n")
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml")
        }


def by_docxtpl(desk: Desk, **fields: object) -> bytes:
    template = DocxTemplate(desk.path)
    template.render(fields, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", [*BODIES, *ROWS])
@pytest.mark.parametrize("where", ["body", "header", "footer"])
def test_a_construct_gives_the_xml_of_docxtpl(desk: Desk, name: str, where: str) -> None:
    content = BODIES[name] if name in BODIES else desk.table(*ROWS[name]) + texts("efter")
    body, around = (content, {}) if where == "body" else (texts("{{ rubrik }}"), {where: content})
    ours = parts(desk.pour(body, FIELDS, **around).data)
    theirs = parts(by_docxtpl(desk, **FIELDS))
    assert set(ours) == set(theirs)
    for part, xml in theirs.items():
        assert ours[part] == xml, part
