"""A template compiled once: which parts have tags, what they ask for, and what the package offers."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.meta import TrackingCodeGenerator

from memogen.render import kept, package, properties
from memogen.render.adjoining import tables_may_meet
from memogen.render.allowed import check
from memogen.render.bookmarks import Taken, taken
from memogen.render.extending import Extending
from memogen.render.faults import Spot, TemplateFault, TemplateFaults, part_name, syntax_fault, whole_part
from memogen.render.fillings import FILLINGS
from memogen.render.measures import Measures, measures
from memogen.render.members import CONTENT_TYPES, CORE, DOCUMENT, NUMBERING, STYLES
from memogen.render.mending import Mending, drawing_numbers, mending
from memogen.render.notes import last_note, note_settings
from memogen.render.numbering import Lists
from memogen.render.packing import Packed, packed
from memogen.render.positions import RUN, Placing
from memogen.render.reading import in_order, is_plain
from memogen.render.rewriting import Rewriting
from memogen.render.sandbox import Sandbox
from memogen.render.styles import Styles, W
from memogen.render.tags import source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from memogen.render.source import Source

_POURED: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_WATCHED: Final = re.compile(r"word/(?!styles|theme/|fontTable|numbering|webSettings).*\.xml")
_PERSONAL: Final = re.compile(r"docProps/(?!core\.xml|app\.xml).*|word/(?:people|stylesWithEffects)\.xml|customXml/.*")
_ENVIRONMENT: Final = Sandbox()
_ENVIRONMENT.filters |= FILLINGS
_TAG_IN_LINK: Final = re.compile(rb"(?:\{|%7B)(?:\{|%7B|%25)", re.IGNORECASE)
_REMEMBERED: Final = 16


@dataclass(frozen=True)
class Part:
    """A part with tags. ``names`` are the fields that it asks for, each with the place of its first tag."""

    member: str
    jinja: JinjaTemplate
    spots: tuple[Spot, ...]
    names: Mapping[str, Spot | None]
    excused: frozenset[str]
    mending: Mending
    in_order: bool
    plain: bool
    """Whether it has no other text than words, none of them in several runs."""

    def spot(self, line: int) -> Spot:
        """Where the tag on ``line`` of the Jinja source stands."""
        return _at(self.spots, line)


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to be poured: its members as they are, and its parts with tags, the body first."""

    members: Mapping[str, bytes]
    parts: tuple[Part, ...]
    styles: Styles
    lists: Lists
    measures: Measures
    drawings: frozenset[int]
    bookmarks: Taken
    packed: Mapping[str, Packed]
    """The members that most documents take as they are, deflated once."""
    names: frozenset[str]
    """Every field that the template asks for."""
    extensions: frozenset[str]
    """The kinds of files that the package knows, by how their names end."""
    last_note: int
    note_settings: bytes | None
    extending: Extending = field(default_factory=Extending)
    reviewed: set[str] = field(default_factory=set, compare=False, repr=False)
    """The kinds of documents that it was found to be sound for."""


def compiled(data: bytes) -> CompiledTemplate:
    """The template of a docx file, compiled the first time that its content is seen.

    Raises:
        TemplateFaults: everything that is wrong with it.
    """
    return _compiled(_Content(hashlib.sha256(data).digest(), data))


def forget() -> None:
    """Forget the templates of this process: the next document is made as a new process makes it."""
    _compiled.cache_clear()


@dataclass(frozen=True)
class _Content:
    """A file's bytes, known by their hash."""

    digest: bytes
    data: bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


@lru_cache(maxsize=_REMEMBERED)
def _compiled(content: _Content) -> CompiledTemplate:
    try:
        members = package.read(content.data)
        document = package.parse(members[DOCUMENT])
        _check_dialect(document)
        _check_links(members)
    except TemplateFault as fault:
        raise TemplateFaults([fault]) from fault
    parts = _parts(members, content.digest)
    own = dict(members)
    properties.as_document(own)
    properties.forget(own, frozenset(filter(_PERSONAL.fullmatch, members)))
    properties.announce(own)
    changing = {CORE, *(part.member for part in parts)}
    return CompiledTemplate(
        members=own,
        parts=tuple(parts),
        styles=Styles(_root(own, STYLES)),
        lists=Lists(_root(own, NUMBERING)),
        measures=measures(document),
        drawings=drawing_numbers(own),
        bookmarks=taken(own),
        packed={name: packed(name, content) for name, content in own.items() if name not in changing},
        names=frozenset(name for part in parts for name in part.names),
        extensions=_extensions(own[CONTENT_TYPES]),
        last_note=last_note(own),
        note_settings=note_settings(own),
    )


