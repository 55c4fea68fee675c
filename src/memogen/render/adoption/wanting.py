"""The styles that pouring needs and an old document lacks: added plainly, based on the document's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render.styles import CANDIDATES, CHARACTER, PARAGRAPH, SWEDISH, TABLE, W

if TYPE_CHECKING:
    from collections.abc import Iterator

_W: Final = f"{{{W}}}"
_NOT_OFTEN: Final = frozenset(f"heading-{level}" for level in range(7, 10))
_SHAPES: Final = {
    "quote": '<w:pPr><w:spacing w:before="80" w:after="160"/><w:ind w:left="425" w:right="425"/></w:pPr>',
    "caption": '<w:pPr><w:spacing w:before="80" w:after="240"/></w:pPr>',
    "footnote": '<w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>',
    "bullets": '<w:pPr><w:spacing w:after="60"/><w:ind w:left="425" w:hanging="425"/></w:pPr>',
    "numbers": '<w:pPr><w:spacing w:after="60"/><w:ind w:left="425" w:hanging="425"/></w:pPr>',
    "footnote-mark": '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    "link": '<w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr>',
    "table": (
        '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
    ),
}
_SIZES: Final = {1: 34, 2: 28, 3: 24, 4: 22, 5: 22, 6: 22}


def add_styles(root: etree._Element) -> list[str]:
    """Add what is missing; the names of what was added."""
    added = []
    for role, kind, name in _missing(root):
        identity = f"Memogen{name.title().replace(' ', '')}"
        style = etree.fromstring(
            f'<w:style xmlns:w="{W}" w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>'
            f"{_based_on(root, kind)}<w:qFormat/>{_shape(role)}</w:style>"
        )
        root.append(style)
        added.append(SWEDISH.get(name, name))
    return added


def _missing(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    known = {(style.get(f"{_W}type", PARAGRAPH), _name(style).lower()) for style in root.iter(f"{_W}style")}
    for role, (kind, names) in CANDIDATES.items():
        if role not in _NOT_OFTEN and not any((kind, name.lower()) in known for name in names):
            name = names[0] if kind == TABLE else names[-1]
            if (kind, name.lower()) not in known:
                known.add((kind, name.lower()))
                yield role, kind, name


def _shape(role: str) -> str:
    if not role.startswith("heading-"):
        return _SHAPES.get(role, "")
    level = int(role.removeprefix("heading-"))
    size = _SIZES[level]
    return (
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="{level - 1}"/>'
        f'</w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _based_on(root: etree._Element, kind: str) -> str:
    """The document's own default of the kind."""
    if kind == CHARACTER:
        return ""
    defaults = (s for s in root.iter(f"{_W}style") if s.get(f"{_W}default") == "1" and s.get(f"{_W}type") == kind)
    found = next(defaults, None)
    return f'<w:basedOn w:val="{found.get(f"{_W}styleId", "")}"/>' if found is not None else ""


def _name(style: etree._Element) -> str:
    found = style.find(f"{_W}name")
    return "" if found is None else found.get(f"{_W}val", "")
