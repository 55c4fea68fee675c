"""Who was at the meeting, and in which paragraphs (KL 5 kap. 66 §)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.compose import head, tables
from memogen.compose.spans import spans
from memogen.compose.typography import typeset
from memogen.compose.wording import capital
from memogen.model.nyckel import fold
from memogen.model.sammantrade import TjanstgorandeErsattare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.artifacts import Blocks
    from memogen.compose.draft import Draft
    from memogen.model.person import Person
    from memogen.model.sammantrade import Narvarande, Sammantrade

_SERVES = "tjänstgörande ersättare"
_FROM_AFAR = "på distans"
_CHAIR = "ordförande"
_HEADER = ("Namn", "Uppdrag", "Paragrafer")
GROUPS = {
    "ledamoter": ("Beslutande ledamöter", "ledamot"),
    "tjanstgorande_ersattare": ("Tjänstgörande ersättare", _SERVES),
    "ej_tjanstgorande_ersattare": ("Ej tjänstgörande ersättare", "ej tjänstgörande ersättare"),
    "ovriga_narvarande": ("Övriga närvarande", "övrig närvarande"),
}
"""The groups of people on the first page: the label, and what each one is."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of people: its label on the first page, and a line a person."""

    label: str
    lines: tuple[str, ...]


def groups(draft: Draft, meeting: Sammantrade) -> Iterator[Group]:
    """The groups of people who were there, as lines: ``Maria Berg (S), §§ 263–270, 272``."""
    for name, (label, _) in GROUPS.items():
        people = getattr(meeting, name)
        for index, one in enumerate(people):
            for said in filter(None, (one.med_parti, one.titel)):
                draft.trace(said, (name, index), "forstasida")
        yield Group(label, tuple(typeset(_said(meeting, one)) for one in people))


def table(draft: Draft, meeting: Sammantrade, everything: str) -> Blocks:
    """Everyone in one table with a header row; ``everything`` stands where no paragraphs are given."""
    rows = [
        (one.med_parti, _capacity(meeting, one, role), spans(one.paragrafer) or everything)
        for name, (_, role) in GROUPS.items()
        for one in getattr(meeting, name)
    ]
    return tables.table(head.labels(draft, _HEADER), rows)


def stand_ins(meeting: Sammantrade, number: int) -> tuple[TjanstgorandeErsattare, ...]:
    """Those who serve for someone in this very paragraph, and not in all of the meeting."""
    return tuple(one for one in meeting.tjanstgorande_ersattare if one.for_ and number in one.paragrafer)


def seating(meeting: Sammantrade) -> tuple[str, ...]:
    """Everyone's name in the order of the first page, folded."""
    return tuple(fold(one.namn) for name in GROUPS for one in getattr(meeting, name))


def same(one: Person, other: Person) -> bool:
    """Whether two mentions in the file mean the same person."""
    return fold(one.namn) == fold(other.namn) and (one.parti or other.parti) == (other.parti or one.parti)


def _said(meeting: Sammantrade, one: Narvarande) -> str:
    parts = [one.med_parti, one.titel, _chairs(meeting, one), _serves_for(one), _from_afar(one), spans(one.paragrafer)]
    return ", ".join(filter(None, parts))


def _capacity(meeting: Sammantrade, one: Narvarande, role: str) -> str:
    what = one.titel or capital(_chairs(meeting, one) or _serves_for(one) or role)
    return ", ".join(filter(None, (what, _from_afar(one))))


def _chairs(meeting: Sammantrade, one: Narvarande) -> str:
    chair = meeting.ordforande
    acting = [other for other in meeting.tjanstgorande_ordforande if same(other, one)]
    if acting and fold(one.titel or "") != fold(_CHAIR):
        return " ".join(filter(None, (_CHAIR, spans(n for other in acting for n in other.paragrafer))))
    return _CHAIR if chair is not None and same(chair, one) and fold(one.titel or "") != fold(_CHAIR) else ""


def _serves_for(one: Narvarande) -> str:
    if not isinstance(one, TjanstgorandeErsattare):
        return ""
    return f"{_SERVES} för {one.for_.med_parti}" if one.for_ else ""


def _from_afar(one: Narvarande) -> str:
    """``ja`` is said in words; what else the author wrote stands as written."""
    written = one.distans or ""
    return {"ja": _FROM_AFAR, "nej": ""}.get(fold(written), written)
