"""The same template with a Word comment at each place where something was found."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.render import package, properties
from memogen.render.members import DOCUMENT
from memogen.render.review.outline import BOX, FALLBACK, PARAGRAPH, TEXT, readable
from memogen.render.review.writing import announce, written
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.render.faults import Spot
    from memogen.render.review.finding import Finding
    from memogen.render.review.outline import Outline, Part

_W: Final = f"{{{W}}}"
_RUN: Final = f"{_W}r"
_COMMENTS: Final = "word/comments.xml"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_AUTHOR: Final = "memogen"
_DAY: Final = "2000-01-01T00:00:00Z"
_NOTES: Final = {
    "word/footnotes.xml": (f"{_W}footnote", f"{_W}footnoteReference"),
    "word/endnotes.xml": (f"{_W}endnote", f"{_W}endnoteReference"),
}


def marked(data: bytes, found: Sequence[Finding]) -> bytes:
    """The template with its findings as comments; nothing where it cannot be opened anyway.

    Word has no comments in headers, footers, notes and text boxes: those stand at the first paragraph of the body, at
    the mark of the note, and at the paragraph that holds the box. Author and date are always the same.
    """
    members, _ = package.survey(data)
    outline = readable(members) if _is_all(data, members) else None
    body = outline.parts.get(DOCUMENT) if outline is not None else None
    if outline is None or body is None or not body.paragraphs:
        return b""
    comments = (
        package.parse(members[_COMMENTS]) if _COMMENTS in members else etree.Element(f"{_W}comments", nsmap={"w": W})
    )
    taken = [int(one.get(f"{_W}id", "0")) for one in comments if one.get(f"{_W}id", "").isdecimal()]
    first = max(taken, default=-1) + 1
    for number, one in enumerate(found, start=first):
        comments.append(_comment(one, number))
        _anchor(*_place(outline, body, one.spot), number)
    if not _is_announced(members):
        announce(members, DOCUMENT, _COMMENTS, _CONTENT_TYPE, _KIND)
    members[_COMMENTS] = package.serialised(comments)
    members[DOCUMENT] = package.serialised(body.root)
    properties.as_document(members)
    return written(members)


def _is_announced(members: dict[str, bytes]) -> bool:
    """Whether the document knows of its comments."""
    rels = members.get("word/_rels/document.xml.rels")
    return rels is not None and any(one.get("Type") == _KIND for one in package.parse(rels))


def _is_all(data: bytes, members: dict[str, bytes]) -> bool:
    """Whether every member could be read."""
    if not members:
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return len(members) == sum(not info.is_dir() for info in archive.infolist())


def _comment(one: Finding, number: int) -> etree._Element:
    """The comment: level, code and message, what to do, and the place."""
    identity = {f"{_W}id": str(number), f"{_W}author": _AUTHOR, f"{_W}date": _DAY, f"{_W}initials": "m"}
    comment = etree.Element(f"{_W}comment", identity)
    lines = [f"{one.severity.value} {one.code}: {one.message}"]
    lines += [f"Gör så här: {one.advice}"] if one.advice else []
    lines += [f"Plats: {one.where}"] if one.where else ["Plats: hela mallen"]
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, PARAGRAPH), _RUN)
        words = etree.SubElement(run, TEXT)
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _place(outline: Outline, body: Part, spot: Spot) -> tuple[etree._Element, str]:
    """The paragraph of the body that takes the comment, and the text in it that is meant."""
    part = outline.parts.get(spot.part)
    if part is None or not 0 < spot.paragraph <= len(part.paragraphs):
        return body.paragraphs[0], ""
    paragraph = part.paragraphs[spot.paragraph - 1]
    if spot.part in _NOTES:
        return _note_mark(body, paragraph, *_NOTES[spot.part]), ""
    if part is not body:
        return body.paragraphs[0], ""
    boxes = list(paragraph.iterancestors(BOX))
    if boxes:
        holder = next(boxes[-1].iterancestors(PARAGRAPH), None)
        return (body.paragraphs[0] if holder is None else holder), ""
    return paragraph, spot.tag


def _note_mark(body: Part, paragraph: etree._Element, note: str, reference: str) -> etree._Element:
    """The paragraph of the body that has the mark of the note around ``paragraph``."""
    holder = next(paragraph.iterancestors(note), None)
    number = "" if holder is None else holder.get(f"{_W}id", "")
    marks = (one for one in body.root.iter(reference) if one.get(f"{_W}id") == number)
    return next((found for mark in marks for found in mark.iterancestors(PARAGRAPH)), body.paragraphs[0])


def _anchor(paragraph: etree._Element, tag: str, number: int) -> None:
    """Put the comment around the runs that hold the tag, or around all that the paragraph holds."""
    identity = {f"{_W}id": str(number)}
    children = [child for child in paragraph if child.tag != f"{_W}pPr"]
    meant = _holding(children, tag) or children
    start = etree.Element(f"{_W}commentRangeStart", identity)
    end = etree.Element(f"{_W}commentRangeEnd", identity)
    mark = etree.Element(_RUN)
    etree.SubElement(mark, f"{_W}commentReference", identity)
    if meant:
        meant[0].addprevious(start)
        meant[-1].addnext(end)
    else:
        paragraph.extend((start, end))
    end.addnext(mark)


def _holding(children: list[etree._Element], tag: str) -> list[etree._Element]:
    """The children of a paragraph that hold the characters of the tag."""
    texts = ["".join(node.text or "" for node in child.iter(TEXT) if not _is_old(node)) for child in children]
    at = "".join(texts).find(tag) if tag else -1
    if at < 0:
        return []
    found = []
    start = 0
    for child, text in zip(children, texts, strict=True):
        if start < at + len(tag) and start + len(text) > at:
            found.append(child)
        start += len(text)
    return found


def _is_old(node: etree._Element) -> bool:
    return next(node.iterancestors(FALLBACK), None) is not None
