"""The words of a remiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Memo
from memogen.compose import head, underlag
from memogen.compose.dates import in_words

if TYPE_CHECKING:
    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.model.remiss import Remiss

_KIND = "Remiss"


def compose(draft: Draft, document: Remiss) -> Memo:
    """The memo of a remiss: ``remiss``. Headings in ``text`` begin at level 2."""
    fields = head.municipality(draft)
    fields |= head.identity(draft, rubrik=document.rubrik, diarienummer=document.diarienummer, datum=document.datum)
    fields |= _answer(draft, document)
    bodies = [
        draft.line(name, ("remissinstanser", index), "remissinstanser")
        for index, name in enumerate(document.remissinstanser)
    ]
    contact = ("namn", "titel", "telefon", "e_post")
    fields |= {
        "dokumenttyp": head.label(draft, _KIND),
        "avsandare": draft.line(document.avsandare, ("avsandare",), "avsandare"),
        "remissinstanser": [*bodies],
        "kontakt": head.people(draft, document.kontakt, ("kontakt",), "kontakt", *contact),
        "sekretess": "",
        "text": Blocks(draft.markdown(document.text, ("text",), "text", level=2)),
        "bilagor": underlag.fields(draft, document.bilagor),
        "avsnitt": [],
    }
    fields["uppgifter"] = head.details(
        draft,
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        ("Svar senast", fields["svar_senast"]),
        ("Svar till", fields["svar_till"]),
    )
    return Memo(
        kind="remiss",
        title=document.rubrik,
        fields=fields,
        subject=_KIND,
        keywords=document.diarienummer or "",
        author=document.avsandare or draft.context.profil.kommun,
    )


def _answer(draft: Draft, document: Remiss) -> dict[str, Value]:
    latest = document.svar_senast
    iso = latest.isoformat() if latest else ""
    draft.trace(iso, ("svar_senast",), "svar_senast")
    return {
        "svar_senast": iso,
        "svar_senast_i_ord": in_words(latest) if latest else "",
        "svar_till": draft.line(document.svar_till, ("svar_till",), "svar_till"),
    }
