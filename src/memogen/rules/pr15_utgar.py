"""PR15: a paragraph that utgår decides nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund

_WITHDRAWN = re.compile(r"(?i)^\W*(?:ärendet|paragrafen|punkten) (?:utgår|utgick)\b")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Decisions, yrkanden and votes of what utgår; a text that says so where the kind does not."""
    for one in behandlingar(document, context):
        if one.slag == "utgar":
            for key, what in _TREATED.items():
                if getattr(one.paragraf, key):
                    message = f"{one.label} utgår men har {what}"
                    yield Remark("PR15", one.at(key), message, f'ta bort {what}, eller "typ: utgår"', at_key=True)
        elif one.nummer is not None and (one.paragraf.beslut or one.arende):
            text = next((text for text in one.texts() if _WITHDRAWN.search(text.value)), None)
            if text is not None:
                message = f"texten säger att {one.label} utgår, men paragrafen har ett beslut"
                yield Remark("PR15", text.path, message, 'skriv "typ: utgår", numret blir kvar ändå')


_TREATED = {
    "beslut": "beslut",
    "yrkanden": "yrkanden",
    "omrostningar": "omröstningar",
    "reservationer": "reservationer",
}

RULE = Rule(
    code="PR15",
    title="Paragrafen utgår men har ett beslut",
    severity=Severity.WARNING,
    what="En paragraf som utgår behåller sitt nummer, men har inget beslut, inga yrkanden och ingen omröstning.",
    why="Antingen behandlades ärendet eller inte. Numret blir kvar för att serien inte ska få en lucka.",
    example="rubrik: Taxa för båtplatser\ntyp: utgår\nbeslut: anta taxan",
    instead="rubrik: Taxa för båtplatser\ntyp: utgår",
    law="5 kap. 66–67 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