def _parts(members: Mapping[str, bytes], digest: bytes) -> list[Part]:
    """The parts with tags, the body first.

    Raises:
        TemplateFaults: everything that is wrong with them.
    """
    recalled = kept.recalled(digest)
    sources = recalled or {}
    faults: list[TemplateFault] = []
    parts = []
    for member in sorted(filter(_WATCHED.fullmatch, members), key=lambda name: (name != DOCUMENT, name)):
        try:
            found = _source(member, members[member]) if recalled is None else sources.get(member)
            if found is not None:
                sources[member] = found
                parts.append(_part(member, found))
        except TemplateFaults as several:
            faults.extend(several.faults)
        except TemplateFault as fault:
            faults.append(fault)
    if faults:
        raise TemplateFaults(faults)
    if recalled is None:
        kept.keep(digest, sources)
    return parts


def _source(member: str, content: bytes) -> Source | None:
    root = package.parse(content)
    found = source(member, root)
    if found is not None:
        _check_prefix(root)
    return found


def _check_dialect(document: etree._Element) -> None:
    """Word's usual (transitional) dialect under its usual prefix: what the tags are translated in."""
    _check_prefix(document)
    if document.tag != f"{{{W}}}document":
        raise _other_dialect()


def _check_prefix(root: etree._Element) -> None:
    if root.nsmap.get("w") != W:
        raise _other_dialect()


def _other_dialect() -> TemplateFault:
    message = "mallen är sparad i ett format som memogen inte läser (strikt Open XML)"
    return TemplateFault("MA01", message, 'spara mallen i Word som "Word-dokument (.docx)"')


def _check_links(members: Mapping[str, bytes]) -> None:
    for name, content in members.items():
        if name.endswith(".rels") and _TAG_IN_LINK.search(content):
            raise TemplateFault("MA06", "en länk i mallen har en tagg i sin adress", "skriv en fast adress i länken")


def _extensions(types: bytes) -> frozenset[str]:
    return frozenset(element.get("Extension", "").lower() for element in package.parse(types))


def _root(members: Mapping[str, bytes], name: str) -> etree._Element | None:
    return package.parse(members[name]) if name in members else None


def _part(member: str, found: Source) -> Part:
    if not _POURED.fullmatch(member):
        message = f"{part_name(member)} har taggar, men memogen fyller inte i den delen"
        raise TemplateFault("MA06", message, "flytta taggarna till brödtexten", whole_part(found.spots[0]))
    lines = found.spots
    try:
        tree = _ENVIRONMENT.parse(found.text)
        refusals = [fault.at(_at(lines, line)) for line, fault in check(tree)]
        if refusals:
            raise TemplateFaults(refusals)
        names = _names(tree, lines)
        excused = frozenset(_excused(tree))
        placing = Placing()
        placing.place(tree.body)
        if placing.faults:
            raise TemplateFaults([fault.at(_at(lines, line)) for line, fault in placing.faults])
        code = _ENVIRONMENT.compile(Rewriting().visit(tree))
    except TemplateSyntaxError as error:
        raise syntax_fault(error.message or "", _at(lines, error.lineno)) from error
    except (RecursionError, SyntaxError, MemoryError) as error:
        message = f"taggarna i {part_name(member)} är för djupt inneslutna i varandra"
        raise TemplateFault("MA09", message, "förenkla mallen", Spot(member)) from error
    jinja = JinjaTemplate.from_code(_ENVIRONMENT, code, _ENVIRONMENT.make_globals(None))
    return Part(
        member,
        jinja,
        lines,
        names,
        excused,
        mending=mending(found.text, tables=tables_may_meet(tree.body)),
        in_order=in_order(found.text),
        plain=is_plain(found.text) and all(node.name != RUN for node in tree.find_all(nodes.Filter)),
    )


def _at(spots: tuple[Spot, ...], line: int) -> Spot:
    return spots[min(max(line, 1), len(spots)) - 1]


def _names(tree: nodes.Template, spots: tuple[Spot, ...]) -> dict[str, Spot | None]:
    free = _free(tree)
    names: dict[str, Spot | None] = {}
    for name in tree.find_all(nodes.Name):
        if name.name in free and name.name not in _ENVIRONMENT.globals:
            names.setdefault(name.name, _at(spots, name.lineno))
    return names


def _free(tree: nodes.Template) -> set[str]:
    """The names that the template does not give a value itself."""
    tracking = TrackingCodeGenerator(_ENVIRONMENT)
    # As in the environment: else a tag of a hundred filters takes a second.
    tracking.optimizer = None
    tracking.visit(tree)
    return tracking.undeclared_identifiers


def _excused(tree: nodes.Template) -> set[str]:
    """Names that the template itself asks about, or sets in some branch: they may be unknown."""
    asked = [*tree.find_all(nodes.Test), *tree.find_all(nodes.Filter)]
    found = {
        node.node.name
        for node in asked
        if node.name in {"defined", "undefined", "default", "d"} and isinstance(node.node, nodes.Name)
    }
    return found | {
        name.name for one in tree.find_all(nodes.Assign) for name in one.find_all(nodes.Name) if name.ctx == "store"
    }
