"""PR09: a minority that sends a matter back is a third of those present, and says why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Motesparagraf
from memogen.rules.behandling import Behandling, behandlingar, is_fullmaktige
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_WHY = re.compile(r"(?i)motiver|\bmed hänvisning till\b|\bför att\b|\beftersom\b|\bskäl")

_MINORITY = re.compile(r"(?i)minoritet|\ben tredjedel\b|\b5 kap\. 50 §")
_SENT_BACK = re.compile(r"(?i)\W*(?:att\W+|ärendet\W+)?återremitter")
_UNMOTIVATED = "minoritetsåterremissen saknar motivering"
_MOTIVATE = 'skriv den under "motivering"; den bestäms av dem som begärde återremissen'
_PUT_OFF = {"aterremitteras": ("återremiss", "återremittera"), "bordlaggs": ("bordläggning", "bordlägga")}
_ELSEWHERE = frozenset({"sammanfattning", "arendet", "namn"})


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Minorities that are too small, without reasons, or in another organ than the fullmäktige."""
    for one in behandlingar(document, context):
        paragraf = one.paragraf
        if not isinstance(paragraf, Motesparagraf):
            continue
        if not paragraf.minoritet:
            yield from _only_told(one, paragraf, context)
            continue
        noun, verb = _PUT_OFF["bordlaggs" if one.slag == "bordlaggs" else "aterremitteras"]
        count, there, path = len(paragraf.minoritet), one.tjanstgorande, one.at("minoritet")
        if not is_fullmaktige(one.document.organ, context.profil):
            message = f"bara fullmäktige kan {verb} på en minoritets begäran"
            yield Remark("PR09", path, message, 'ta bort "minoritet"', at_key=True)
            continue
        if count * 3 < there:
            needed = -(-there // 3)
            message = f"{count} begärde {noun}, men det krävs minst {needed} av {there} närvarande"
            yield Remark("PR09", path, message, "skriv alla som begärde det, eller rätta beslutet", at_key=True)
        if _is_sent_back(one) and not paragraf.motivering and not _is_motivated(one):
            yield Remark("PR09", path, _UNMOTIVATED, _MOTIVATE, at_key=True)


def _only_told(one: Behandling, paragraf: Motesparagraf, context: Context) -> Iterator[Remark]:
    """A minority that only the text tells of, without reasons."""
    if not is_fullmaktige(one.document.organ, context.profil) or not _is_sent_back(one):
        return
    told = next((text for text in one.texts() if _MINORITY.search(text.value)), None)
    if told is not None and not paragraf.motivering and not _is_motivated(one):
        yield Remark("PR09", told.path, _UNMOTIVATED, _MOTIVATE)


def _is_sent_back(one: Behandling) -> bool:
    points = [punkt.text for block in one.paragraf.beslut for punkt in block.att]
    return one.slag == "aterremitteras" or any(_SENT_BACK.match(point) for point in points)


def _is_motivated(one: Behandling) -> bool:
    return any(_WHY.search(text.value) for text in one.texts() if text.path[-1] not in _ELSEWHERE)


RULE = Rule(
    code="PR09",
    title="Minoritetsåterremissen uppfyller inte kraven",
    severity=Severity.ERROR,
    what="I fullmäktige återremitteras eller bordläggs ett ärende på begäran av minst en tredjedel av de närvarande. "
    "En återremiss har en motivering, som de som begärde den bestämmer.",
    why="Minoritetens rätt är bestämd i lag. Utan motivering vet ingen vad den fortsatta beredningen ska gälla.",
    example="typ: återremitteras\nminoritet: [Bo Lind (M), Eva Dal (M)]",
    instead="typ: återremitteras\nminoritet: [Bo Lind (M), Eva Dal (M)]\nmotivering: Kostnaden behöver utredas.",
    law="5 kap. 50 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
