"""The words of a styrdokument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Memo
from memogen.compose import head, sections, underlag
from memogen.model.rubriker import STYRDOKUMENT

if TYPE_CHECKING:
    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.styrdokument import Styrdokument

_CATEGORIES = {"policy": "Policy", "riktlinje": "Riktlinje", "rutin": "Rutin", "vagledning": "Vägledning"}
_KIND = "Normerande styrdokument"


def compose(draft: Draft, document: Styrdokument) -> Memo:
    """The memo of a styrdokument: ``styrdokument``. Headings in ``innehåll`` begin at level 2."""
    profil = draft.context.profil
    organ = draft.organs.full_name(document.beslutsfattare) if document.beslutsfattare else ""
    fields = head.municipality(draft)
    fields |= head.identity(draft, rubrik=document.rubrik, diarienummer=document.diarienummer, datum=document.datum)
    if document.datum is None:
        fields |= {"datum": head.NOT_ADOPTED, "datum_i_ord": head.NOT_ADOPTED}
    category = _CATEGORIES[document.kategori]
    draft.trace(category, ("kategori",), "kategori")
    fields |= {
        "dokumenttyp": head.label(draft, _KIND, "styrdokument"),
        "kategori": category,
        "kategorier": [_box(name, chosen=name == category) for name in _CATEGORIES.values()],
        "beslutsfattare": draft.line(organ, ("beslutsfattare",), "beslutsfattare"),
        "dokumentansvarig": draft.line(document.dokumentansvarig, ("dokumentansvarig",), "dokumentansvarig"),
        "sekretess": "",
        "innehall": Blocks(draft.markdown(document.innehall, ("innehall",), "innehall", level=2)),
    }
    fields["uppgifter"] = head.details(
        draft,
        profil.styrdokument.uppgifter,
        ("Beslutsfattare", fields["beslutsfattare"]),
        ("Dokumentansvarig", fields["dokumentansvarig"]),
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        also={"kategori": ("Kategori", category)},
    )
    names = {"organ": organ, "mottagare": organ}
    plan = sections.Plan(profil.styrdokument.avsnitt, STYRDOKUMENT, profil.rubriker, names)
    found = sections.assembled(draft, plan, _texts(draft, document), ())
    return Memo(
        kind="styrdokument",
        title=document.rubrik,
        fields=sections.fields(plan, found, draft) | fields,
        subject=_KIND,
        keywords=document.diarienummer or "",
        author=organ or profil.kommun,
    )


def _box(name: str, *, chosen: bool) -> Value:
    return {"namn": name, "vald": chosen, "ruta": "☒" if chosen else "☐"}


def _texts(draft: Draft, document: Styrdokument) -> dict[str, tuple[Block, ...]]:
    key = "relaterade_dokument"
    related = [draft.line(row, (key, index), key) for index, row in enumerate(document.relaterade_dokument)]
    return {
        key: underlag.bullets(related),
        "bilagor": underlag.bullets(underlag.rows(draft, document.bilagor, "bilagor")),
    }
