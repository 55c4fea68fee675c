"""One structure tree of many: Document, a Part for each part, and its own tree below (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from memogen.archive.joining import carrying, roles, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.archive.joining.carrying import Carried

_KEYS = (Name.StructParents, Name.StructParent)
_DEEPEST_HEADING = 6


class Tags:
    """The structure tree of the act while it grows."""

    def __init__(self, act: pikepdf.Pdf) -> None:
        self._act = act
        self._parents: dict[int, Any] = {}
        self._roles: dict[str, str] = {}
        self._classes: dict[str, Any] = {}
        self._ids: dict[bytes, Any] = {}
        self._next = 0
        self._root = act.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = act.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array()))

    def add(self, carried: Carried, language: str) -> Dictionary | None:
        """The part's tree below those before it; its Part element, or None for a part without tags."""
        self._renumber(carried)
        if not carried.tagged:
            return None
        tree = carried.catalog.StructTreeRoot
        kids = [kid for kid in _listed(tree.K) if isinstance(kid, Dictionary)]
        names = self._merge_roles(roles.said(tree.get(Name.RoleMap)), carried.number)
        classes = self._merge_classes(tree.get(Name.ClassMap), carried.number)
        self._adjust(kids, f"d{carried.number}.".encode(), names, classes)
        part = self._act.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document, T=carried.title, K=Array(kids))
        )
        own = carried.catalog.get(Name.Lang)
        if isinstance(own, String) and str(own) and str(own) != language:
            part.Lang = own
        for kid in kids:
            kid.P = part
            if roles.standard(str(kid.get(Name.S, Name.Div))[1:], self._roles) == "Document":
                kid.S = Name.Sect
        self._document.K.append(part)
        return part

    def close(self) -> None:
        """Hang the tree into the act, when any part has tags."""
        if not len(self._document.K):
            return
        self._root.K = Array([self._document])
        self._root.ParentTree = self._act.make_indirect(trees.number_tree(self._parents))
        self._root.ParentTreeNextKey = self._next
        if self._roles:
            self._root.RoleMap = Dictionary({f"/{name}": Name(f"/{self._roles[name]}") for name in sorted(self._roles)})
        if self._classes:
            self._root.ClassMap = Dictionary({name: self._classes[name] for name in sorted(self._classes)})
        if self._ids:
            self._root.IDTree = self._act.make_indirect(trees.name_tree(self._ids))
        self._act.Root.StructTreeRoot = self._root

    def type_of(self, element: Dictionary) -> str:
        """The standard type of an element."""
        return roles.standard(str(element.get(Name.S, Name.NonStruct))[1:], self._roles)

    def holding(self, page: Dictionary, content: int) -> Dictionary | None:
        """The element that holds the marked content with this number (MCID) on the page."""
        row = self._parents.get(_number(page.get(Name.StructParents)))
        if not isinstance(row, Array) or not 0 <= content < len(row):
            return None
        element = row[content]
        return element if isinstance(element, Dictionary) else None

    def mark(self, page: Dictionary, element: Dictionary) -> int:
        """A fresh number (MCID) for content on the page that the element is going to hold."""
        key = _number(page.get(Name.StructParents))
        if key < 0:
            key = self._key()
            page.StructParents = key
        row = self._parents.get(key)
        if not isinstance(row, Array):
            row = self._parents[key] = self._act.make_indirect(Array())
        row.append(element)
        return len(row) - 1

    def link(self, annotation: Dictionary, page: Dictionary, holder: Dictionary, content: int) -> None:
        """A Link element for the annotation, in ``holder`` right after its content of the page with that number."""
        element = self._act.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, P=holder, Pg=page))
        element.K = Array([Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)])
        key = self._key()
        annotation.StructParent = key
        self._parents[key] = element
        kids = _listed(holder.get(Name.K))
        numbers = [kid if isinstance(kid, int) else kid.get(Name.MCID) for kid in kids]
        after = numbers.index(content) + 1 if content in numbers else len(kids)
        holder.K = Array([*kids[:after], element, *kids[after:]])

    def _key(self) -> int:
        self._next += 1
        return self._next - 1

    def _renumber(self, carried: Carried) -> None:
        """Give what the part draws keys of its own in the parent tree; a part without tags has none."""
        new: dict[int, int] = {}
        tree = carried.catalog.StructTreeRoot.get(Name.ParentTree) if carried.tagged else None
        for key, value in trees.numbers(tree):
            new[key] = self._key()
            self._parents[new[key]] = value
        for thing in (*carrying.drawn(carried.pages), *carried.annotations()):
            for name in _KEYS:
                if name not in thing:
                    continue
                key = _number(thing[name])
                if key in new:
                    thing[name] = new[key]
                else:
                    del thing[name]

    def _merge_roles(self, own: dict[str, str], number: int) -> dict[str, str]:
        names = roles.renamed(own, self._roles, number)
        for name, target in own.items():
            self._roles.setdefault(names.get(name, name), names.get(target, target))
        return names

    def _merge_classes(self, own: Object | None, number: int) -> dict[str, str]:
        names = {}
        for name, attributes in own.items() if isinstance(own, Dictionary) else ():
            names[name] = name if name not in self._classes else f"{name}-{number}"
            self._classes[names[name]] = attributes
        return names

    def _adjust(self, kids: list[Any], prefix: bytes, names: dict[str, str], classes: dict[str, str]) -> None:
        strong = False
        for element in _elements(kids):
            kind = str(element.S)[1:]
            strong = strong or kind == "H"
            if kind in names:
                element.S = Name(f"/{names[kind]}")
            if Name.ID in element:
                element.ID = String(prefix + bytes(element.ID))
                self._ids.setdefault(bytes(element.ID), element)
            if Name.C in element:
                element.C = Array([_reclassed(each, classes) for each in _listed(element.C)])
            if Name.A in element:
                _point_at_headers(element.A, prefix)
        for name in classes.values():
            _point_at_headers(self._classes[name], prefix)
        if strong:
            _number_headings(kids)


