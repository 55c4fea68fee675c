"""The words of a remiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Memo, Paragraph, Run
from memogen.compose import head, sections, underlag
from memogen.compose.dates import in_words
from memogen.model.rubriker import REMISS

if TYPE_CHECKING:
    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.model.remiss import Remiss

_KIND = "Remiss"


def compose(draft: Draft, document: Remiss) -> Memo:
    """The memo of a remiss: ``remiss``. Headings in ``text`` begin at level 2."""
    profil = draft.context.profil
    fields = head.municipality(draft)
    fields |= head.identity(draft, rubrik=document.rubrik, diarienummer=document.diarienummer, datum=document.datum)
    fields |= _answer(draft, document)
    bodies = [
        draft.line(name, ("remissinstanser", index), "remissinstanser")
        for index, name in enumerate(document.remissinstanser)
    ]
    people = head.people(draft, document.kontakt, ("kontakt",), "kontakt", "namn", "titel", "telefon", "e_post")
    fields |= {
        "dokumenttyp": head.label(draft, _KIND),
        "avsandare": draft.line(document.avsandare, ("avsandare",), "avsandare"),
        "remissinstanser": [*bodies],
        "kontakt": people,
        "sekretess": "",
        "bilagor": underlag.fields(draft, document.bilagor),
    }
    fields["uppgifter"] = head.details(
        draft,
        profil.remiss.uppgifter,
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        ("Svar senast", fields["svar_senast"]),
        ("Svar till", fields["svar_till"]),
        also={"avsandare": ("Avsändare", fields["avsandare"])},
    )
    plan = sections.Plan(profil.remiss.avsnitt, REMISS, profil.rubriker, {"organ": "", "mottagare": ""})
    texts = {
        "text": draft.markdown(document.text, ("text",), "text", level=3 if plan.heading("text", draft) else 2),
        "remissinstanser": underlag.bullets(bodies),
        "bilagor": underlag.bullets(underlag.rows(draft, document.bilagor, "bilagor")),
        "kontakt": tuple(Paragraph((Run(str(one["rad"])),)) for one in people if isinstance(one, dict)),
    }
    found = sections.assembled(draft, plan, texts, ())
    return Memo(
        kind="remiss",
        title=document.rubrik,
        fields=sections.fields(plan, found, draft) | fields,
        subject=_KIND,
        keywords=document.diarienummer or "",
        author=document.avsandare or profil.kommun,
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
