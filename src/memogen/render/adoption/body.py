"""The sections of an old document give way to a loop over the sections of the new one; signatures likewise."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render.adoption.finding import CERTAIN, LIKELY, UNSURE, Finding, at
from memogen.render.adoption.lines import PARAGRAPH, TABLE, Line, paragraph_like
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from memogen.render.adoption.vocabulary import Vocabulary

_W: Final = f"{{{W}}}"
_TAGGED: Final = "{{"
_SECTION: Final = "{{p "
_NAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+(?: (?:av |von |de )?[A-ZÅÄÖÉ][\w'’-]+){1,3}")
_WITH_TITLE: Final = re.compile(_NAME.pattern + r", [a-zåäö][^,.]{2,50}")
_SHORT: Final = 60
_HEADING: Final = 70
_RUNNING: Final = 80
_WHOLE: Final = {"styrdokument": "innehall", "remiss": ""}
"""The kinds whose text is one whole with headings of its own, and the field that holds it beside the sections."""


@dataclass
class Body:
    """The blocks of the document's body, in order, and what was found while they were exchanged."""

    root: etree._Element
    by_element: Mapping[etree._Element, Line]
    words: Vocabulary
    styles: Mapping[str, str]
    found: list[Finding] = field(default_factory=list)

    @property
    def blocks(self) -> list[etree._Element]:
        """Paragraphs and tables at the top level."""
        return [one for one in self.root if one.tag in {PARAGRAPH, TABLE}]

    def line(self, block: etree._Element) -> Line | None:
        """The paragraph; None for a table."""
        return self.by_element.get(block) if block.tag == PARAGRAPH else None

    def text(self, block: etree._Element) -> str:
        """The text of a paragraph or a table."""
        line = self.line(block)
        return line.text.strip() if line else " ".join(node.text or "" for node in block.iter(f"{_W}t")).strip()

    def is_tagged(self, block: etree._Element) -> bool:
        """Whether something was put in there."""
        return _TAGGED in self.text(block)

    def section(self, block: etree._Element) -> str:
        """The section whose heading this is; empty where it is none."""
        line, text = self.line(block), self.text(block)
        if line is None or self.is_tagged(block) or len(text) > _HEADING or text.endswith((".", ",")):
            return ""
        return self.words.section(text)

    def put(self, before: etree._Element | None, elements: Sequence[etree._Element]) -> None:
        """Insert elements before a block; last in the body where it is None."""
        last = self.root.find(f"{_W}sectPr")
        anchor = before if before is not None else last
        position = self.root.index(anchor) if anchor is not None else len(self.root)
        for offset, element in enumerate(elements):
            self.root.insert(position + offset, element)

    def drop(self, blocks: Sequence[etree._Element]) -> None:
        """Take blocks away; one that ends a section of pages stays, empty."""
        for block in blocks:
            line = self.line(block)
            if line is not None and block.find(f"{_W}pPr/{_W}sectPr") is not None:
                line.clear_for("")
            else:
                self.root.remove(block)


def sections(body: Body) -> None:
    """Exchange the sections, or the whole text, for tags."""
    kind = body.words.kind
    tail = _tail(body) if kind == "tjansteskrivelse" else _tagged_tail(body)
    last = body.blocks[tail] if tail < len(body.blocks) else None
    if kind in _WHOLE:
        _whole(body, _WHOLE[kind])
    elif kind == "kallelse":
        _agenda(body)
    else:
        _sections(body, tail, last)
    if kind == "tjansteskrivelse":
        _signatures(body, last)


