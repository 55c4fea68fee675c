"""Marked content: what a piece of the page is, by its own words and by the structure tree (ISO 32000-1, 14.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.archive.checking import tokens
from memogen.archive.checking.fault import Fault
from memogen.archive.checking.structure import wrong_languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.archive.checking.document import Dictionary, Document
    from memogen.archive.checking.tree import Tree


class Mark(NamedTuple):
    """What holds for a piece of content, those around it included."""

    tagged: bool = False
    artifact: bool = False
    replaced: bool = False
    language: str | None = None


NOTHING = Mark()
HIDDEN = Mark(tagged=True, artifact=False)
"""For content that no structure can reach: glyphs of a Type 3 font, tiles of a pattern."""


_ORDINARY = frozenset({"/MCID"})
"""What nearly every mark says, and nothing can be wrong with."""
_SHORT = 5
"""The operands of such a mark: ``/P <</MCID 7>>``."""


class Marks:
    """Reads marks; knows which elements the contents of one stream belong to."""

    def __init__(self, document: Document, tree: Tree, parents: int | None) -> None:
        self._document = document
        self._tree = tree
        self._parents = parents

    def opened(
        self, around: Mark, operator: bytes, operands: Sequence[bytes], resources: Dictionary
    ) -> tuple[Mark, list[Fault]]:
        """The mark that BMC or BDC sets, and its faults."""
        tag = tokens.name(operands[0]) if operands else ""
        said = self._said(operands, resources) if operator == b"BDC" else {}
        number = self._document.integer(said.get("/MCID"))
        element = self._tree.marked(self._parents, number) if number is not None else None
        own = self._document.text(said.get("/Lang"))
        inherited = self._tree.language(element) if element and not self._tree.has_language else None
        language = own or inherited or around.language
        replaced = "/ActualText" in said or (element is not None and self._tree.is_replaced(element))
        mark = Mark(
            around.tagged or element is not None, around.artifact or tag == "/Artifact", around.replaced or replaced,
            language,
        )  # fmt: skip
        if said.keys() <= _ORDINARY and tag != "/Artifact" and not around.artifact:
            return mark, []
        return mark, list(self._faults(tag, around, said, tagged=element is not None, language=own or around.language))

    def _faults(
        self, tag: str, around: Mark, said: Dictionary, *, tagged: bool, language: str | None
    ) -> Iterator[Fault]:
        if tag == "/Artifact" and (around.tagged or tagged):
            yield Fault("7.1-1")
        if tagged and around.artifact:
            yield Fault("7.1-2")
        yield from wrong_languages(self._document, said.get("/Lang"))
        has_language = language is not None or self._tree.has_language
        for clause, key in (("7.2-30", "/ActualText"), ("7.2-31", "/Alt"), ("7.2-32", "/E")):
            if tag == "/Span" and key in said and not has_language:
                yield Fault(clause)

    def _said(self, operands: Sequence[bytes], resources: Dictionary) -> Dictionary:
        if operands[-1:] == [b">>"]:
            return _entries(operands)
        properties = self._document.dictionary(resources.get("/Properties"))
        return self._document.dictionary(properties.get(tokens.name(operands[-1]))) if operands else {}


def _entries(operands: Sequence[bytes]) -> Dictionary:
    if len(operands) == _SHORT and operands[2] == b"/MCID" and operands[3].isdigit():
        return {"/MCID": int(operands[3])}
    found: Dictionary = {}
    if (number := tokens.entry(operands, b"/MCID")) and number.isdigit():
        found["/MCID"] = int(number)
    for key in (b"/ActualText", b"/Alt", b"/E", b"/Lang"):
        if (written := tokens.entry(operands, key)) and written[:1] in {b"(", b"<"}:
            found[key.decode()] = f"u:{_text(tokens.string(written))}"
    return found


def _text(written: bytes) -> str:
    return written[2:].decode("utf-16-be", "replace") if written[:2] == b"\xfe\xff" else written.decode("latin-1")
