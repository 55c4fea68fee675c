"""The words of an anslagsbevis: the notices of one meeting, to be put up and signed when they are taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Memo
from memogen.compose import head, notices
from memogen.compose.dates import in_words
from memogen.compose.protokollsutdrag import subject

if TYPE_CHECKING:
    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.model.sammantrade import Sammantrade

_KIND = "Anslagsbevis"
_TEXT = "Anslaget ska finnas på kommunens anslagstavla till dess att tiden för att överklaga har gått ut."


def compose(draft: Draft, meeting: Sammantrade, organ: str, first: int) -> Memo:
    """The memo of an anslagsbevis: ``anslagsbevis``."""
    rubrik = f"Anslagsbevis för {draft.organs.in_sentence(organ)} den {in_words(meeting.datum)}"
    fields: dict[str, Value] = head.municipality(draft) | head.meeting(draft, meeting, organ, rubrik, _KIND)
    fields |= {"anslag": notices.fields(draft, meeting, organ, first), "text": _TEXT}
    fields["uppgifter"] = head.details(draft, (), ("Organ", fields["organ"]), ("Sammanträdesdatum", fields["datum"]))
    return Memo(
        kind="anslagsbevis", title=rubrik, fields=fields, subject=subject(_KIND, organ, meeting.datum), author=organ
    )
