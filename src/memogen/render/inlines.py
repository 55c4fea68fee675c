"""What stands inside a paragraph as WordprocessingML: runs, links, footnote marks, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import groupby, product
from typing import TYPE_CHECKING, Final

from memogen.artifacts import Footnote, LineBreak, PageReference, Picture, Run
from memogen.render.budget import MAX_OUTPUT, too_long_document
from memogen.render.faults import Spot, TemplateFault
from memogen.render.members import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from memogen.artifacts import Block, Inline, Inlines
    from memogen.render.draft import Draft

_ILLEGAL: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BREAK_SIGNS: Final = "\r\v\f\x85\u2028\u2029"
_STRANGE_BREAKS: Final = "\x85\u2028\u2029"
_EMU_PER_INCH: Final = 914_400
_EMU_PER_TWIP: Final = 635
_HIGHEST: Final = 0.85
_WEB: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_UNSAFE_IN_ADDRESS: Final = re.compile(r"[\x00-\x20\"<>\\^`{|}]")
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_APART: Final = "\n"
"""Means nothing to Word where it stands between elements, but keeps words apart for those who read on."""
_BREAK: Final = f'</w:t><w:br/>{_APART}<w:t xml:space="preserve">'
_CAPTION: Final = re.compile(r"(Figur|Tabell|Bild|Diagram|Karta)([ \u00a0])([0-9]{1,4})(?![0-9])")


def _marks(*, bold: bool, italic: bool, strike: bool) -> str:
    return f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{'<w:strike/>' if strike else ''}"


_LOOKS: Final = {
    (bold, italic, strike): f"<w:rPr>{_marks(bold=bold, italic=italic, strike=strike)}</w:rPr>"
    if bold or italic or strike
    else ""
    for bold, italic, strike in product((False, True), repeat=3)
}
"""Bold, italic, struck out → the properties of a run."""


def legal(text: str) -> str:
    """``text`` with one kind of line break and without what XML cannot hold."""
    return text if _is_usual(text) else _ILLEGAL.sub("", _BREAKS.sub("\n", text))


def legal_elements(xml: str) -> str:
    """Elements whose texts were taken to be legal, without what XML cannot hold; line breaks are Word's own.

    Raises:
        TemplateFault: MA09, when the line breaks make them longer than a document may be.
    """
    if _is_usual(xml):
        return xml
    if len(xml) + len(_BREAK) * sum(map(xml.count, _BREAK_SIGNS)) > MAX_OUTPUT:
        raise too_long_document()
    return _ILLEGAL.sub("", _BREAKS.sub(_BREAK, xml))


def has_strange_break(content: bytes, lines: Iterable[str]) -> bool:
    """Whether there are line breaks that XML can hold and Word does not show, in a part or the words read in it."""
    # Single signs: to look for several bytes in a row takes as long as to read the part.
    return b"\r" in content or any(sign in words for words in lines for sign in _STRANGE_BREAKS)


def escaped(text: str, end: str = "") -> str:
    """Legal text as the content of a ``w:t``; line breaks and tabs are Word's own, each with ``end`` after it."""
    # Each sign is looked for before it is replaced: that takes a fifth of the time, and most texts have none.
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\n" in text:
        text = text.replace("\n", f'</w:t><w:br/>{end}<w:t xml:space="preserve">')
    if "\t" in text:
        text = text.replace("\t", f'</w:t><w:tab/>{end}<w:t xml:space="preserve">')
    return text


def _is_usual(text: str) -> bool:
    """Whether all signs are printable, but for fixed spaces. That is known far sooner than two searches are made."""
    return text.isprintable() or text.replace("\u00a0", " ").isprintable()


