"""PR02: proposals against each other are put in an order, and the minutes say which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import Behandling, behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.protokollsutdrag import Paragraf

_PUT = re.compile(
    r"(?i)\bproposition|\bfinner\b|\bställ(?:er|de|s|des)\b|\bbeslutsgång|\bfråga(?:r|de|s|des)\b|\bpröva(?:r|de|s|des)\b"
    r"|\bmot varandra\b|\backlamation|\bkonstatera(?:r|de)\b|\bslut(?:en|na) (?:sedlar|omröstning|votering|val)"
)
_AGREES = re.compile(r"(?i)\b(?:bifall|tillstyrk|enligt förslaget|instäm)")
_OWN = re.compile(r"(?i)\bavsl|återremi|bordlägg|tilläg|ändr|stryk|avstyrk|\beget\b|i stället")
_WITHOUT = frozenset({"utgar", "information", "anmalan"})


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Yrkanden that go different ways, and nothing on how they were put."""
    for one in behandlingar(document, context):
        paragraf = one.paragraf
        if len(paragraf.yrkanden) > 1 and one.slag not in _WITHOUT and _differ(paragraf) and not _is_put(one):
            message = f"{one.label} har flera yrkanden men säger inte i vilken ordning de ställdes"
            advice = 'skriv under "beslutsgång" hur ordföranden ställde förslagen och vad ordföranden fann'
            yield Remark("PR02", one.at("yrkanden"), message, advice, at_key=True)


def _differ(paragraf: Paragraf) -> bool:
    """Whether they go different ways; where every one has its kind, the beslutsgång is derived, or asked for there."""
    if all(entry.slag for entry in paragraf.yrkanden):
        return False
    texts = [entry.text or "" for entry in paragraf.yrkanden]
    return any(not _AGREES.search(text) or _OWN.search(text) for text in texts)


def _is_put(one: Behandling) -> bool:
    return any(_PUT.search(text.value) for text in one.texts() if "yrkanden" not in text.path)


RULE = Rule(
    code="PR02",
    title="Propositionsordningen saknas",
    severity=Severity.ERROR,
    what="När det finns flera yrkanden som går åt olika håll säger paragrafen i vilken ordning ordföranden ställde "
    "dem under proposition, och vad ordföranden fann. Det står under ”beslutsgång”.",
    why="Ordningen kan avgöra vad som blir beslutet. Utan den går det inte att se hur beslutet kom till.",
    example="yrkanden:\n  - Anna Ek (S) yrkar bifall till förslaget.\n  - Bo Lind (M) yrkar avslag.",
    instead="yrkanden:\n  - Anna Ek (S) yrkar bifall till förslaget.\n  - Bo Lind (M) yrkar avslag.\n"
    "beslutsgång: Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsen bifaller förslaget.",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
