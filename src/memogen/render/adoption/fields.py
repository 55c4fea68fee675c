"""Fields of Word and of other systems: content controls, merge fields, and names between brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render.adoption.finding import CERTAIN, LIKELY, UNSURE, Finding, at
from memogen.render.adoption.lines import PARAGRAPH, RUN, TEXT, Line, cut
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memogen.render.adoption.vocabulary import Vocabulary

_W: Final = f"{{{W}}}"
_FIELD_CODE: Final = re.compile(r'\s*(?:MERGEFIELD|DOCPROPERTY|DOCVARIABLE|REF)\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_OF_WORD: Final = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|HYPERLINK|SEQ|STYLEREF|=|IF)\b", re.IGNORECASE
)
_BRACKETED: Final = re.compile(r"«([^»]{1,60})»|\[([^\[\]]{1,60})\]|<([^<>]{1,60})>|\{([^{}]{1,60})\}")
_ASKING: Final = re.compile(r"(?:klicka|ange|skriv|fyll|välj|infoga)\b.*", re.IGNORECASE)
_WORDS_OF_ASKING: Final = re.compile(
    r"(?:klicka (?:här )?(?:för att |och )?)?(?:ange|skriva?|fylla? i|välja?|infoga)\s+(?:in\s+)?(?:ett|en)?\s*",
    re.IGNORECASE,
)


def settle_changes(root: etree._Element) -> int:
    """Accept what is tracked as inserted and deleted; how many changes there were."""
    gone = [*root.iter(f"{_W}del", f"{_W}moveFrom")]
    kept = [*root.iter(f"{_W}ins", f"{_W}moveTo")]
    for element in gone:
        marks = element.getparent()
        row = marks.getparent() if marks is not None and marks.tag == f"{_W}trPr" else None
        cut(element if row is None else row)
    for element in kept:
        _unwrap(element, list(element))
    for element in [*root.iter(f"{_W}rPrChange", f"{_W}pPrChange", f"{_W}sectPrChange", f"{_W}tblPrChange")]:
        cut(element)
    return len(gone) + len(kept)


def controls(member: str, root: etree._Element, words: Vocabulary, styles: Mapping[str, str]) -> Iterator[Finding]:
    """Content controls: those with a known name become tags, and the content of all stays where it is."""
    for control in list(root.iter(f"{_W}sdt")):
        names = [
            found.get(f"{_W}val", "")
            for path in ("alias", "tag")
            for found in control.iterfind(f"{_W}sdtPr/{_W}{path}")
        ]
        content = control.find(f"{_W}sdtContent")
        inside = list(content) if content is not None else []
        field = next(filter(None, map(words.field, names)), "")
        section = next(filter(None, map(words.section, names)), "")
        line = _line_of(member, root, control, styles)
        texts = [node for one in inside for node in one.iter(TEXT)]
        shown = "".join(node.text or "" for node in texts)
        name = next(filter(None, names), "") or shown
        if line is None:
            _unwrap(control, inside)
        elif field:
            _say(control, inside, f"{{{{ {field} }}}}")
            yield at(line, f"innehållskontrollen {name}", f"{{{{ {field} }}}}", CERTAIN)
        elif section and any(one.tag == PARAGRAPH for one in inside):
            _say(control, inside, f"{{{{p {section} }}}}")
            yield at(line, f"innehållskontrollen {name}", f"{{{{p {section} }}}}", CERTAIN)
        else:
            _unwrap(control, inside)
            yield at(
                line, f"innehållskontrollen {name}", "", UNSURE, "vet inte vad som ska stå här; innehållet står kvar"
            )


def _say(control: etree._Element, inside: Sequence[etree._Element], tag: str) -> None:
    """The control's content as the tag alone, in its first paragraph or run."""
    texts = [node for one in inside for node in one.iter(TEXT)]
    for node in texts[1:]:
        node.text = ""
    if texts:
        texts[0].text = tag
    else:
        holder = next((one for top in inside for one in top.iter(RUN)), None)
        if holder is None:
            place = next((one for top in inside for one in top.iter(PARAGRAPH)), None)
            holder = etree.Element(RUN) if place is None else etree.SubElement(place, RUN)
            inside = inside if place is not None else [*inside, holder]
        etree.SubElement(holder, TEXT).text = tag
    paragraphs = [one for one in inside if one.tag == PARAGRAPH]
    _unwrap(control, [one for one in inside if one not in paragraphs[1:]])