def _link(inline: Inline) -> str:
    return inline.link if type(inline) is Run else ""


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes what stands inside paragraphs of one part; ``note`` writes the blocks of a footnote."""

    draft: Draft
    member: str
    note: Callable[[tuple[Block, ...]], str]

    def write(self, inlines: Inlines) -> str:
        """The inlines as XML, neighbours with the same link in one hyperlink.

        Texts are taken to be legal: what is not is met when the part is read again.
        """
        xml = ""
        # In one turn: a document has some thousand runs, and most have no look of their own and nothing to escape.
        for inline in inlines:
            if type(inline) is not Run:
                return self._mixed(inlines)
            text, bold, italic, strike, link = inline
            if link:
                return self._mixed(inlines)
            if "&" in text or "<" in text or ">" in text or "\n" in text or "\t" in text:
                text = escaped(text, _APART)
            look = _LOOKS[bold, italic, strike] if bold or italic or strike else ""
            if text:
                xml += f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return xml

    def _mixed(self, inlines: Inlines) -> str:
        """Inlines of which not all are plain runs."""
        pieces = []
        for link, group in groupby(inlines, key=_link):
            if _WEB.match(link):
                xml = [self._linked(inline) for inline in group if type(inline) is Run]
                pieces.append(self._hyperlink(link, "".join(xml)))
            else:
                pieces += [self._alone(inline) for inline in group]
        return "".join(pieces)

    def caption(self, inlines: Inlines) -> str:
        """A caption: the number is Word's own where it is the next in its series, else text."""
        first = inlines[0] if inlines else None
        found = _CAPTION.match(first.text) if isinstance(first, Run) else None
        if found is None or not isinstance(first, Run):
            return self.write(inlines)
        label, space, number = found.groups()
        if int(number) != self.draft.captions[label] + 1:
            return self.write(inlines)
        self.draft.captions[label] += 1
        look = _LOOKS[first.bold, first.italic, first.strike]
        field = f'<w:fldSimple w:instr=" SEQ {label} \\* ARABIC "><w:r>{look}<w:t>{number}</w:t></w:r></w:fldSimple>'
        rest = Run(first.text[found.end() :], first.bold, first.italic, first.strike, first.link)
        before = Run(label + space, first.bold, first.italic, first.strike)
        return self.write((before,)) + field + self.write((rest, *inlines[1:]))

    def _alone(self, inline: Inline) -> str:
        """An inline that leads nowhere."""
        if isinstance(inline, Run):
            return self.write((inline._replace(link=""),))
        if isinstance(inline, LineBreak):
            return f"<w:r><w:br/>{_APART}</w:r>"
        if isinstance(inline, PageReference):
            return self.draft.bookmarks.page(inline.anchor)
        return self._note_mark(inline) if isinstance(inline, Footnote) else self.picture(inline)

    def _linked(self, run: Run) -> str:
        """A run inside a hyperlink."""
        style = f'<w:rStyle w:val="{self.draft.template.styles.find("link").style_id}"/>'
        look = f"<w:rPr>{style}{_marks(bold=run.bold, italic=run.italic, strike=run.strike)}</w:rPr>"
        return f'<w:r>{look}<w:t xml:space="preserve">{escaped(run.text)}</w:t></w:r>' if run.text else ""

    def _hyperlink(self, link: str, xml: str) -> str:
        address = _UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found.group()):02X}", legal(link))
        identity = self.draft.hyperlink(self.member, address)
        return f'<w:hyperlink xmlns:r="{_R}" r:id="{identity}" w:history="1">{xml}</w:hyperlink>'

    def _note_mark(self, footnote: Footnote) -> str:
        if self.member != DOCUMENT:
            message = "en fotnot kan bara stå i brödtexten"
            raise TemplateFault("MA05", message, "flytta taggen till brödtexten", Spot(self.member))
        style = self.draft.template.styles.find("footnote-mark").style_id
        identity = self.draft.reserve_note()
        self.draft.write_note(identity, self.note(footnote.blocks))
        return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{identity}"/></w:r>'

    def picture(self, picture: Picture, indent: int = 0) -> str:
        """A picture at its natural size, or as wide and high as its column allows."""
        measures = self.draft.template.measures
        width = picture.width / picture.dpi * _EMU_PER_INCH
        height = picture.height / picture.dpi * _EMU_PER_INCH
        wide, high = (measures.width - indent) * _EMU_PER_TWIP, measures.height * _EMU_PER_TWIP * _HIGHEST
        scale = min(1.0, wide / width, high / height)
        size = f'cx="{max(1, int(width * scale))}" cy="{max(1, int(height * scale))}"'
        identity = self.draft.next_drawing()
        alt = escape(legal(picture.alt).replace("\n", " "))
        image = self.draft.image(self.member, picture.path)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
            f' distR="0"><wp:extent {size}/><wp:docPr id="{identity}" name="Bild {identity}" descr="{alt}"/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{identity}" name="Bild {identity}"'
            f' descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_R}" r:embed="{image}"/>'
            f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>"
        )
