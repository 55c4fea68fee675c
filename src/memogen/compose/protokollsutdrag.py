"""The words of a protokollsutdrag: one paragraph of the minutes, with the case behind it where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Memo
from memogen.compose import head, paragraf, sections
from memogen.compose.closing import before_names
from memogen.model.sammantrade import Sammantrade

if TYPE_CHECKING:
    import datetime as dt

    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.model.protokollsutdrag import Protokollsutdrag

_KIND = "Protokollsutdrag"


def compose(draft: Draft, document: Protokollsutdrag) -> Memo:
    """The memo of one paragraph that stands alone: ``protokollsutdrag``."""
    organ = draft.organs.full_name(document.organ)
    number = document.paragraf.removeprefix("§").strip()
    found = paragraf.words(draft, document, paragraf.Session(organ, number))
    draft.trace(found.paragraf, ("paragraf",), "paragraf")
    return of_words(draft, document, organ, found)


def of_words(draft: Draft, document: Protokollsutdrag | Sammantrade, organ: str, found: paragraf.Words) -> Memo:
    """The memo of one paragraph whose words are found; who signs and when the meeting was stands in ``document``."""
    meeting = _meeting(draft, document, organ, found.number)
    signed = any(meeting[name] for name in ("sekreterare", "ordforande", "justerare"))
    said = before_names(found.sections) if signed else found.sections
    fields: dict[str, Value] = sections.fields(found.plan, said, draft)
    fields |= head.municipality(draft)
    fields |= meeting
    fields |= {
        **head.day(draft, document.datum),
        "rubrik": found.rubrik,
        "diarienummer": found.diarienummer,
        "paragraf": found.paragraf,
        "paragrafnummer": found.number,
        "omedelbart_justerad": found.omedelbart_justerad,
        "sekretess": found.sekretess,
    }
    fields["uppgifter"] = head.details(
        draft,
        draft.context.profil.protokoll.uppgifter,
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        ("Sekretess", fields["sekretess"]),
        also={"organ": ("Organ", fields["organ"]), "paragraf": ("Paragraf", found.paragraf)},
    )
    return Memo(
        kind="protokollsutdrag",
        title=found.rubrik or found.paragraf,
        fields=fields,
        subject=subject(_KIND, organ, document.datum),
        keywords=found.diarienummer,
        author=organ,
    )


def subject(kind: str, organ: str, day: dt.date) -> str:
    """``Protokoll, Kommunstyrelsen 2026-04-08``."""
    return f"{kind}, {organ} {day.isoformat()}"


def _meeting(draft: Draft, document: Protokollsutdrag | Sammantrade, organ: str, number: str) -> dict[str, Value]:
    sekreterare = document.sekreterare
    ordforande = document.leder(int(number)) if isinstance(document, Sammantrade) else document.ordforande
    adjusters = [
        draft.line(head.with_title(person, "justerare"), ("justerare", index), "justerare")
        for index, person in enumerate(document.justerare)
    ]
    return {
        "dokumenttyp": head.label(draft, _KIND, organ=organ),
        "organ": draft.line(organ, ("organ",), "organ"),
        "justerare": [*adjusters],
        "ordforande": draft.line(head.with_title(ordforande, "ordförande"), ("ordforande",), "ordforande"),
        "sekreterare": draft.line(head.with_title(sekreterare, "sekreterare"), ("sekreterare",), "sekreterare"),
    }