def merge_fields(lines: Sequence[Line], words: Vocabulary) -> Iterator[Finding]:
    """Fields of other systems: known ones become tags; what Word counts by itself is left."""
    for line in lines:
        for simple in list(line.element.iter(f"{_W}fldSimple")):
            yield from _field(line, simple.get(f"{_W}instr", ""), [simple], list(simple.iter(RUN)), words)
        for code, runs in _complex(line.element):
            yield from _field(line, code, runs, runs, words)


def _field(
    line: Line, code: str, whole: Sequence[etree._Element], runs: Sequence[etree._Element], words: Vocabulary
) -> Iterator[Finding]:
    found = _FIELD_CODE.match(code)
    if not found or _OF_WORD.match(code):
        return
    name = found[1] or found[2]
    field = words.field(name.replace("_", " "))
    if not field:
        yield at(
            line, f"fältet {name}", "", UNSURE, "ett fält från ett annat system som memogen inte känner; det står kvar"
        )
        return
    run = next((one for one in runs if one.find(TEXT) is not None), None)
    new = etree.Element(RUN)
    look = run.find(f"{_W}rPr") if run is not None else None
    if look is not None:
        new.append(look)
    etree.SubElement(new, TEXT).text = f"{{{{ {field} }}}}"
    whole[0].addprevious(new)
    for element in whole:
        cut(element)
    yield at(line, f"fältet {name}", f"{{{{ {field} }}}}", CERTAIN)


def _complex(paragraph: etree._Element) -> list[tuple[str, list[etree._Element]]]:
    """The fields that are spread over runs, each with its code and its runs; one inside another is the outer's."""
    found: list[tuple[str, list[etree._Element]]] = []
    depth, code = 0, ""
    runs: list[etree._Element] = []
    for run in list(paragraph.iter(RUN)):
        kinds = [mark.get(f"{_W}fldCharType") for mark in run.iter(f"{_W}fldChar")]
        depth += kinds.count("begin")
        if depth:
            runs.append(run)
            code += "".join(node.text or "" for node in run.iter(f"{_W}instrText"))
        if "end" in kinds and depth:
            depth -= kinds.count("end")
            if not depth:
                found.append((code, runs))
                code, runs = "", []
    return found


def bracketed(lines: Sequence[Line], words: Vocabulary) -> Iterator[Finding]:
    """Names between brackets, ``«Fält»`` and ``[Fält]``; a bracketed request to write something is pointed out."""
    for line in lines:
        for found in reversed(list(_BRACKETED.finditer(line.text))):
            name = next(filter(None, found.groups()), "").strip("{}% ")
            field = words.field(name) or words.field(_WORDS_OF_ASKING.sub("", name))
            sure = CERTAIN if found[1] else LIKELY
            if field and line.text[max(found.start() - 1, 0)] != "{":
                line.replace(found.start(), found.end(), f"{{{{ {field} }}}}")
                yield at(line, found[0], f"{{{{ {field} }}}}", sure)
            elif found[1] or _ASKING.match(name):
                yield at(line, found[0], "", UNSURE, "en plats att fylla i som memogen inte känner; den står kvar")


def _line_of(member: str, root: etree._Element, control: etree._Element, styles: Mapping[str, str]) -> Line | None:
    """The paragraph that a control stands in, or the first that stands in it."""
    paragraph = next(control.iterancestors(PARAGRAPH), None)
    paragraph = next(control.iter(PARAGRAPH), None) if paragraph is None else paragraph
    if paragraph is None:
        return None
    number = next(number for number, one in enumerate(root.iter(PARAGRAPH), start=1) if one is paragraph)
    return Line(member, number, paragraph, styles)


def _unwrap(element: etree._Element, children: Sequence[etree._Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    position = parent.index(element)
    for offset, child in enumerate(children):
        parent.insert(position + offset, child)
    parent.remove(element)