def _listed(kids: Object | int | None) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _number(key: Any) -> int:  # noqa: ANN401 - whatever the file has there
    """A key of the parent tree; -1 is none."""
    return key if isinstance(key, int) else -1


def _elements(kids: list[Any]) -> Iterator[Dictionary]:
    stack, seen = kids[::-1], set()
    while stack:
        element = stack.pop()
        if isinstance(element, int) or not isinstance(element, Dictionary) or Name.S not in element:
            continue  # content of the page, or a reference to something that is drawn
        if element.objgen in seen:
            continue
        if element.is_indirect:
            seen.add(element.objgen)
        yield element
        stack.extend(reversed(_listed(element.get(Name.K))))


def _reclassed(name: Any, classes: dict[str, str]) -> Any:  # noqa: ANN401 - a name, or the number of its revision
    return Name(classes[str(name)]) if isinstance(name, Name) and str(name) in classes else name


def _point_at_headers(attributes: Object, prefix: bytes) -> None:
    """Let a cell of a table find its headers by the names that they have in the act."""
    for each in _listed(attributes):
        if isinstance(each, Dictionary) and isinstance(each.get(Name.Headers), Array):
            each.Headers = Array([String(prefix + bytes(header)) for header in each.Headers])


def _number_headings(kids: list[Any]) -> None:
    """Headings that tell their level by nesting (H) get it in their name: the two ways may not be mixed in a file."""
    stack = [(kids, 1)]
    seen: set[tuple[int, int]] = set()
    while stack:
        level_kids, level = stack.pop()
        elements = [kid for kid in level_kids if isinstance(kid, Dictionary) and Name.S in kid]
        headings = [kid for kid in elements if kid.get(Name.S) == Name.H]
        for heading in headings:
            heading.S = Name(f"/H{min(level, _DEEPEST_HEADING)}")
        for kid in elements:
            if not kid.is_indirect or kid.objgen not in seen:
                seen.add(kid.objgen)
                stack.append((_listed(kid.get(Name.K)), level + bool(headings)))
