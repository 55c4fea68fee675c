"""Beslutsunderlag and bilagor: lists that memogen derives, so that nobody types them twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import ListBlock, Paragraph, Run
from memogen.compose.dates import in_words
from memogen.compose.typography import typeset
from memogen.compose.wording import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.arende import Arende
    from memogen.model.bilaga import Bilaga

TJANSTESKRIVELSEN = "Tjänsteskrivelse daterad den {datum}"
BILAGA = "Bilaga {nr}, {titel}"

_PARENTHESES = re.compile(r"\(([^()]*)\)")
_SEPARATORS = re.compile(r"^[\s,;]+|[\s,;]+$|(?<=[,;])\s*[,;]+|[,;](?=\s*\()")


def bullets(entries: Sequence[str], role: str = "text") -> tuple[Block, ...]:
    """The entries as a bullet list; empty for none."""
    items = tuple((Paragraph((Run(entry),)),) for entry in entries)
    return (ListBlock(ordered=False, items=items, role=role),) if items else ()


def of_case(draft: Draft, arende: Arende, further: Sequence[str] = ()) -> list[str]:
    """The entries: the tjänsteskrivelse with its date in words, the underlag, ``further``, then the bilagor."""
    name = "beslutsunderlag"
    entries = []
    val = draft.context.profil.beslutsunderlag
    if not val.utan_tjansteskrivelsen:
        wording = val.tjansteskrivelsen or TJANSTESKRIVELSEN
        values = {"datum": in_words(arende.datum), "diarienummer": arende.diarienummer or "", "titel": arende.rubrik}
        entries.append(draft.line(filled(wording, values), ("datum",), name))
    entries += [draft.line(entry, ("underlag", index), name) for index, entry in enumerate(arende.underlag)]
    return [*entries, *further, *of_bilagor(draft, arende.bilagor, name)]


def of_bilagor(draft: Draft, bilagor: Sequence[Bilaga], name: str) -> list[str]:
    """``Bilaga 1, Titel`` and so on in the profile's wording; empty where the profile leaves them out."""
    val = draft.context.profil.beslutsunderlag
    if val.utan_bilagor:
        return []
    wording = val.bilaga or BILAGA
    return [
        draft.line(row(bilaga, nr, wording), ("bilagor", nr - 1, "titel"), name)
        for nr, bilaga in enumerate(bilagor, start=1)
    ]


def rows(draft: Draft, bilagor: Sequence[Bilaga], name: str) -> list[str]:
    """``Bilaga 1, Titel`` and so on, whatever the profile says of the beslutsunderlag."""
    lines = [row(bilaga, nr) for nr, bilaga in enumerate(bilagor, start=1)]
    for index, line in enumerate(lines):
        draft.trace(line, ("bilagor", index, "titel"), name)
    return lines


def fields(draft: Draft, bilagor: Sequence[Bilaga]) -> list[Value]:
    """What a template sees of every bilaga: ``[{nr, titel, rad}]``."""
    numbered = enumerate(zip(bilagor, rows(draft, bilagor, "bilagor"), strict=True), start=1)
    return [{"nr": str(nr), "titel": bilaga.titel, "rad": said} for nr, (bilaga, said) in numbered]


def row(bilaga: Bilaga, nr: int, wording: str = BILAGA) -> str:
    """One bilaga as a line: ``Bilaga 1, Riktlinje för …``.

    What is known of it besides and the wording has no place for follows in parentheses:
    ``Bilaga 2, Kalkyl (2026-02-03, KS-2026-00044, sekretess enligt 19 kap. 1 § OSL)``.
    """
    values = {
        "nr": str(nr),
        "titel": bilaga.titel,
        "datum": in_words(bilaga.datum) if bilaga.datum else "",
        "diarienummer": bilaga.diarienummer or "",
    }
    further = {
        "datum": bilaga.datum.isoformat() if bilaga.datum else "",
        "diarienummer": bilaga.diarienummer or "",
        "sekretess": _secrecy(bilaga),
    }
    rest = ", ".join(said for name, said in further.items() if said and f"{{{name}}}" not in wording)
    unsaid = {name: "" for name, value in values.items() if not value and f"{{{name}}}" in wording}
    line = filled(_without_gaps(filled(wording, unsaid)) if unsaid else wording, values)
    if rest:
        line = f"{line}, {rest}" if line.endswith(")") else f"{line} ({rest})"
    return typeset(line)


def _without_gaps(wording: str) -> str:
    """The wording without the parentheses and the commas that stood around what nobody has said."""
    line = _PARENTHESES.sub(lambda found: f"({inner})" if (inner := _SEPARATORS.sub("", found[1])) else "", wording)
    return _SEPARATORS.sub("", " ".join(line.split()))


def _secrecy(bilaga: Bilaga) -> str:
    if bilaga.sekretess is None:
        return ""
    covers = f", {bilaga.sekretess.galler}" if bilaga.sekretess.galler else ""
    return f"sekretess enligt {bilaga.sekretess.lagrum}{covers}"
