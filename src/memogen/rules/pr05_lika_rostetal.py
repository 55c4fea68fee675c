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
_SIDE = re.compile(r"(?i)\b(?:ja|nej)\b")
_PART = r"(?!.*(?:yrkande|tillägg|ändring|punkt|\bdel(?:en|ar|vis)?\b"
_APPROVAL = re.compile(rf"(?i)\W*bifall\b{_PART}|\bavsl))")
_REFUSAL = re.compile(rf"(?i)\W*avslag\b{_PART}))")
_REFUSES = re.compile(r"(?i)\bavsl|\binte\b|återremi|bordlägg|avstyrk|förkasta|\bnej\b")
_OUTCOME = re.compile(
    r"(?i)\b[0-9]{1,3}[ \u00a0](?:ja|nej)-?röst[^.\n]{0,40}\b[0-9]{1,3}[ \u00a0](?:ja|nej)-?röst[^.\n]{0,60}?"
    r"\b(?P<verb>bifaller|avslår)\b(?![^.\n]*(?:yrkande|tillägg|ändring))"
)


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
                continue
            if len(one.paragraf.omrostningar) == 1:
                yield from _lost(one, vote)
            if vote.utslagsrost or vote.lottning:
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
    elif not (vote.utslagsrost or vote.lottning):
        how = "lottning" if by_lot else "utslagsröst"
        message = (
            f"rösterna är lika, {vote.ja.summa} mot {vote.nej.summa}, men omröstningen säger inte vad som avgjorde"
        )
        # Told in the beslutsgång it is not lost, only missing where the votes are counted.
        severity = Severity.WARNING if (_LOT if by_lot else _TOLD).search(told) else None
        yield Remark("PR05", path, message, f'skriv utfallet under "{how}" i omröstningen', severity=severity)
    yield from _casting(one, vote, path)


def _casting(one: Behandling, vote: Omrostning, path: FieldPath) -> Iterator[Remark]:
    """A casting vote that is not the chair's, or goes against the chair's own vote."""
    chair, written = one.presiding, vote.utslagsrost or ""
    if chair is None:
        return
    key = name_key(chair.namn)
    for found in named(written):
        if name_key(found.namn) != key:
            message = f"utslagsrösten är ordförandens, {chair.med_parti}, inte {found.text}"
            yield Remark("PR05", (*path, "utslagsrost"), message, "rätta namnet", quote=found.text)
    sides = {word.lower() for word in _SIDE.findall(written)}
    voted = [side for side in ("ja", "nej") if any(name_key(p.namn) == key for p in getattr(vote, side).roster)]
    if len(sides) == len(voted) == 1 and sides != set(voted):
        message = f"utslagsrösten är {sides.pop()}, men ordföranden {chair.med_parti} röstade {voted[0]}"
        yield Remark("PR05", (*path, "utslagsrost"), message, "rätta det som är fel", at_key=True)


def _lost(one: Behandling, vote: Omrostning) -> Iterator[Remark]:
    """A decision for the side that had fewer votes, where the paragraph's only vote was on the proposal itself."""
    won, lost = (vote.ja, vote.nej) if vote.ja.summa > vote.nej.summa else (vote.nej, vote.ja)
    stands, against = won.for_ or "", lost.for_ or ""
    approved = bool(_APPROVAL.match(stands) and _REFUSAL.match(against))
    refused = bool(_REFUSAL.match(stands) and _APPROVAL.match(against))
    if not approved and not refused:
        return
    advice = "rätta rösterna, eller det som står om utfallet"
    for text in one.texts():
        found = _OUTCOME.search(text.value) if "omrostningar" not in text.path else None
        if found and (found["verb"].lower() == "bifaller") is refused:
            message = f'"{stands}" fick flest röster, {won.summa} mot {lost.summa}, men texten säger {found["verb"]}'
            yield text.at("PR05", found["verb"], found.start("verb"), message, help=advice)
            return
    blocks = one.paragraf.beslut or (one.arende.forslag_till_beslut if one.arende else ())
    points = [punkt.text for block in blocks for punkt in block.att]
    if refused and one.slag == "beslut" and points and not any(_REFUSES.search(point) for point in points):
        message = f'"{stands}" fick flest röster, {won.summa} mot {lost.summa}, men beslutet är inte ett avslag'
        yield Remark("PR05", one.at("beslut" if one.paragraf.beslut else "arende"), message, advice, at_key=True)


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
