"""Where in the XML each tag of a template stands, and what may be poured there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jinja2 import nodes

from memogen.render.faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT: Final = "_text"
LINE: Final = "_line"
RUN: Final = "_run"
BLOCK: Final = "_block"
ATTRIBUTE: Final = "_attribute"

_MARKUP: Final = re.compile(r"<(/?)([\w:.-]+)[^<>]*?(/?)>|<([/\w:.-]*)[^<>]*$")
_LINES: Final = frozenset({"a:t", "m:t"})
_BLOCK_ELEMENTS: Final = frozenset({"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"})
_ESCAPES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))

_State: TypeAlias = tuple[tuple[str, ...], str]


@dataclass(slots=True)
class Cursor:
    """A place in XML that is read piece by piece: the open elements, and the tag that is not yet closed."""

    open: list[str] = field(default_factory=list)
    in_markup: str = ""

    def feed(self, data: str) -> None:
        """Read on over ``data``."""
        for found in _MARKUP.finditer(self.in_markup + data):
            closing, name, empty, unfinished = found.groups()
            if unfinished is not None:
                break
            if closing:
                if self.open and self.open[-1] == name:
                    self.open.pop()
                else:
                    self.open.append(f"/{name}")
            elif not empty:
                self.open.append(name)
        self.in_markup = _unfinished(self.in_markup + data)

    @property
    def position(self) -> str:
        """What may be poured here: the name of the filter that pours it ("" where nothing may)."""
        if self.in_markup:
            return ATTRIBUTE
        top = self.open[-1] if self.open else ""
        if top == "w:t":
            return TEXT
        if top in _LINES:
            return LINE
        for name in reversed(self.open):
            if name == "w:p":
                return RUN if top in {"w:p", "w:hyperlink", "w:sdtContent", "w:ins", "w:smartTag"} else ""
            if name in _BLOCK_ELEMENTS:
                return BLOCK if top in (name, "w:sdtContent") else ""
        return ""


def _unfinished(data: str) -> str:
    start = data.rfind("<")
    return data[start:] if start > data.rfind(">") else ""


@dataclass(slots=True)
class Placing:
    """Walks a template in the order of its text, and puts at each tag the filter that pours there."""

    faults: list[tuple[int, TemplateFault]] = field(default_factory=list)
    cursor: Cursor = field(default_factory=Cursor)

    def place(self, body: list[Any]) -> None:
        """Place the nodes of ``body``; faults are collected with their lines."""
        for node in body:
            handler = _HANDLERS.get(type(node))
            if handler is not None:
                handler(self, node)

    def output(self, node: nodes.Output) -> None:
        """Text of the template, and tags that print."""
        for index, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                child.data = child.data.replace("\n", "")
                self.cursor.feed(child.data)
                child.data = _unescaped(child.data)
                continue
            position = self.cursor.position
            if not position:
                self._misplaced(child.lineno)
                continue
            if position == ATTRIBUTE:
                self.cursor.in_markup += "x"
            node.nodes[index] = nodes.Filter(
                child, position, [], [], None, None, lineno=child.lineno, environment=child.environment
            )

    def choice(self, node: nodes.If) -> None:
        """A condition: every branch must leave the same elements open."""
        start = self._state()
        ends = []
        branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
        for branch in branches:
            self._restore(start)
            self.place(branch)
            ends.append(self._state())
        if any(not _alike(end, ends[0]) for end in ends):
            self._crossing(node.lineno)
            self._restore(start)

    def loop(self, node: nodes.For) -> None:
        """A loop: a turn must leave the same elements open as it found."""
        start = self._state()
        for branch in (node.body, node.else_):
            self.place(branch)
            if not _alike(self._state(), start):
                self._crossing(node.lineno)
                self._restore(start)

    def _state(self) -> _State:
        return tuple(self.cursor.open), self.cursor.in_markup

    def _restore(self, state: _State) -> None:
        self.cursor.open = list(state[0])
        self.cursor.in_markup = state[1]

    def _crossing(self, line: int) -> None:
        message = "blocket börjar och slutar på olika ställen i dokumentet, så att stycken, rader eller celler korsas"
        advice = (
            "låt slingan eller villkoret börja och sluta i samma slags stycke ({%p … %}), rad ({%tr … %}) eller cell"
        )
        self.faults.append((line, TemplateFault("MA05", message, advice)))

    def _misplaced(self, line: int) -> None:
        advice = "skriv {{p fält }} ensamt i ett stycke, {{r fält }} eller {{ fält }} i löpande text"
        self.faults.append((line, TemplateFault("MA05", "taggen står där ingen text kan stå", advice)))


def _alike(one: _State, other: _State) -> bool:
    """The same elements are open, and both or none stand inside a tag of XML."""
    return one[0] == other[0] and bool(one[1]) == bool(other[1])


_HANDLERS: Final[dict[type, Callable[[Placing, Any], None]]] = {
    nodes.Output: Placing.output,
    nodes.If: Placing.choice,
    nodes.For: Placing.loop,
}


def _unescaped(data: str) -> str:
    """Docxtpl's way to write braces: in the template only, never in what is poured."""
    if "_" in data:
        for escape, braces in _ESCAPES:
            data = data.replace(escape, braces)
    return data
