"""Whether everyone can read what is made from a template: language, headings, numbers, bullets, colours, sizes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from memogen.render import package
from memogen.render.faults import Spot, quoted
from memogen.render.members import CORE, DOCUMENT, NUMBERING, STYLES
from memogen.render.review.finding import Finding, warning
from memogen.render.review.looks import Looks
from memogen.render.review.objects import objects
from memogen.render.review.outline import PARAGRAPH, in_fallback, live, text_of, value_of
from memogen.render.styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from memogen.render.review.looks import Look
    from memogen.render.review.outline import Outline

_W: Final = f"{{{W}}}"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_NO_LANGUAGE: Final = "mallen säger inte att den är på svenska (sv-SE)"
_SMALLEST: Final = 18
"""Half-points, as Word counts them: nine points."""
_TYPED: Final = re.compile(r"\s*((?:[0-9]{1,2}|[a-hA-H])[.)]|[•·●▪■◦\u2043])[ \t\u00a0]+\S")
_SYMBOLS: Final = re.compile(r"Symbol|Wingdings.*|Webdings", re.IGNORECASE)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


def barriers(outline: Outline) -> Iterator[Finding]:
    """Everything that keeps somebody from reading, as warnings."""
    yield from _language(outline.members)
    yield from _title(outline.members)
    yield from _headings(outline)
    yield from objects(outline)
    yield from _bullets(outline.members)
    looks = Looks(outline.members)
    for part in outline.parts.values():
        for number, paragraph in live(part):
            spot = Spot(part.member, number, text_of(paragraph))
            yield from _typed_number(outline, paragraph, spot)
            yield from _signs(paragraph, spot)
            yield from _looks(looks, paragraph, spot)


def _language(members: Mapping[str, bytes]) -> Iterator[Finding]:
    if STYLES not in members:
        return
    language = value_of(package.parse(members[STYLES]), "docDefaults/rPrDefault/rPr/lang")
    if language.lower() not in {"sv-se", "sv"}:
        said = f"mallens språk är {language}, inte svenska (sv-SE)" if language else _NO_LANGUAGE
        advice = "välj svenska under Granska > Språk för hela mallen, eller kör memogen template check --fix"
        yield warning("MT01", said, advice, Spot(STYLES))


def _title(members: Mapping[str, bytes]) -> Iterator[Finding]:
    found = package.parse(members[CORE]).find(_TITLE) if CORE in members else None
    if found is None or not (found.text or "").strip():
        advice = "skriv en titel under Arkiv > Info, eller kör memogen template check --fix"
        yield warning("MT02", "mallen saknar titel bland egenskaperna", advice, Spot(CORE))


def _headings(outline: Outline) -> Iterator[Finding]:
    body = outline.parts[DOCUMENT]
    above = 0
    for number, paragraph in live(body):
        level = outline.level(paragraph)
        if not level:
            continue
        spot = Spot(DOCUMENT, number, text_of(paragraph))
        if not above and level > 1:
            message = f"den första rubriken är av nivå {level}"
            yield warning("MT03", message, "ge dokumentets rubrik formatmallen Rubrik 1", spot)
        elif above and level == 1:
            yield warning("MT03", "mallen har mer än en rubrik av nivå 1", "ge den formatmallen Rubrik 2", spot)
        elif above and level > above + 1:
            message = f"rubriken är av nivå {level}, men den före är av nivå {above}"
            yield warning("MT03", message, f"ge den formatmallen Rubrik {above + 1}", spot)
        above = level


def _bullets(members: Mapping[str, bytes]) -> Iterator[Finding]:
    if NUMBERING not in members:
        return
    wrong = [level for level in package.parse(members[NUMBERING]).iter(f"{_W}lvl") if is_symbol(level)]
    if wrong:
        message = "punkterna i mallens listor är tecken i Symbol eller Wingdings"
        yield warning("MT11", message, "välj tecknet • i textens typsnitt, eller kör --fix", Spot(NUMBERING))


def is_symbol(level: etree._Element) -> bool:
    """Whether a level of a list has a bullet that is no letter of any script."""
    fonts = level.find(f"{_W}rPr/{_W}rFonts")
    symbolic = fonts is not None and any(_SYMBOLS.fullmatch(str(name)) for name in fonts.attrib.values())
    text = value_of(level, "lvlText")
    return value_of(level, "numFmt") == "bullet" and (symbolic or bool(_PRIVATE.search(text)))


def _signs(paragraph: etree._Element, spot: Spot) -> Iterator[Finding]:
    private = _PRIVATE.search(spot.text)
    symbols = (one for one in paragraph.iter(f"{_W}sym") if _SYMBOLS.fullmatch(one.get(f"{_W}font", "")))
    if private or next(symbols, None) is not None:
        message = "texten har ett tecken i Symbol eller Wingdings"
        yield warning("MT11", message, "skriv ett vanligt tecken, som ☐, ☎ eller →", spot)


def _typed_number(outline: Outline, paragraph: etree._Element, spot: Spot) -> Iterator[Finding]:
    found = _TYPED.match(spot.text)
    if not found or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return
    name = outline.style_names.get(value_of(paragraph, "pPr/pStyle"), "")
    if not name.startswith("list"):
        message = f"{quoted(found[1])} är skrivet för hand"
        yield warning("MT08", message, "ta bort det, och använd Numrerad lista eller Punktlista", spot)


def _looks(looks: Looks, paragraph: etree._Element, spot: Spot) -> Iterator[Finding]:
    """The first run with too weak a colour, and the first that is too small."""
    told: set[str] = set()
    for run in paragraph.iter(f"{_W}r"):
        words = "".join(node.text or "" for node in run.iterchildren(f"{_W}t")).strip()
        if not words or in_fallback(run) or next(run.iterancestors(PARAGRAPH)) is not paragraph:
            continue
        for one in _seen(looks.of_run(run), words, spot):
            if one.code not in told:
                told.add(one.code)
                yield one


def _seen(look: Look, words: str, spot: Spot) -> Iterator[Finding]:
    if look.contrast < look.needed:
        ratio, needed = (f"{number:.1f}".replace(".", ",") for number in (look.contrast, look.needed))
        message = f"{quoted(words)} har kontrasten {ratio}:1 (#{look.colour} mot #{look.ground}); {needed}:1 behövs"
        yield warning("MT09", message, "välj en mörkare färg, eller en ljusare bakgrund", spot)
    if look.size < _SMALLEST:
        size = f"{look.size / 2:g}".replace(".", ",")
        yield warning("MT10", f"{quoted(words)} är {size} punkter", "välj minst 9 punkter", spot)
