"""PR05: the side with more votes wins; a tie is decided by the chair, in an election by lot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar
from memogen.rules.grund import Context, Rule
from memogen.rules.personer import name_key, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.protokollsutdrag import Omrostning

_TOLD = re.compile(r"(?i)utslagsröst|ordförandens röst|ordföranden avgör")
_LOT = re.compile(r"(?i)lottning|\blott(?:as|en|ades)?\b")
_STAFF = re.compile(r"(?i)anställ")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Ties that nothing decides, and casting votes where there was none, or in the wrong kind of matter."""
    for one in behandlingar(document, context):
        told = " ".join(text.value for text in one.texts())
        for position, vote in enumerate(one.paragraf.omrostningar):
            path = one.at("omrostningar", position)
            if not (vote.ja.summa or vote.nej.summa):
                continue
            if vote.ja.summa == vote.nej.summa:
                yield from _tied(one, vote, path, told)
            elif vote.utslagsrost or vote.lottning:
                key, what = ("utslagsrost", "utslagsröst") if vote.utslagsrost else ("lottning", "lottning")
                result = f"{vote.ja.summa} ja mot {vote.nej.summa} nej"
                message = f"{what} behövs inte, rösterna är {result}"
                yield Remark("PR05", (*path, key), message, "ta bort den, eller rätta rösterna", at_key=True)


def _tied(one: Behandling, vote: Omrostning, path: FieldPath, told: str) -> Iterator[Remark]:
    by_lot = one.slag == "val"
    maybe_lot = by_lot or bool(_STAFF.search(told + one.rubrik))
    if by_lot and vote.utslagsrost:
        message = "vid val avgörs lika röstetal genom lottning, inte genom utslagsröst"
        yield Remark("PR05", (*path, "utslagsrost"), message, 'skriv utfallet under "lottning"', at_key=True)
    elif vote.lottning and not maybe_lot:
        message = "lika röstetal avgörs genom ordförandens utslagsröst, inte genom lottning"
        yield Remark("PR05", (*path, "lottning"), message, 'skriv "utslagsröst"', at_key=True)
    elif not (vote.utslagsrost or vote.lottning or (_LOT if by_lot else _TOLD).search(told)):
        how = "lottning" if by_lot else "utslagsröst"
        message = f"rösterna är lika, {vote.ja.summa} mot {vote.nej.summa}, men det står inte vad som avgjorde"
        yield Remark("PR05", path, message, f'skriv utfallet under "{how}"')
    chair = one.document.ordforande
    for found in named(vote.utslagsrost or ""):
        if chair is not None and name_key(found.namn) != name_key(chair.namn):
            message = f"utslagsrösten är ordförandens, {chair.med_parti}, inte {found.text}"
            yield Remark("PR05", (*path, "utslagsrost"), message, "rätta namnet", quote=found.text)


RULE = Rule(
    code="PR05",
    title="Lika röstetal är inte avgjort",
    severity=Severity.ERROR,
    what="Det förslag som får flest röster vinner. Vid lika röstetal har ordföranden utslagsröst, och vid val och "
    "anställning avgör lotten.",
    why="Utan utslagsröst eller lottning finns det inget beslut.",
    example="omröstningar:\n  - ja: {för: bifall, antal: 6}\n    nej: {för: avslag, antal: 6}",
    instead="omröstningar:\n  - ja: {för: bifall, antal: 6}\n    nej: {för: avslag, antal: 6}\n"
    "    utslagsröst: Erik Alm (S) röstar ja",
    law="5 kap. 54–56 §§ och 6 kap. 33 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
