"""PR03: a vote says what yes and no meant, how many voted so, and who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.rules.behandling import behandlingar
from memogen.rules.grund import Context, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.protokollsutdrag import Omrostning

_MEANING = re.compile(
    r"(?i)\bja[- ]?röst|\bröstar? ja\b|\bja för\b|\bja[ \u00a0]?[=:–-]|\bnej för\b"
    r"|\bja\b[^.\n]{0,20}\b(?:innebär|betyder|är)\b"
)
_LISTED = re.compile(r"(?i)\bbilag|röstlist|omröstningslist|omröstningsprotokoll|sluten")


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Votes without the meaning of a side, without result, or open ones without names."""
    for one in behandlingar(document, context):
        if not one.paragraf.omrostningar:
            continue
        told = [text.value for text in one.texts() if "omrostningar" not in text.path]
        explained = any(_MEANING.search(text) for text in told)
        listed = one.slag == "val" or any(_LISTED.search(text) for text in told) or bool(one.paragraf.bilagor)
        for position, vote in enumerate(one.paragraf.omrostningar):
            path = one.at("omrostningar", position)
            if not explained:
                for side, half in (("ja", vote.ja), ("nej", vote.nej)):
                    if not half.for_:
                        message = f"omröstningen säger inte vad {side}-rösterna är för"
                        yield Remark("PR03", (*path, side), message, 'skriv det under "för"', at_key=True)
            yield from _result(vote, path, listed=listed)


def _result(vote: Omrostning, path: FieldPath, *, listed: bool) -> Iterator[Remark]:
    if not (vote.ja.summa or vote.nej.summa):
        advice = 'skriv vilka som röstade under "röster", eller hur många under "antal"'
        yield Remark("PR03", path, "omröstningen saknar resultat", advice)
    elif not (vote.ja.roster or vote.nej.roster or listed):
        message = "omröstningen säger inte hur var och en röstade"
        advice = 'skriv vilka som röstade under "röster", om omröstningen var öppen'
        yield Remark("PR03", path, message, advice, severity=Severity.WARNING)


RULE = Rule(
    code="PR03",
    title="Omröstningen är ofullständig",
    severity=Severity.ERROR,
    what="En omröstning säger vad ja och nej betyder, hur många röster var sida fick och, om den var öppen, hur var "
    "och en röstade. Att namnen saknas är en varning: de kan stå i en bilaga.",
    why="Protokollet ska redovisa omröstningar och hur de utföll, och hur ledamöterna röstade i öppna omröstningar.",
    example="omröstningar:\n  - ja: {röster: [Anna Ek (S)]}\n    nej: {röster: [Bo Lind (M)]}",
    instead="omröstningar:\n  - ja: {för: bifall till förslaget, röster: [Anna Ek (S), Cai Ros (C)]}\n"
    "    nej: {för: avslag, röster: [Bo Lind (M)]}",
    law="5 kap. 67 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
