"""BE04: att-satser are att-satser throughout, and full sentences are full sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.protokollsutdrag import Paragraf
from memogen.rules.beslutsord import BESLUTSVERB, PRESENSVERB
from memogen.rules.grund import Rule
from memogen.rules.texter import blocks, decision_key, points, uses_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context
    from memogen.rules.texter import Point

_ATT = re.compile(r"[\s*_]*(?P<att>att)\b[\s*_]*", re.IGNORECASE)
_WORD = re.compile(r"[\s*_]*([^\W\d_][\w-]*)")
_ORGAN_DECIDES = re.compile(r"[\s*_]*(?P<organ>[A-ZÅÄÖ][\w-]*(?: \w+){0,4}?) (?P<verb>\w+r)\b")
_BODY = re.compile(
    r"(?i)(?:styrelsen|fullmäktige|nämnden|utskottet|utskott|nämnd|styrelse)(?: \w+){0,4}$|^nämnden för "
)


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Points of another style than the municipality's, or than the other points of the block."""
    if uses_sentences(document, context):
        yield from _sentences(document, context)
        return
    for point in points(document):
        remark = _capital(point, minutes=isinstance(document, Paragraf))
        if remark:
            yield remark
    yield from _mixed(document)


def _sentences(document: Grund, context: Context) -> Iterator[Remark]:
    ingress = context.profil.tjansteskrivelse.ingress or context.profil.protokoll.ingress
    for point in points(document):
        found = _ATT.match(point.text.value)
        if found:
            led_in = bool(ingress or point.block.ingress)
            yield point.text.at(
                "BE04",
                found["att"],
                found.start("att"),
                'beslutspunkten börjar med "att" men kommunen skriver beslut i hela meningar',
                help='skriv en hel mening, till exempel "Kommunstyrelsen godkänner …"',
                severity=Severity.WARNING if led_in else None,
            )


def _capital(point: Point, *, minutes: bool) -> Remark | None:
    text = point.text
    att = _ATT.match(text.value)
    start = att.end() if att else 0
    again = _ATT.match(text.value, start) if att else None
    if again:
        return text.at("BE04", again["att"], again.start("att"), '"att" står två gånger', help='ta bort ett "att"')
    word = _WORD.match(text.value, start)
    if word and word[1][:1].isupper() and word[1].lower() in BESLUTSVERB:
        advice = f'skriv "{word[1].lower()}"'
        return text.at("BE04", word[1], word.start(1), 'det första ordet efter "att" har stor bokstav', help=advice)
    whole = _ORGAN_DECIDES.match(text.value, start)
    if whole and whole["verb"] in PRESENSVERB and _BODY.search(whole["organ"]):
        message = "beslutspunkten är en hel mening men kommunen skriver beslut som att-satser"
        advice = 'börja med verbet, till exempel "godkänna …", eller sätt "beslutsstil: mening" i profilen'
        # Minutes record what was decided, in the words that it was decided in.
        severity = Severity.WARNING if minutes else None
        return text.at("BE04", whole[0].strip(), whole.start("organ"), message, help=advice, severity=severity)
    return None


def _mixed(document: Grund) -> Iterator[Remark]:
    for number, block in enumerate(blocks(document)):
        with_att = [bool(_ATT.match(punkt.text)) for punkt in block.att]
        if any(with_att) and not all(with_att):
            odd = with_att.index(not with_att[0])
            path = (decision_key(document), number, "att", odd, "text")
            point = next(point for point in points(document) if point.text.path == path)
            message = 'en del av punkterna har "att" framför, andra inte'
            quote = point.text.value[:20]
            advice = 'skriv punkterna utan "att", memogen sätter ut det'
            yield point.text.at("BE04", quote, 0, message, help=advice, severity=Severity.WARNING)


RULE = Rule(
    code="BE04",
    title="Beslutspunkterna har olika stil",
    severity=Severity.ERROR,
    what="Skriver kommunen att-satser börjar varje punkt med ett verb i grundform och liten bokstav; memogen sätter "
    "”att” framför. Skriver kommunen hela meningar börjar ingen punkt med ”att”. Profilens ”beslutsstil” avgör.",
    why="Inledningen och punkterna läses som en mening. Blandade stilar ger en mening som inte går ihop.",
    example="förslag till beslut:\n  - Anta riktlinje för dialog\n  - Kommunstyrelsen upphäver den gamla riktlinjen",
    instead="förslag till beslut:\n  - anta riktlinje för dialog\n  - upphäva den gamla riktlinjen",
    check=check,
)