def _sections(body: Body, tail: int, last: etree._Element | None) -> None:
    blocks = body.blocks[:tail]
    heads = [index for index, block in enumerate(blocks) if body.section(block)]
    if not heads:
        placed = any(_SECTION in body.text(block) for block in blocks)
        body.put(last, [] if placed else _loop(body, None))
        look = "hittade inga rubriker som memogen känner; slingan står sist i texten"
        alone = "bara de avsnitt som har egna fält visas; lägg till de andra, eller slingan över avsnitten"
        _note(body, None, "avsnitten", "" if placed else "avsnitten", UNSURE, alone if placed else look)
        return
    span = [block for block in blocks[heads[0] :] if not body.is_tagged(block) or _SECTION in body.text(block)]
    for block in blocks[heads[0] :]:
        if block not in span and (line := body.line(block)) is not None:
            body.found.append(at(line, line.text, "", UNSURE, "står bland avsnitten; flytta det dit det hör"))
            body.put(span[0], [block])
    head = body.line(span[0])
    for block in span:
        line = body.line(block)
        if line is not None and (body.section(block) or 0 < line.level <= max(head.level if head else 0, 2)):
            known = bool(body.section(block))
            look = "" if known else "ett eget avsnitt i det gamla ärendet; slingan skriver sådana av sig själv"
            body.found.append(
                at(line, line.text, "{{ del.rubrik }}", CERTAIN if line.level and known else LIKELY, look)
            )
    if head is not None and (head.is_bold or not head.level):
        look = "rubriken är inte gjord med en rubrikformatmall; ge stycket Rubrik 2 i Word"
        body.found.append(at(head, head.text, "{{ del.rubrik }}", UNSURE, look))
    body.put(span[0], _loop(body, head))
    body.drop(span)


def _whole(body: Body, name: str) -> None:
    """The text from its beginning to the end of the document."""
    blocks = body.blocks
    titles = [index for index, block in enumerate(blocks) if "{{ rubrik }}" in body.text(block)]
    first = titles[0] + 1 if titles else 0
    tagged = [index for index, block in enumerate(blocks) if body.is_tagged(block) and index >= first]
    begins = (
        index
        for index in range(first, len(blocks))
        if not body.is_tagged(blocks[index]) and index > _early(tagged) and _is_text(body, blocks[index])
    )
    start = next(begins, len(blocks))
    span = [block for block in blocks[start:] if not body.is_tagged(block)]
    head = next((line for line in map(body.line, span) if line is not None and line.level), None)
    before = blocks[start] if start < len(blocks) else None
    text = [_plain(f"{{{{p {name} }}}}")] if name else []
    body.put(before, [*text, *_loop(body, head, guarded=not name)])
    line = body.line(before) if before is not None else None
    _note(body, line, "texten", f"{{{{p {name} }}}}" if name else "avsnitten", LIKELY, "se efter var texten börjar")
    body.drop(span)


def _early(tagged: Sequence[int]) -> int:
    """The last of the head's lines: those that follow each other closely."""
    last = tagged[0] if tagged else -1
    for index in tagged:
        last = index if index - last <= 2 else last  # noqa: PLR2004 - an empty paragraph may stand between
    return last


def _is_text(body: Body, block: etree._Element) -> bool:
    line = body.line(block)
    return line is not None and (line.level > 0 or len(line.text) > _RUNNING)


def _agenda(body: Body) -> None:
    """The list of ärenden below its heading."""
    blocks = body.blocks
    start = next((index for index, block in enumerate(blocks) if body.section(block)), len(blocks))
    rest = [block for block in blocks[start + 1 :] if not body.is_tagged(block)]
    body.put(rest[0] if rest else None, [_plain("{{p foredragningslista }}")])
    line = body.line(blocks[start]) if start < len(blocks) else None
    sure, look = (CERTAIN, "") if line else (UNSURE, "hittade ingen rubrik; listan står sist")
    _note(body, line, "föredragningslistan", "{{p foredragningslista }}", sure, look)
    body.drop(rest)


def _tail(body: Body) -> int:
    """Where the signatures begin: short lines to the end of the document, from the first that is a person's name."""
    blocks = body.blocks
    heads = [index for index, block in enumerate(blocks) if body.section(block)]
    first = heads[-1] + 1 if heads else len(blocks)
    start = len(blocks)
    while start > first and _is_short(body, blocks[start - 1]):
        start -= 1
    return next((n for n in range(start, len(blocks)) if _begins(body, blocks[n])), len(blocks))


