"""The inside of a paragraph: runs, hard breaks, footnotes and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.common.utils import isValidEntityCode

from memogen.artifacts import Footnote, LineBreak, Run
from memogen.compose.markdown.parse import footnote_marks
from memogen.compose.markdown.pictures import PictureFault, picture
from memogen.compose.pieces import joined
from memogen.compose.typography import typeset_inlines
from memogen.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markdown_it.tree import SyntaxTreeNode

    from memogen.artifacts import Block, Inline, Inlines
    from memogen.compose.markdown.source import Source

_NO_SIGN = "\ufffd"
_CHARACTER_CODE = re.compile(r"&#(x[0-9a-f]{1,6}|[0-9]{1,7});", re.IGNORECASE)
_ALLOWED_LINK = re.compile(r"(?:https?://|mailto:).", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inliner:
    """Turns inline nodes into runs; ``footnotes`` has the blocks of each footnote by its number."""

    source: Source
    footnotes: Mapping[int, tuple[Block, ...]]

    def inlines(self, node: SyntaxTreeNode) -> Inlines:
        """The content of an ``inline`` node, joined where the look is the same, in Swedish typography."""
        line = node.map[0] if node.map else 0
        found = (piece for child in node.children for piece in self.pieces(child, Run(""), line))
        return typeset_inlines(joined(found))

    def pieces(self, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
        """What one inline node becomes, in the look that surrounds it."""
        reader = _READERS.get(node.type)
        if reader is not None:
            yield from reader(self, node, look, line)
            return
        self.source.remark("MD04", "det här går inte att göra i Word", "skriv det som vanlig text", node.content, line)
        yield look._replace(text=node.content)


def _inside(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    for child in node.children:
        yield from reader.pieces(child, look, line)


def _text(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    for mark in footnote_marks(node.content):
        reader.source.remark(
            "MD05",
            f"fotnoten {mark} har ingen text",
            f'skriv fotnotens text på en egen rad: "{mark}: …"',
            mark,
            line,
        )
    if _NO_SIGN in node.content and _NO_SIGN not in reader.source.text:
        message = "teckenkoden står för ett tecken som inte finns"
        advice = "skriv tecknet självt, till exempel – eller …"
        reader.source.remark("MD04", message, advice, _code_without_sign(reader.source.text), line)
    yield look._replace(text=node.content)


def _code_without_sign(text: str) -> str:
    """The first character code of a text that stands for no character."""
    codes = ((found[0], found[1].lower()) for found in _CHARACTER_CODE.finditer(text))
    wrong = (
        written for written, code in codes if not isValidEntityCode(int(code.lstrip("x"), 16 if code[0] == "x" else 10))
    )
    return next(wrong, "")


def _soft_break(_reader: Inliner, _node: SyntaxTreeNode, look: Run, _line: int) -> Iterator[Inline]:
    yield look._replace(text=" ")


def _hard_break(_reader: Inliner, _node: SyntaxTreeNode, _look: Run, _line: int) -> Iterator[Inline]:
    yield LineBreak()


def _bold(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    return _inside(reader, node, look._replace(bold=True), line)


def _italic(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    return _inside(reader, node, look._replace(italic=True), line)


def _code(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    reader.source.remark(
        "MD02",
        "kod går inte att skriva i ett beslutsdokument",
        "ta bort grav accent (`) runt texten",
        f"`{node.content}`" if f"`{node.content}`" in reader.source.text else "`",
        line,
    )
    yield look._replace(text=node.content)


def _html(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    reader.source.remark(
        "MD01",
        f"{node.content} är HTML, som inte går att använda",
        "skriv med Markdown, eller \\< om tecknet < ska synas",
        node.content,
        line,
    )
    yield look._replace(text=node.content)


def _link(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    href = str(node.attrs.get("href", ""))
    if node.attrs.get("title"):
        reader.source.remark(
            "MD04",
            "länkens titel skrivs inte ut",
            "skriv titeln i länkens text, eller ta bort den",
            str(node.attrs["title"]),
            line,
            severity=Severity.WARNING,
        )
    if not _ALLOWED_LINK.match(href):
        _refused_link(reader.source, href, line)
        href = ""
    return _inside(reader, node, look._replace(link=href), line)


def _refused_link(source: Source, href: str, line: int) -> None:
    written = next((form for form in (href, unquote(href)) if form and form in source.text), "](")
    source.remark(
        "MD06",
        f'länken "{unquote(href)}" leder inte till http, https eller mailto' if href else "länken saknar adress",
        "skriv hela adressen, till exempel https://www.bjorkvalla.example, eller ta bort länken",
        written,
        line,
    )


def _footnote(reader: Inliner, node: SyntaxTreeNode, _look: Run, line: int) -> Iterator[Inline]:
    found = reader.footnotes.get(node.meta["id"])
    if found is None:
        reader.source.remark(
            "MD04",
            "en fotnot kan inte stå i en annan fotnot",
            "skriv in texten i fotnoten",
            f"[^{node.meta['label']}]",
            line,
        )
        return
    yield Footnote(found)


def _image(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Iterator[Inline]:
    if node.attrs.get("title"):
        reader.source.remark(
            "MD04",
            "bildtexten skrivs bara ut när bilden står för sig själv",
            "lägg bilden i ett eget stycke, med en tom rad före och efter",
            str(node.attrs["title"]),
            line,
            severity=Severity.WARNING,
        )
    yield image(reader, node, look, line)


def image(reader: Inliner, node: SyntaxTreeNode, look: Run, line: int) -> Inline:
    """The picture, or its description as text where the file cannot be used."""
    name = unquote(str(node.attrs.get("src", "")))
    alt = "".join(child.content or " " for child in node.walk() if not child.children and child is not node)
    if not alt.strip():
        reader.source.remark(
            "MD03",
            f'bilden "{name}" saknar beskrivning för den som inte ser den',
            "skriv vad bilden visar: ![Karta över Björkvalla](karta.png)",
            "![",
            line,
            severity=Severity.WARNING,
        )
    try:
        return picture(name, alt.strip(), reader.source.picture_file)
    except PictureFault as fault:
        written = name if name in reader.source.text else "!["
        reader.source.remark("MD03", fault.message, fault.help, written, line)
        return look._replace(text=alt)


_READERS: dict[str, Callable[[Inliner, SyntaxTreeNode, Run, int], Iterator[Inline]]] = {
    "text": _text,
    "softbreak": _soft_break,
    "hardbreak": _hard_break,
    "strong": _bold,
    "em": _italic,
    "code_inline": _code,
    "html_inline": _html,
    "link": _link,
    "footnote_ref": _footnote,
    "footnote_anchor": _inside,
    "image": _image,
}
