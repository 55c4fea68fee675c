"""From text to nodes: YAML's events, every scalar text, everything clever refused at its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import yaml

from memogen.artifacts import Entry, MappingNode, Node, SequenceNode, Span, TextNode
from memogen.load import slips
from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.load.faults import Faults
    from memogen.load.syntax import Fault

NOT_A_CHARACTER = "\ufdd0"
"""Stands for a soft line break while YAML reads the text, which would end the line at one."""

MAX_DEPTH = 20
MAX_NODES = 50_000
_MAX_REPAIRS = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FORBIDDEN = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, lone surrogates, and what Unicode says is no character."""
_PARTS = re.compile(r"\s*(?:[&!][^\s,\[\]{}]*\s+)*")

Event: TypeAlias = "yaml.events.Event"
"""libyaml's; their marks count characters, not bytes."""


def read_nodes(text: str, faults: Faults) -> MappingNode | None:
    """The nodes of the text's only document, or None; every fault is added to ``faults``.

    After a syntax fault that one line holds, the line's value is blanked and the rest is read as well.
    """
    before = len(faults.found)
    broken: list[Fault] = []
    for _ in range(_MAX_REPAIRS):
        del faults.found[before:]
        for fault in broken:
            faults.add(*fault)
        try:
            return _Builder(text, faults).root(_events(text))
        except yaml.MarkedYAMLError as error:
            from memogen.load.syntax import explain  # noqa: PLC0415 - a sound file has nothing to explain

            explained, repair = explain(error, text)
            broken.extend(explained)
            for fault in explained:
                faults.add(*fault)
            if repair is None:
                return None
            faults.blanked = True
            text = text[: repair.start] + " " * (repair.end - repair.start) + text[repair.end :]
        except _TooMuch:
            return None
    return None


