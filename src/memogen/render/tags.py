"""The tags of a template part: found, checked, numbered and put in the form that Jinja reads.

docxtpl's own ``patch_xml`` does the translation, so the dialect is docxtpl's. Each tag gets one line break
before its end, and no other line break is left: Jinja's line number then counts tags.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

from lxml import etree

from memogen.render.beside import OUTSIDE, apart, beside, within
from memogen.render.faults import Spot, TemplateFault, TemplateFaults, quoted
from memogen.render.fragments import MARK
from memogen.render.source import Source
from memogen.render.styles import W

_W: Final = f"{{{W}}}"
_TEXT: Final = f"{_W}t"
_OTHER_TEXTS: Final = frozenset(
    {
        f"{_W}instrText",
        f"{_W}delText",
        "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    }
)
_PARAGRAPH: Final = f"{_W}p"
_OPENERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER: Final = re.compile(r"\{[{%#]")
_STRAY: Final = re.compile(r"\}\}|%\}|#\}|\{\s+[{%]|[%}]\s+\}")
_PREFIX: Final = re.compile(r"\{[{%#](p|tr|tc)\s")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARK: Final = re.compile("\ufdd0([0-9]+)\ufdd1")
_ROUGH: Final = re.compile("[\n\r\x85\u2028\u2029\ufdd0\ufdd1]")
_IDENTITIES: Final = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")
)
_DOUBLE: Final = "\u201c\u201d\u201e"
_SINGLE: Final = "\u2018\u2019"
_SPACES: Final = "\u00a0\u202f"
_QUOTES: Final = str.maketrans(_DOUBLE + _SINGLE + _SPACES, '"""\'\'  ')
_LONGEST_TAG: Final = 2000
_MOST_TAGS: Final = 5000
_LARGEST_PART: Final = 8 * 2**20


def source(member: str, root: etree._Element) -> Source | None:
    """The Jinja source of a part, or None when it has no tags.

    Raises:
        TemplateFaults: MA02, MA05 and MA06, every tag that cannot be read.
        TemplateFault: MA01, when there is more to read than any template needs.
    """
    _smooth(root)
    spots, faults = _mark(member, root)
    if faults:
        raise TemplateFaults(faults)
    if not spots:
        return None
    from docxtpl import DocxTemplate  # noqa: PLC0415 - slow to import, and not needed for a template that is kept

    xml = etree.tostring(root, encoding="unicode")
    if len(spots) > _MOST_TAGS or len(xml) > _LARGEST_PART:
        raise TemplateFault("MA01", "mallen har fler taggar än memogen läser", "dela mallen", Spot(member))
    order = [spots[int(index)] for index in _MARK.findall(xml)]
    patched = DocxTemplate.patch_xml(None, _MARK.sub("\n", xml))
    return Source(_TAG.sub(_cleaned, patched), tuple(order))


def _smooth(root: etree._Element) -> None:
    """Take away what would be counted as a tag's line break, what a loop would repeat, and memogen's own mark.

    Line breaks of other kinds go too: in what is poured they are taken to be the value's, and to stand in words.
    """
    etree.strip_attributes(root, MARK, *_IDENTITIES)
    for element in root.iter("*"):
        for name, value in _attributes(element):
            if _ROUGH.search(value):
                element.set(name, _ROUGH.sub(" ", value))
        if element.text and _ROUGH.search(element.text):
            element.text = _ROUGH.sub(" ", element.text)
        if element.tail and _ROUGH.search(element.tail):
            element.tail = _ROUGH.sub(" ", element.tail)


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _cleaned(found: re.Match[str]) -> str:
    """A tag with Word's typography and XML's entities taken away, its names in NFC."""
    return unicodedata.normalize("NFC", html.unescape(found.group()).translate(_QUOTES))


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The text nodes of a paragraph itself, not of text boxes inside it."""
    return [node for node in paragraph.iter(_TEXT) if next(node.iterancestors(_PARAGRAPH)) is paragraph]


def _mark(member: str, root: etree._Element) -> tuple[list[Spot], list[TemplateFault]]:
    """Number every tag by a line break before its end; tags in attributes too."""
    spots: list[Spot] = []
    faults: list[TemplateFault] = []
    number = 0
    for element in root.iter("*"):
        _mark_other(element, Spot(member, number), spots, faults)
        if element.tag != _PARAGRAPH:
            continue
        number += 1
        nodes = _texts(element)
        text = "".join(node.text or "" for node in nodes)
        if not ("{" in text or "}" in text):
            continue
        spot = Spot(member, number, text)
        try:
            found = _scan(text, spot)
            _check_alone(element, text, found, spot)
            _check_inside(element, nodes, found, spot)
        except TemplateFault as fault:
            faults.append(fault)
            continue
        marks = [(_mark_at(text, end), f"\ufdd0{len(spots) + index}\ufdd1") for index, (_, end) in enumerate(found)]
        spots.extend(Spot(member, number, text, text[start:end]) for start, end in found)
        _insert(nodes, marks)
    return spots, faults


def _mark_other(element: etree._Element, spot: Spot, spots: list[Spot], faults: list[TemplateFault]) -> None:
    """Number the tags in attributes, and in text that is not a paragraph's own: fields, drawings, formulas."""
    for name, value in _attributes(element):
        element.set(name, _marked(value, spot, spots, faults))
    if element.text and element.tag in _OTHER_TEXTS:
        element.text = _marked(element.text, spot, spots, faults)


