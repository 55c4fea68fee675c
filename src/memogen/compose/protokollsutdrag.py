"""The words of a protokollsutdrag: one paragraph of the minutes, with the case behind it where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Memo
from memogen.compose import head, sections, underlag
from memogen.compose.decision import decided
from memogen.compose.statements import WORDINGS, statements
from memogen.compose.votes import votes

if TYPE_CHECKING:
    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.protokollsutdrag import Paragraf, Protokollsutdrag

_KIND = "Protokollsutdrag"
_AT_ONCE = "Paragrafen är omedelbart justerad."


def compose(draft: Draft, document: Protokollsutdrag) -> Memo:
    """The memo of one paragraph: ``protokollsutdrag``."""
    profil, arende = draft.context.profil, draft.context.arende
    organ = draft.organs.full_name(document.organ)
    of_case = draft.of_case(("arende",))
    rubrik = document.rubrik or (arende.rubrik if arende else "")
    diarienummer = document.diarienummer or (arende.diarienummer if arende else None) or document.arende
    fields = head.municipality(draft)
    fields |= head.identity(draft, rubrik=rubrik, diarienummer=diarienummer, datum=document.datum)
    fields |= _meeting(draft, document, organ)
    fields["uppgifter"] = head.details(
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        ("Sekretess", fields["sekretess"]),
    )
    above = draft.organs.above(organ)
    names = {"organ": organ, "mottagare": above or organ}
    plan = sections.Plan(profil.protokoll.avsnitt, sections.PROTOKOLL, profil.rubriker, names)
    texts = {"beslut": decided(draft, document, organ, of_case), **_texts(draft, document, of_case)}
    draft.merge(of_case)
    found = sections.assembled(draft, plan, texts, document.fler_avsnitt)
    return Memo(
        kind="protokollsutdrag",
        title=rubrik or str(fields["paragraf"]),
        fields=sections.fields(plan, found, draft) | fields,
        subject=f"{_KIND}, {organ} {document.datum.isoformat()}",
        keywords=diarienummer or "",
        author=organ,
    )


def _meeting(draft: Draft, document: Protokollsutdrag, organ: str) -> dict[str, Value]:
    number = document.paragraf.removeprefix("§").strip()
    ordforande, sekreterare = document.ordforande, document.sekreterare
    adjusters = [
        draft.line(person.med_parti, ("justerare", index), "justerare")
        for index, person in enumerate(document.justerare)
    ]
    at_once = _AT_ONCE if document.omedelbart_justerad else ""
    return {
        "dokumenttyp": _KIND,
        "organ": draft.line(organ, ("organ",), "organ"),
        "paragraf": draft.line(f"§ {number}", ("paragraf",), "paragraf"),
        "paragrafnummer": number,
        "omedelbart_justerad": draft.line(at_once, ("omedelbart_justerad",), "omedelbart_justerad"),
        "justerare": [*adjusters],
        "ordforande": draft.line(ordforande.med_parti if ordforande else "", ("ordforande",), "ordforande"),
        "sekreterare": draft.line(sekreterare.med_parti if sekreterare else "", ("sekreterare",), "sekreterare"),
        "sekretess": head.secrecy(draft, document.sekretess),
    }


def _texts(draft: Draft, paragraf: Paragraf, of_case: Draft) -> dict[str, tuple[Block, ...]]:
    """The text of every section but the decision, by key."""
    texts = {name: statements(draft, name, getattr(paragraf, name), paragraf.bilagor) for name in WORDINGS}
    texts["omrostning"] = votes(draft, paragraf.omrostningar)
    texts["sammanfattning"] = _summary(paragraf, of_case)
    texts["beslutsunderlag"] = _basis(draft, paragraf, of_case)
    texts["bilagor"] = underlag.bullets(underlag.rows(draft, paragraf.bilagor, "bilagor"))
    key = "beslutet_skickas_till"
    told = [draft.line(row, (key, index), key) for index, row in enumerate(paragraf.beslutet_skickas_till)]
    arende = draft.context.arende
    if not told and arende is not None:
        told = [of_case.line(row, (), key) for row in arende.beslutet_skickas_till]
    texts[key] = underlag.bullets(told)
    for name, text in paragraf.avsnitt.items():
        texts[name] = texts.get(name, ()) + draft.markdown(text, (name,), name)
    return texts


def _summary(paragraf: Paragraf, of_case: Draft) -> tuple[Block, ...]:
    """The case's ``sammanfattning``, else its ``ärendet``, where the paragraph has none of its own."""
    arende = of_case.context.arende
    if arende is None or paragraf.avsnitt.get("sammanfattning"):
        return ()
    text = arende.avsnitt.get("sammanfattning") or arende.avsnitt.get("arendet") or ""
    return of_case.markdown(text, (), "sammanfattning")


def _basis(draft: Draft, paragraf: Paragraf, of_case: Draft) -> tuple[Block, ...]:
    name = "beslutsunderlag"
    own = [draft.line(row, (name, index), name) for index, row in enumerate(paragraf.beslutsunderlag)]
    arende = of_case.context.arende
    entries = underlag.of_case(of_case, arende, own) if arende else own
    return underlag.bullets(entries, "underlag")