def _events(text: str) -> Iterator[Event]:
    """What ``yaml.parse`` gives, with fewer steps for each event."""
    loader = _LOADER(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()


class _TooMuch(Exception):
    """The nodes are too deep or too many to go on."""


class _Builder:
    """Builds nodes from events; ``root`` is called once."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._text = text
        self._faults = faults
        self._nodes = 0

    def root(self, events: Iterator[Event]) -> MappingNode | None:
        """The root mapping; None where there is none."""
        self._events = events
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._add("YA12", "filen har flera dokument; bara ett får finnas", self._span(event), _ONE_DOCUMENT)
                    break
            elif isinstance(event, (yaml.NodeEvent, yaml.CollectionEndEvent)):
                root = self._node(event, 0)
        return self._as_root(root)

    def _as_root(self, root: Node | None) -> MappingNode | None:
        if isinstance(root, MappingNode):
            return root
        if root is None or (isinstance(root, TextNode) and not root.value):
            self._add("YA08", "filen är tom", Span(0, 1), "börja med: memogen new ärende")
        else:
            what = "en lista" if isinstance(root, SequenceNode) else "löpande text"
            start = Span(root.span.start, root.span.start + 1)
            self._add("YA09", f"filen är {what}, inte nycklar med värden", start, _KEYS)
        return None

    def _node(self, event: Event, depth: int) -> Node:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            self._refuse_size(event, depth)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse_cleverness(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        span = self._span(event)
        return TextNode(self._text[span.start : span.end], span)

    def _refuse_size(self, event: Event, depth: int) -> NoReturn:
        if depth > MAX_DEPTH:
            self._add("YA11", f"filen har fler än {MAX_DEPTH} nivåer", self._span(event), "gör strukturen plattare")
        else:
            self._add("YA11", f"filen har fler än {MAX_NODES} värden", self._span(event), "dela upp filen")
        raise _TooMuch

    def _scalar(self, event: yaml.ScalarEvent) -> TextNode:
        if event.anchor or event.tag:
            span = self._span(event)
        else:  # most are plain, and there are many
            start: int = event.start_mark.index  # type: ignore[union-attr]  # as below
            said = self._text[start : event.end_mark.index]  # type: ignore[union-attr]
            span = Span(start, start + len(said.rstrip()))
        value = unicodedata.normalize("NFC", event.value)
        if event.tag and not value:
            # What stands there, so that nobody misses the value as well; so for an alias.
            value = event.tag
        if not value.isprintable():
            # Line breaks, soft line breaks and control characters are all unprintable.
            value = self._one_kind_of_line_break(value, span)
        style = event.style
        if not style and slips.may_slip(self._text, span):
            for fault in slips.in_plain_text(self._text, span):
                self._faults.add(*fault)
        return TextNode(value, span, style == "|")

    def _one_kind_of_line_break(self, value: str, span: Span) -> str:
        for unwanted in ("\r\n", "\r", "\v", "\u2028", "\u2029", NOT_A_CHARACTER):
            value = value.replace(unwanted, "\n")
        found = FORBIDDEN.search(value)
        if found and "\ufffd" not in found[0]:
            self._add("YA06", f"otillåtet styrtecken U+{ord(found[0]):04X}", span, "ta bort tecknet")
        return value

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> SequenceNode:
        items: list[Node] = []
        event = next(self._events)
        while not isinstance(event, yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
            event = next(self._events)
        if start.flow_style:
            for fault in slips.in_flow_list(self._text, items):
                self._faults.add(*fault)
        return SequenceNode(tuple(items), self._span(start, event))

    def _mapping(self, start: Event, depth: int) -> MappingNode:
        entries: dict[str, Entry] = {}
        event = next(self._events)
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            self._enter(entries, key, value)
            event = next(self._events)
        return MappingNode(entries, self._span(start, event))

    def _enter(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, TextNode) or not key.value.strip():
            span = Span(key.span.start, max(key.span.end, key.span.start + 1))
            self._add("YA13", "nyckeln är inte text", span, "skriv nyckeln som ett eller flera ord före kolon")
            return
        if not key.value.isprintable():
            # So are all the spaces that are no plain ones.
            for fault in slips.in_key(key.value, key.span):
                self._faults.add(*fault)
        name = " ".join(key.value.split())
        folded = fold(name)
        if folded in entries:
            first = self._faults.page.span_place(entries[folded].key_span).line
            message = f'nyckeln "{name}" står två gånger; den första står på rad {first}'
            self._add("YA03", message, key.span, "ta bort den ena eller slå ihop dem")
            return
        entries[folded] = Entry(name, key.span, value)

    def _refuse_cleverness(self, event: Event) -> None:
        anchor = str(getattr(event, "anchor", None) or "")
        start = event.start_mark.index  # type: ignore[union-attr]  # libyaml's events always have their marks
        if isinstance(event, yaml.AliasEvent):
            span = Span(start, start + len(anchor) + 1)
            self._add("YA04", f'"*{anchor}" läses som en hänvisning (alias)', span, _QUOTE)
            return
        if anchor:
            at = self._text.index(f"&{anchor}", start)
            span = Span(at, at + len(anchor) + 1)
            self._add("YA04", f'"&{anchor}" läses som ett ankare', span, _QUOTE)
        if getattr(event, "tag", None):
            at = self._text.index("!", start)
            written = re.match(r"!\S*", self._text[at:])
            end = at + (written.end() if written else 1)
            self._add("YA05", f'"{self._text[at:end]}" läses som en tagg', Span(at, end), _QUOTE)

    def _span(self, first: Event, last: Event | None = None) -> Span:
        """The span of an event without its anchor, its tag and the blank space after it."""
        start: int = first.start_mark.index  # type: ignore[union-attr]  # as above
        end: int = (last or first).end_mark.index  # type: ignore[union-attr]  # as above
        if getattr(first, "anchor", None) or getattr(first, "tag", None):
            skipped = _PARTS.match(self._text, start, end)
            start = skipped.end() if skipped else start
        return Span(start, start + len(self._text[start:end].rstrip()))

    def _add(self, code: str, message: str, span: Span, advice: str) -> None:
        self._faults.add(code, message, span, advice)


_QUOTE = "sätt hela texten inom citattecken"
_KEYS = "börja varje del med en nyckel och kolon, till exempel: rubrik: Antagande av taxa"
_ONE_DOCUMENT = 'ta bort raden "---" eller lägg resten i en egen fil'
