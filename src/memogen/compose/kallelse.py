"""The words of a kallelse with its föredragningslista: where, when, and what is up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Memo
from memogen.compose import head, tables
from memogen.compose.dates import in_words
from memogen.compose.protokollsutdrag import subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.compose.paragraf import Words
    from memogen.model.sammantrade import Sammantrade

_KIND = "Kallelse"
_HEADER = ("Nr", "Ärende", "Diarienummer", "Föredragande")


def compose(draft: Draft, meeting: Sammantrade, organ: str, found: Sequence[Words]) -> Memo:
    """The memo of a kallelse: ``kallelse``; the ärenden are numbered from 1, their §§ come with the minutes."""
    rubrik = f"Kallelse till {draft.organs.in_sentence(organ)} den {in_words(meeting.datum)}"
    rows = [_row(draft, number, meeting, words) for number, words in enumerate(found, start=1)]
    fields: dict[str, Value] = head.municipality(draft) | head.meeting(draft, meeting, organ, rubrik, _KIND)
    fields |= head.circumstances(draft, meeting)
    fields |= {
        "handlingar": draft.line(meeting.handlingar, ("handlingar",), "handlingar"),
        "arenden": [dict(zip(("nr", "rubrik", "diarienummer", "foredragande"), row, strict=True)) for row in rows],
        "foredragningslista": tables.table(head.labels(draft, _HEADER), rows, ("right", "left", "left", "left")),
    }
    fields["uppgifter"] = head.details(
        draft,
        (),
        ("Datum", fields["datum"]),
        ("Tid", fields["tid"]),
        ("Plats", fields["plats"]),
        ("Ordförande", fields["ordforande"]),
        ("Sekreterare", fields["sekreterare"]),
        ("Handlingar", fields["handlingar"]),
    )
    return Memo(
        kind="kallelse", title=rubrik, fields=fields, subject=subject(_KIND, organ, meeting.datum), author=organ
    )


def _row(draft: Draft, number: int, meeting: Sammantrade, words: Words) -> tuple[str, str, str, str]:
    path = ("paragrafer", number - 1)
    name = "foredragningslista"
    people = meeting.paragrafer[number - 1].foredragande
    draft.trace(words.rubrik, (*path, "rubrik"), name)
    draft.trace(words.diarienummer, (*path, "diarienummer"), name)
    presenting = draft.line("; ".join(map(head.with_title, people)), (*path, "foredragande"), name)
    return str(number), words.rubrik, words.diarienummer, presenting