def _marked(value: str, spot: Spot, spots: list[Spot], faults: list[TemplateFault]) -> str:
    if "{" not in value or not _OPENER.search(value):
        return value
    place = Spot(spot.part, spot.paragraph, value)
    try:
        found = _scan(value, place)
    except TemplateFault as fault:
        faults.append(fault)
        return value
    marked = value
    for index, (_, end) in reversed(list(enumerate(found))):
        at = _mark_at(marked, end)
        marked = f"{marked[:at]}\ufdd0{len(spots) + index}\ufdd1{marked[at:]}"
    spots.extend(Spot(place.part, place.paragraph, value, value[start:end]) for start, end in found)
    return marked


def _scan(text: str, spot: Spot) -> list[tuple[int, int]]:
    """Where the tags of a paragraph start and end."""
    found = []
    position = 0
    while opener := _OPENER.search(text, position):
        _check_stray(text[position : opener.start()], spot)
        end = text.find(_OPENERS[opener.group()], opener.end())
        if end < 0 or end - opener.start() > _LONGEST_TAG:
            tag = text[opener.start() :]
            message = f"taggen {quoted(tag)} stängs inte i samma stycke"
            advice = f'skriv "{_OPENERS[opener.group()]}" efter taggen'
            raise TemplateFault("MA02", message, advice, Spot(spot.part, spot.paragraph, text, tag))
        found.append((opener.start(), end + 2))
        position = end + 2
    _check_stray(text[position:], spot)
    return found


def _check_stray(text: str, spot: Spot) -> None:
    stray = _STRAY.search(text)
    if stray:
        message = f'"{stray.group()}" står ensamt i {quoted(spot.text)}'
        place = Spot(spot.part, spot.paragraph, spot.text, stray.group())
        raise TemplateFault("MA06", message, "skriv hela taggen, eller ta bort tecknen", place)


def _check_alone(paragraph: etree._Element, text: str, found: list[tuple[int, int]], spot: Spot) -> None:
    """A tag that takes its whole paragraph, row or cell must not take an author's text with it."""
    for start, end in found:
        tag = text[start:end]
        prefix = _PREFIX.match(tag)
        if not prefix:
            continue
        kind = prefix.group(1)
        holder = paragraph if kind == "p" else next(paragraph.iterancestors(f"{_W}{kind}"), None)
        place = Spot(spot.part, spot.paragraph, text, tag)
        if holder is None:
            raise TemplateFault("MA05", f"{quoted(tag)} står inte i en tabell", "flytta taggen in i tabellen", place)
        whole = "".join(node.text or "" for node in holder.iter(_TEXT))
        what = {"p": "stycke", "tr": "tabellrad", "tc": "cell"}[kind]
        if whole.strip() != tag.strip():
            message = f"{quoted(tag)} måste stå ensam i {'ett eget' if kind == 'p' else 'en egen'} {what}"
            raise TemplateFault("MA02", message, f"flytta det andra i samma {what}", place)
        other = beside(holder)
        if other:
            message = f"{quoted(tag)} står i samma {what} som {other}, som skulle försvinna"
            raise TemplateFault("MA02", message, apart(kind), place)


def _check_inside(
    paragraph: etree._Element, nodes: list[etree._Element], found: list[tuple[int, int]], spot: Spot
) -> None:
    """A tag that Word split must not have something between its pieces that would go with it."""
    for start, end in found:
        other = within(paragraph, nodes, start, end)
        if other:
            tag = spot.text[start:end]
            message = f"taggen {quoted(tag)} har {other} i sig, som skulle försvinna"
            raise TemplateFault("MA02", message, OUTSIDE, Spot(spot.part, spot.paragraph, spot.text, tag))


def _mark_at(text: str, end: int) -> int:
    return end - 3 if text[end - 3] == "-" else end - 2


def _insert(nodes: list[etree._Element], marks: list[tuple[int, str]]) -> None:
    """Put each mark at its position of the nodes' joined text."""
    start = 0
    for node in nodes:
        text = marked = node.text or ""
        for position, mark in reversed(marks):
            if start <= position < start + len(text):
                marked = f"{marked[: position - start]}{mark}{marked[position - start :]}"
        node.text = marked
        start += len(text)
