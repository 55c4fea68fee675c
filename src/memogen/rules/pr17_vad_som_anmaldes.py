"""PR17: a paragraph on anmälningar says what was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Paragraphs of that kind without a text, a list or a bilaga."""
    for one in behandlingar(document, context):
        paragraf = one.paragraf
        if one.slag != "anmalan" or one.arende is not None:
            continue
        told = (paragraf.avsnitt, paragraf.fler_avsnitt, paragraf.beslutsunderlag, paragraf.bilagor, paragraf.beslut)
        if not any(told):
            message = f"{one.label} säger inte vad som anmäldes"
            advice = 'skriv vilka beslut eller listor det gäller under "text", "beslutsunderlag" eller "bilagor"'
            yield Remark("PR17", one.at("rubrik"), message, advice)


RULE = Rule(
    code="PR17",
    title="Det framgår inte vad som anmäldes",
    severity=Severity.INFO,
    what="En paragraf med anmälningar eller delegationsbeslut säger vilka beslut eller listor som har anmälts.",
    why="Ett beslut på delegation som ska anmälas är anmält först när protokollet visar det.",
    example="rubrik: Anmälan av delegationsbeslut\ntyp: anmälan",
    instead="rubrik: Anmälan av delegationsbeslut\ntyp: anmälan\nbeslutsunderlag: [Lista över delegationsbeslut, "
    "mars 2026]",
    law="6 kap. 40 § och 7 kap. 8 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
