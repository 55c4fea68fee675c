"""The structure tree: what the parts of the pages are, in the order of reading (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from memogen.archive.standard_types import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.checking.document import Dictionary, Document, Value

_TRANSPARENT = frozenset({"NonStruct"})
_MOST_ELEMENTS = 2_000_000
_DEEPEST = 2_000
_DEEPEST_TREE = 60


@dataclass(slots=True, eq=False)
class Element:
    """One element; ``kind`` is its standard type, ``holder`` that of the one around it. "" says that it has none."""

    entries: Dictionary
    written: str
    kind: str
    holder: str
    kids: list[Element] = field(default_factory=list)

    def significant(self) -> list[Element]:
        """The elements inside; those that only group (NonStruct) are looked through."""
        found: list[Element] = []
        for kid in self.kids:
            found += kid.significant() if kid.kind in _TRANSPARENT else [kid]
        return found


class Tree:
    """The structure tree of a PDF; one without elements where it has none."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root = document.dictionary(document.catalog.get("/StructTreeRoot"))
        self._is_tree = document.name(self.root.get("/Type")) == "/StructTreeRoot"
        self.has_language = document.text(document.catalog.get("/Lang")) is not None
        self._roles = document.dictionary(self.root.get("/RoleMap"))
        self._kinds: dict[str, str] = {}
        self._rooted: dict[int, bool] = {}
        self._replaced: dict[int, bool] = {}
        self._by_number = dict(self._numbers(self.root.get("/ParentTree")))
        self.elements = tuple(self._elements())

    def role(self, written: str) -> str:
        """The standard type that a type stands for; "" where it stands for none."""
        if written not in self._kinds:
            kind, seen = written, {written}
            while kind not in STANDARD:
                kind = self.document.name(self._roles.get(f"/{kind}"))[1:]
                if not kind or kind in seen:
                    kind = ""
                    break
                seen.add(kind)
            self._kinds[written] = kind
        return self._kinds[written]

    def is_circular(self, written: str) -> bool:
        """Whether the role map leads from a type back to itself."""
        seen: set[str] = set()
        while written and written not in seen:
            seen.add(written)
            written = self.document.name(self._roles.get(f"/{written}"))[1:]
        return bool(written)

    def is_remapped(self, written: str) -> bool:
        """Whether the role map gives a standard type, that this type is or stands for, another meaning."""
        kind = self.role(written)
        return bool(kind) and self.document.name(self._roles.get(f"/{kind}"))[1:] not in {"", kind}

    def owner(self, number: int | None) -> Dictionary:
        """The element that an annotation or object with this StructParent belongs to."""
        return self.document.dictionary(self._by_number.get(number)) if number is not None else {}

    def marked(self, parents: int | None, number: int) -> Dictionary | None:
        """The element that a piece of marked content belongs to."""
        if parents is None or parents not in self._by_number:
            return None
        found = self.document.array(self._by_number[parents])
        element = self.document.dictionary(found[number]) if 0 <= number < len(found) else {}
        return element if element and self._is_rooted(element) else None

    def language(self, element: Dictionary) -> str | None:
        """The language of an element, its own or that of one around it."""
        for held in self._upwards(element):
            if (language := self.document.text(held.get("/Lang"))) is not None:
                return language
        return None

    def is_replaced(self, element: Dictionary) -> bool:
        """Whether an element, or one around it, has a text that stands for what is drawn."""
        if id(element) in self._replaced:  # so it is for all lines of a paragraph but the first
            return self._replaced[id(element)]
        passed: list[int] = []
        found = False
        for held in self._upwards(element):
            known = self._replaced.get(id(held))
            if known is not None or self.document.text(held.get("/ActualText")) is not None:
                found = known is not False
                break
            passed.append(id(held))
        self._replaced.update(dict.fromkeys((*passed, id(element)), found))
        return found

    def _is_rooted(self, element: Dictionary) -> bool:
        """Whether the elements around an element lead to the top of the tree."""
        if id(element) in self._rooted:
            return self._rooted[id(element)]
        passed: list[int] = []
        found = False
        for held in self._upwards(element):
            known = self._rooted.get(id(held))
            if known is not None:
                found = known
                break
            passed.append(id(held))
            found = self._is_tree and held is self.root
        self._rooted.update(dict.fromkeys(passed, found))
        return found

    def _holder(self, element: Dictionary) -> str:
        """The type of the element that an element names as its parent; those that only group are looked through."""
        kinds = (self.role(self.document.name(held.get("/S"))[1:]) for held in islice(self._upwards(element), 1, None))
        return next((kind for kind in kinds if kind not in _TRANSPARENT), "")

    def _upwards(self, element: Dictionary) -> Iterator[Dictionary]:
        seen: set[int] = set()
        while element and id(element) not in seen:
            seen.add(id(element))
            yield element
            element = self.document.dictionary(element.get("/P"))

    def _numbers(self, top: Value) -> Iterator[tuple[int, Value]]:
        waiting: list[tuple[Value, int]] = [(top, 0)]
        seen: set[str] = set()
        while waiting:
            found, depth = waiting.pop()
            if depth > _DEEPEST_TREE or (isinstance(found, str) and found in seen):
                continue
            if isinstance(found, str):
                seen.add(found)
            node = self.document.dictionary(found)
            pairs = self.document.array(node.get("/Nums"))
            for place in range(0, len(pairs) - 1, 2):
                if (number := self.document.integer(pairs[place])) is not None:
                    yield number, pairs[place + 1]
            waiting += [(kid, depth + 1) for kid in self.document.array(node.get("/Kids"))]

    def _elements(self) -> Iterator[Element]:
        """All elements, each before what it holds."""
        waiting: list[tuple[Value, Element | None, int]] = [
            (kid, None, 0) for kid in reversed(self._kids(self.root.get("/K")))
        ]
        seen: set[int] = set()
        while waiting and len(seen) < _MOST_ELEMENTS:
            found, above, depth = waiting.pop()
            entries = self.document.dictionary(found)
            written = self.document.name(entries.get("/S"))[1:]
            if id(entries) in seen or depth > _DEEPEST or not self._is_element(found, entries):
                continue
            seen.add(id(entries))
            element = Element(entries, written, self.role(written), self._holder(entries))
            if above is not None:
                above.kids.append(element)
            yield element
            waiting += [(kid, element, depth + 1) for kid in reversed(self._kids(entries.get("/K")))]

    def _kids(self, found: Value) -> list[Value]:
        value = self.document.value(found)
        return value if isinstance(value, list) else [found] if isinstance(value, dict) else []

    def _is_element(self, found: Value, entries: Dictionary) -> bool:
        is_dictionary = isinstance(self.document.value(found), dict)
        return is_dictionary and self.document.name(entries.get("/Type")) in {"", "/StructElem"}

    def attribute(self, element: Element, owner: str, name: str) -> Value:
        """What the attributes of an element, or of its classes, say; None where they say nothing."""
        document = self.document
        for held in _each(document.value(element.entries.get("/A"))):
            attributes = document.dictionary(held)
            if document.name(attributes.get("/O")) == owner and name in attributes:
                return document.value(attributes[name])
        classes = document.dictionary(self.root.get("/ClassMap"))
        for held in _each(document.value(element.entries.get("/C"))):
            for found in _each(document.value(classes.get(document.name(held)))):
                attributes = document.dictionary(found)
                if document.name(attributes.get("/O")) == owner and name in attributes:
                    return document.value(attributes[name])
        return None


def _each(found: Value) -> list[Value]:
    return found if isinstance(found, list) else [found]
