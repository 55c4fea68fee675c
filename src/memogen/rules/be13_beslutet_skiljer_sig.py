"""BE13: the decision is the proposal, or somebody has moved something else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.texter import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.model.beslut import Beslutsblock
    from memogen.model.grund import Grund

_CHANGES = re.compile(
    r"(?i)avsl|återremi|bordlägg|tilläg|lägg\w* till|ändr|stryk|strök|utgå|ersätt|jämk|justera|avstyrk|\beget\b"
    r"|i stället|med följande|revider|komplett|förslag från|muntlig"
)
_SHOWN = 60


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Points that are not those of the case, where no yrkande tells why."""
    for one in behandlingar(document, context):
        if one.arende is None or not one.paragraf.beslut or one.slag in {"bordlaggs", "aterremitteras", "utgar"}:
            continue
        proposed = [_words(punkt.text) for block in _decided_here(one, context) for punkt in block.att]
        found = _first_difference(one.paragraf.beslut, proposed)
        if not proposed or found is None or _is_explained(one):
            continue
        where, message = found
        advice = 'skriv yrkandet som vann, eller ta bort "beslut" så gäller ärendets förslag ordagrant'
        yield Remark("BE13", one.at("beslut", *where), message, advice, severity=Severity.WARNING)


def _decided_here(one: Behandling, context: Context) -> tuple[Beslutsblock, ...]:
    """The blocks that are put to the meeting's organ; all of them where none is, as lower organs treat the whole."""
    blocks = one.arende.forslag_till_beslut if one.arende else ()
    here, known = context.profil.organets_namn(one.document.organ), context.profil.organets_namn
    return tuple(block for block in blocks if block.mottagare and known(block.mottagare) == here) or blocks


def _words(text: str) -> str:
    """A point without emphasis, ``att`` and closing punctuation."""
    return bare(" ".join(re.sub(r"[*_]", "", text).split()))


def _first_difference(blocks: Sequence[Beslutsblock], proposed: Sequence[str]) -> tuple[FieldPath, str] | None:
    waiting = list(proposed)
    for number, block in enumerate(blocks):
        for position, punkt in enumerate(block.att):
            decided = _words(punkt.text)
            path = (number, "att", position, "text")
            if not waiting:
                return path, f'beslutspunkten "{_short(decided)}" finns inte i förslaget'
            if decided.casefold() != waiting[0].casefold():
                return path, _difference(decided, waiting[0])
            del waiting[0]
    return ((), f'förslagets punkt "{_short(waiting[0])}" finns inte i beslutet') if waiting else None


def _difference(decided: str, proposed: str) -> str:
    """The first words that are not the same."""
    new, old = decided.split(), proposed.split()
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            was, now = _short(" ".join(old[start:end])), _short(" ".join(new[begin:stop]))
            if was and now:
                return f'beslutet skiljer sig från förslaget: "{now}" i stället för "{was}"'
            told = f'"{now}" är tillagt' if now else f'"{was}" saknas'
            return f"beslutet skiljer sig från förslaget: {told}"
    return "beslutet skiljer sig från förslaget"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def _is_explained(one: Behandling) -> bool:
    told = [entry.text or entry.bilaga or "" for entry in one.paragraf.yrkanden]
    told += [text.value for text in one.texts() if text.path[-1] in {"beslutsgang", "propositionsordning"}]
    return any(_CHANGES.search(text) for text in told) or bool(one.paragraf.omrostningar)


RULE = Rule(
    code="BE13",
    title="Beslutet skiljer sig från förslaget",
    severity=Severity.ERROR,
    what="Beslutet i protokollet är tjänsteskrivelsens förslag ord för ord, om inte ett yrkande om något annat vann. "
    "Skillnaden visas som en varning. Utan ”beslut” i paragrafen hämtas förslaget. En information eller en anmälan "
    "beslutar inget: där skrivs förslaget inte ut, om det inte är att ta del av den, och det sägs som en upplysning.",
    why="En omskrivning i efterhand ändrar det som organet beslutade.",
    example="ärende: KS-2026-00123\nbeslut: [anta taxan från och med 1 juli]",
    instead="ärende: KS-2026-00123\nbeslut: [anta taxan från och med 1 juli]\n"
    "yrkanden: [Anna Ek (S) yrkar tillägget att taxan gäller från och med 1 juli.]",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
