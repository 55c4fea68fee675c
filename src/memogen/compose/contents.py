"""The list of what an act in the archive holds: every file, what it was found to be, and its fingerprint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, LineBreak, Memo, Run, Table
from memogen.compose import head
from memogen.compose.draft import Draft
from memogen.compose.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Inlines, Value
    from memogen.artifacts.act import Contents, ContentsRow
    from memogen.compose.context import Context

_HEADER = ("Bilaga", "Handling och fil", "Sidor", "Nivå", "Storlek", "Kontrollsumma")
_ALIGNMENT = ("left", "left", "right", "left", "right", "left")
_SHOWN = 16
_GROUP = 4
_A_LINE = 2
_NOTHING = "–"
_NUMBERED = re.compile(r"Bilaga ([0-9]+), ")
"""Where a title says the number that has a column of its own."""
_NBSP = "\u00a0"
_UNITS = ("byte", "kB", "MB", "GB")
_STEP = 1000
_WHOLE = 10
"""From here on a size is a whole number."""


def compose(contents: Contents, context: Context) -> Memo:
    """The memo of an act's contents: ``innehall``. The files stand in the order that they are given in."""
    draft, facts = Draft(context, context.picture_file), contents.facts
    number = draft.verbatim(facts.diarienummer, (), "diarienummer")
    name = facts.arendemening or facts.titel
    fields: dict[str, Value] = head.municipality(draft)
    fields |= {
        "dokumenttyp": head.label(draft, "Innehållsförteckning"),
        "rubrik": draft.line(name, (), "rubrik"),
        "organ": draft.line(facts.organ, (), "organ"),
        "diarienummer": number,
        **head.day(draft, facts.datum),
        "sekretess": draft.line(facts.sekretess, (), "sekretess"),
        "arkivbildare": draft.line(_creator(contents), (), "arkivbildare"),
        "arkiverad": draft.verbatim(contents.arkiverad.isoformat(), (), "arkiverad"),
        "version": draft.line(_version(contents), (), "version"),
        "text": draft.line(_summary(contents), (), "text"),
        "handlingar": _table(draft, contents.rows),
    }
    fields["uppgifter"] = _details(draft, fields, contents)
    title = " ".join(filter(None, ("Innehållsförteckning", facts.diarienummer, name)))
    return Memo(
        kind="innehall",
        title=typeset(title),
        fields=fields,
        traces=tuple(draft.traces),
        subject="Innehållsförteckning",
        keywords=facts.diarienummer,
        author=facts.organ or facts.arkivbildare,
    )


def _details(draft: Draft, fields: dict[str, Value], contents: Contents) -> list[Value]:
    facts = contents.facts
    return head.details(
        draft,
        (),
        ("Diarienummer", fields["diarienummer"]),
        ("Organ", fields["organ"]),
        ("Datum", fields["datum"]),
        ("Handläggare", draft.line(", ".join(facts.handlaggare), (), "uppgifter")),
        ("Sekretess", fields["sekretess"]),
        ("Arkivbildare", fields["arkivbildare"]),
        ("Arkiverad", fields["arkiverad"]),
        ("Version", fields["version"]),
    )


def _creator(contents: Contents) -> str:
    facts = contents.facts
    number = f"organisationsnummer {facts.organisationsnummer}" if facts.organisationsnummer else ""
    return ", ".join(filter(None, (facts.arkivbildare, number)))


def _version(contents: Contents) -> str:
    replaced = f", ersätter {contents.ersatter}" if contents.ersatter else ""
    return f"{contents.version}{replaced}"


def _summary(contents: Contents) -> str:
    """How much there is, what every PDF was found to be, and which bilagor are kept elsewhere."""
    rows = contents.rows
    files = "en fil" if len(rows) == 1 else f"{len(rows)} filer"
    size = _size(sum(row.storlek for row in rows))
    said = f"Akten har {files}, {size}." if len(rows) == 1 else f"Akten har {files}, tillsammans {size}."
    levels = list(dict.fromkeys(str(row.niva) for row in rows if row.niva))
    if len(levels) == 1 and all(row.niva for row in rows if row.sidor):
        said += f" Varje PDF-fil har prövats när akten arkiverades och är {levels[0]}."
    elif levels:
        said += " Varje PDF-fil har prövats när akten arkiverades; nivån i tabellen är den som filen håller."
    said += f" Av kontrollsummorna (SHA-256) visas de {_SHOWN} första tecknen; de står i sin helhet i manifest.json."
    if contents.utanfor:
        said += f" På grund av sekretess ligger detta inte i akten: {'; '.join(contents.utanfor)}."
    return said


def _table(draft: Draft, rows: Sequence[ContentsRow]) -> Blocks:
    if not rows:
        return Blocks()
    header = tuple((Run(head.label(draft, text)),) for text in _HEADER)
    table = Blocks((Table(header, tuple(map(_cells, rows)), _ALIGNMENT),))
    draft.trace_blocks(table.blocks, (), "handlingar")
    return table


def _cells(row: ContentsRow) -> tuple[Inlines, ...]:
    """The cells of one file; its name stands below its title, and the fingerprint in two lines of eight signs."""
    pages = str(row.sidor) if row.sidor else _NOTHING
    level = str(row.niva).replace(" och ", ",\n") if row.niva else _NOTHING
    groups = [row.sha256[start : start + _GROUP] for start in range(0, _SHOWN, _GROUP)]
    digest = "\n".join(_NBSP.join(groups[start : start + _A_LINE]) for start in range(0, len(groups), _A_LINE))
    numbered = _NUMBERED.match(row.titel)
    nr, titel = (row.nr or numbered[1], row.titel[numbered.end() :]) if numbered else (row.nr, row.titel)
    texts = (nr or _NOTHING, f"{typeset(titel)}\n{row.fil}", pages, level, _size(row.storlek), digest)
    return tuple(_lines(text) for text in texts)


def _lines(text: str) -> Inlines:
    first, *others = text.split("\n")
    return (Run(first), *(inline for line in others for inline in (LineBreak(), Run(line))))


def _size(count: int) -> str:
    """``512 byte``, ``1,2 MB``, ``184 kB``: units of a thousand, with a decimal below ten."""
    size, unit = float(count), 0
    while round(size) >= _STEP and unit < len(_UNITS) - 1:
        size, unit = size / _STEP, unit + 1
    digits = f"{size:.1f}".replace(".", ",") if unit and size < _WHOLE else str(round(size))
    return f"{digits.removesuffix(',0')}{_NBSP}{_UNITS[unit]}"
