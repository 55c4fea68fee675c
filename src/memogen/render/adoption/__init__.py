"""An existing Word document becomes a template: its letterhead and styles stay, tags come where the old words stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from memogen.errors import Rejected
from memogen.render import package, packing, properties
from memogen.render.adoption import body, fields, head
from memogen.render.adoption.finding import LIKELY, UNSURE, Finding
from memogen.render.adoption.lines import PARAGRAPH, Line, lines
from memogen.render.adoption.vocabulary import KINDS, vocabulary
from memogen.render.adoption.wanting import add_styles
from memogen.render.compiled import compiled
from memogen.render.faults import Spot, TemplateFault, TemplateFaults
from memogen.render.members import CORE, DOCUMENT, SETTINGS, STYLES
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from memogen.model.profil import Profil
    from memogen.render.adoption.vocabulary import Vocabulary

__all__ = ["KINDS", "Adopted", "Finding", "adopt"]

_W: Final = f"{{{W}}}"
_A_TAG: Final = re.compile(r"\{[{%#].{0,40}")
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_PARTS: Final = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_NEEDED: Final = {
    "tjansteskrivelse": ("rubrik", "diarienummer", "datum", "handlaggare", "mottagare"),
    "styrdokument": ("rubrik", "diarienummer", "datum", "beslutsfattare"),
    "remiss": ("rubrik", "diarienummer", "datum", "svar_senast"),
    "protokollsutdrag": ("rubrik", "diarienummer", "datum", "organ", "paragraf"),
    "kallelse": ("organ", "datum", "tid", "plats"),
}
_SHOWN_IN: Final = {"mottagare": "dokumenttyp"}


@dataclass(frozen=True)
class Adopted:
    """The template, and what was put where in it."""

    data: bytes
    found: tuple[Finding, ...]


def adopt(document: Path, kind: str, profil: Profil) -> Adopted:
    """A template of ``kind`` (one of :data:`KINDS`) from a Word document that the municipality has.

    Raises:
        Rejected: the file is no sound docx, is over a limit, or holds macros, objects or links to the outside.
    """
    try:
        members = package.read(_content(document))
        made = _Adoption(members, vocabulary(kind, profil)).made()
        compiled(made.data)
    except TemplateFault as fault:
        raise Rejected([fault.diagnostic(document)]) from fault
    except TemplateFaults as several:
        raise Rejected([fault.diagnostic(document) for fault in several.faults]) from several
    return made


def _content(document: Path) -> bytes:
    try:
        with document.open("rb") as stream:
            return stream.read(package.MAX_FILE + 1)
    except OSError as error:
        message = f'"{document.name}" kan inte läsas'
        raise TemplateFault("MA01", message, "se efter att filen finns och får läsas") from error


class _Adoption:
    """One document on its way to a template."""

    def __init__(self, members: Mapping[str, bytes], words: Vocabulary) -> None:
        self._members = dict(members)
        self._words = words
        self._found: list[Finding] = []
        names = sorted(filter(_PARTS.fullmatch, members), key=lambda name: (name != DOCUMENT, name))
        self._roots = {name: package.parse(members[name]) for name in names}
        self._style_root = package.parse(members[STYLES]) if STYLES in members else None
        self._styles = dict(_style_names(self._style_root))

    def made(self) -> Adopted:
        """The template."""
        self._refuse_tags()
        for member, root in self._roots.items():
            if fields.settle_changes(root):
                spot = Spot(member)
                self._found.append(
                    Finding(spot, "spårade ändringar", "", LIKELY, "de har godtagits; läs igenom texten")
                )
            self._found += fields.controls(member, root, self._words, self._styles)
        self._found += fields.merge_fields(self._lines(), self._words)
        self._found += fields.bracketed(self._lines(), self._words)
        self._found += head.labels(self._lines(), self._words)
        self._found += head.title(self._lines(), self._words)
        self._found += head.unlabelled(self._lines(), self._words)
        self._found += head.repeated(self._lines(), self._found, self._words)
        kept = self._exchange_body()
        self._found += self._left_over(kept)
        self._found += self._not_found()
        if self._style_root is not None and (added := add_styles(self._style_root)):
            message = f"formatmallarna {', '.join(added)} lades till, enkelt formgivna"
            self._found.append(Finding(Spot(), "formatmallar", "", LIKELY, message))
        order = [*self._roots, ""]
        found = sorted(self._found, key=lambda one: (order.index(one.spot.part), one.spot.paragraph))
        return Adopted(self._packed(), tuple(found))

    def _refuse_tags(self) -> None:
        """A document that has tags already is a template: putting ours among them would tear both."""
        tagged = next((line for line in self._lines() if _A_TAG.search(line.text)), None)
        if tagged is not None:
            found = _A_TAG.search(tagged.text)
            spot = Spot(tagged.member, tagged.number, tagged.text, found[0] if found else "")
            advice = "ange en handling utan taggar; en mall som finns redan går att använda som den är"
            raise TemplateFault("MA06", "dokumentet har redan taggar", advice, spot)

    def _lines(self) -> list[Line]:
        return [line for member, root in self._roots.items() for line in lines(member, root, self._styles)]

    def _exchange_body(self) -> list[Line]:
        """The paragraphs of the old body that stay."""
        root = self._roots[DOCUMENT].find(f"{_W}body")
        if root is None:
            raise TemplateFault("MA01", "dokumentet har ingen text", "öppna dokumentet i Word och spara det på nytt")
        known = {line.element: line for line in lines(DOCUMENT, root, self._styles)}
        if not known:
            raise TemplateFault("MA01", "dokumentet är tomt", "ange en handling som kommunen har gjort förut")
        exchanged = body.Body(root, known, self._words, self._styles)
        body.sections(exchanged)
        self._found += exchanged.found
        return [line for element, line in known.items() if element in set(root.iter(PARAGRAPH))]

    def _left_over(self, kept: list[Line]) -> Iterator[Finding]:
        """Text of the old document that stands without a tag."""
        for line in kept:
            text = line.text.strip()
            if text and "{{" not in text and not self._words.field(text):
                look = "står kvar som fast text; ta bort det om det hör till det gamla ärendet"
                yield Finding(Spot(DOCUMENT, line.number, line.text), text, "", UNSURE, look)

    def _not_found(self) -> Iterator[Finding]:
        """Fields that the document ought to show and that no place was found for."""
        tags = " ".join(finding.tag for finding in self._found)
        for name in _NEEDED[self._words.kind]:
            if f"{{{{ {name}" not in tags and f"{{{{ {_SHOWN_IN.get(name, name)} " not in tags:
                look = f"hittade ingen plats för {name}; skriv in {{{{ {name} }}}} där det ska stå"
                yield Finding(Spot(), name, "", UNSURE, look)

    def _packed(self) -> bytes:
        changed: dict[str, etree._Element] = dict(self._roots)
        if self._style_root is not None:
            changed[STYLES] = self._style_root
        if SETTINGS in self._members:
            changed[SETTINGS] = _without_variables(package.parse(self._members[SETTINGS]))
        if CORE in self._members:
            changed[CORE] = _anonymous(package.parse(self._members[CORE]))
        members = self._members | {name: package.serialised(root) for name, root in changed.items()}
        properties.as_document(members)
        return packing.write(members, {})


def _anonymous(core: etree._Element) -> etree._Element:
    """The document's properties without the old case and whoever wrote it; the title is the new rubrik."""
    for element in list(core):
        core.remove(element)
    etree.SubElement(core, f"{_DC}title").text = "{{ rubrik }}"
    etree.SubElement(core, f"{_DC}language").text = "sv-SE"
    return core


def _without_variables(settings: etree._Element) -> etree._Element:
    """The settings without what another system kept there about the old case."""
    for variables in settings.findall(f"{_W}docVars"):
        settings.remove(variables)
    return settings


def _style_names(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    for style in root.iter(f"{_W}style") if root is not None else ():
        name = style.find(f"{_W}name")
        yield style.get(f"{_W}styleId", ""), "" if name is None else name.get(f"{_W}val", "")
