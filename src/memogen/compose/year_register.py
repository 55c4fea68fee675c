"""An organ's register of a year: every paragraph, by § and by diarienummer."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from memogen.artifacts import Memo, Registerrad
from memogen.compose import head, tables
from memogen.compose.decision import kind
from memogen.compose.draft import Draft
from memogen.compose.pieces import pieces
from memogen.compose.sammantrade import said
from memogen.compose.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memogen.artifacts import Block, Blocks, Value
    from memogen.compose.context import Context
    from memogen.compose.paragraf import Words
    from memogen.model.sammantrade import Motesparagraf, Sammantrade

LONGEST = 120
"""The most characters of a decision in short."""

_HEADER = ("§", "Datum", "Ärende", "Diarienummer", "Beslut")
_IN_SHORT = {
    "information": "Information",
    "anmalan": "Anmälan",
    "utgar": "Ärendet utgår",
    "bordlaggs": "Ärendet bordläggs",
    "aterremitteras": "Ärendet återremitteras",
}
_ATT = re.compile(r"^(?:\d+\.\s*)?att\s+", re.IGNORECASE)
_PROPOSES = re.compile(r"\bföreslår?\b|\blämnar\b.*\bförslag", re.IGNORECASE)
_PROPOSED, _DECIDED = "Förslag", "Beslut"
_NBSP = "\u00a0"
_ENDING = re.compile(r"\s*(?:,\s*samt|[,;.])?\s*$")


def rows(meeting: Sammantrade, context: Context) -> tuple[Registerrad, ...]:
    """What the register holds of one meeting, in the order of its paragraphs."""
    found = [words for words, _ in said(context, meeting)]
    return tuple(
        Registerrad(
            paragraf=number,
            datum=meeting.datum,
            rubrik=words.rubrik,
            diarienummer=words.diarienummer,
            beslut=_in_short(one, words),
            omedelbart_justerad=one.omedelbart_justerad,
            fil=words.filed,
        )
        for (number, one), words in zip(meeting.numrerade(context.forsta_paragraf), found, strict=True)
    )


def compose(lines: Iterable[Registerrad], organ: str, context: Context) -> Memo:
    """The memo of a register: ``register``. The lines may come in any order, from several meetings of one year."""
    draft = Draft(context, context.picture_file)
    ordered = sorted(lines, key=lambda line: (line.datum.year, line.paragraf, line.datum))
    name = draft.organs.full_name(organ)
    year = str(max((line.datum.year for line in ordered), default=""))
    rubrik = " ".join(filter(None, (f"Register över protokoll från {draft.organs.in_sentence(name)}", year)))
    by_number = sorted((line for line in ordered if line.diarienummer), key=lambda line: line.diarienummer)
    fields: dict[str, Value] = head.municipality(draft)
    fields |= {
        "dokumenttyp": head.label(draft, "Register", organ=name),
        "rubrik": draft.line(rubrik, (), "rubrik"),
        "organ": draft.line(name, (), "organ"),
        "datum": "",
        "datum_i_ord": "",
        "sekretess": "",
        "diarienummer": "",
        "ar": draft.line(year, (), "ar"),
        "per_paragraf": _table(draft, "per_paragraf", (0, 1, 2, 3, 4), ordered),
        "per_diarienummer": _table(draft, "per_diarienummer", (3, 0, 1, 2, 4), by_number),
    }
    fields["uppgifter"] = head.details(draft, (), ("Organ", name), ("År", year))
    return Memo(
        kind="register", title=rubrik, fields=fields, traces=tuple(draft.traces), subject="Register", author=name
    )


def _table(draft: Draft, name: str, columns: Sequence[int], lines: Sequence[Registerrad]) -> Blocks:
    # "beslut" in the profile is the section's heading, which may name an organ; the column keeps its own.
    heads = (*head.labels(draft, _HEADER[:-1]), _HEADER[-1])
    header, *rows = ([texts[column] for column in columns] for texts in (heads, *map(_texts, lines)))
    table = tables.table(header, rows)
    draft.trace_blocks(table.blocks, (), name)
    return table


def _texts(line: Registerrad) -> tuple[str, ...]:
    at_once = " (omedelbart justerad)" if line.omedelbart_justerad else ""
    number = typeset(f"§ {line.paragraf}")
    # A diarienummer stays whole in its column; the CSV has it as it was written.
    diarienummer = line.diarienummer.replace(" ", _NBSP)
    return number, line.datum.isoformat(), line.rubrik, diarienummer, typeset(f"{line.beslut}{at_once}")


def _in_short(paragraf: Motesparagraf, words: Words) -> str:
    """The decision points in one line, cut at a word; what the paragraph is where nothing is decided."""
    decided = _decided(words.section("beslut"))
    text = _IN_SHORT.get(kind(paragraf), "") if not decided or kind(paragraf) in _IN_SHORT else decided
    short = textwrap.shorten(text, LONGEST, placeholder=" …")
    return short if short.strip(" …") or not text else f"{text[: LONGEST - 1]}…"


def _decided(blocks: Sequence[Block]) -> str:
    """The points of every block; what is only proposed to another organ says so."""
    groups: list[tuple[str, list[str]]] = []
    for block in blocks:
        if getattr(block, "role", "") == "ingress":
            groups.append((_PROPOSED if _PROPOSES.search(" ".join(pieces([block]))) else _DECIDED, []))
        else:
            groups = groups or [(_DECIDED, [])]
            groups[-1][1].extend(map(_bare, pieces([block])))
    told = [(label, "; ".join(points)) for label, points in groups if points]
    if all(label == _DECIDED for label, _ in told):
        return "; ".join(text for _, text in told)
    return ". ".join(f"{label}: {text}" for label, text in told)


def _bare(piece: str) -> str:
    return _ENDING.sub("", _ATT.sub("", piece))