def _tagged_tail(body: Body) -> int:
    """Where the fields that close the document begin."""
    blocks = body.blocks
    start = len(blocks)
    while start and (body.is_tagged(blocks[start - 1]) or not body.text(blocks[start - 1])):
        start -= 1
    return start


def _is_short(body: Body, block: etree._Element) -> bool:
    line = body.line(block)
    if line is None:
        return any(map(_NAME.fullmatch, _cells(block))) and all(len(text) <= _SHORT for text in _cells(block))
    return len(body.text(block)) <= _SHORT and not body.text(block).endswith(".") and not line.level


def _begins(body: Body, block: etree._Element) -> bool:
    if body.line(block) is None:
        return True
    text = body.text(block)
    return (
        bool(_NAME.fullmatch(text) or _WITH_TITLE.fullmatch(text))
        or text == "{{ forvaltning }}"
        or text.lower().startswith("underskrift")
    )


def _cells(table: etree._Element) -> list[str]:
    texts = ("".join(node.text or "" for node in one.iter(f"{_W}t")).strip() for one in table.iter(PARAGRAPH))
    return list(filter(None, texts))


def _signatures(body: Body, last: etree._Element | None) -> None:
    """Names and titles as a loop over those who sign."""
    blocks = body.blocks[body.blocks.index(last) :] if last is not None else []
    rest = [block for block in blocks if not body.is_tagged(block)]
    inside = [line for block in rest for one in block.iter(PARAGRAPH) if (line := body.by_element.get(one))]
    said = [line for line in inside if line.text.strip()]
    name = next((line for line in said if _NAME.fullmatch(line.text.strip())), None)
    following = said[said.index(name) + 1 :] if name else []
    both = next((line for line in said if _WITH_TITLE.fullmatch(line.text.strip())), None) if name is None else None
    if both is not None:
        name, written = both, _like(both, "{{ person.namn }}{% if person.titel %}, {{ person.titel }}{% endif %}")
        body.put(rest[0], [_plain("{%p for person in underskrifter %}"), written, _plain("{%p endfor %}")])
        _note(body, both, both.text, "{{ person.namn }}", LIKELY, "")
        body.drop(rest)
        return
    title = next((line for line in following if not _NAME.fullmatch(line.text.strip())), name)
    looks = [
        _plain("{%p for person in underskrifter %}"),
        _like(name, "{{ person.namn }}"),
        _plain("{%p if person.titel %}"),
        _like(title, "{{ person.titel }}"),
        _plain("{%p endif %}"),
        _plain("{%p endfor %}"),
    ]
    body.put(rest[0] if rest else None, looks)
    found = ", ".join(line.text.strip() for line in said) or "underskrifterna"
    look = "" if name else "hittade inga underskrifter; slingan står sist"
    _note(body, name, found, "{{ person.namn }}", LIKELY if name else UNSURE, look)
    body.drop(rest)


def _loop(body: Body, head: Line | None, *, guarded: bool = False) -> list[etree._Element]:
    """The loop over the sections, its heading as the old document's was."""
    heading = _like(head, "{{ del.rubrik }}") if head is not None else _plain("{{ del.rubrik }}")
    style = next((identity for identity, name in body.styles.items() if name.lower() == "heading 2"), "")
    if head is None and style:
        properties = etree.SubElement(heading, f"{_W}pPr")
        heading.insert(0, properties)
        etree.SubElement(properties, f"{_W}pStyle", {f"{_W}val": style})
    written = [_plain("{%p if del.rubrik %}"), heading, _plain("{%p endif %}")] if guarded else [heading]
    return [_plain("{%p for del in avsnitt %}"), *written, _plain("{{p del.text }}"), _plain("{%p endfor %}")]


def _like(line: Line | None, text: str) -> etree._Element:
    return paragraph_like(line, text) if line is not None else _plain(text)


def _plain(text: str) -> etree._Element:
    paragraph = etree.Element(PARAGRAPH)
    etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t").text = text
    return paragraph


def _note(body: Body, line: Line | None, found: str, tag: str, certainty: str, look: str) -> None:
    known = line or next(iter(body.by_element.values()))
    body.found.append(at(known, found, tag, certainty, look))
