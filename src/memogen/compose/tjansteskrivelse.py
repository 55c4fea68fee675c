"""The words of a tjänsteskrivelse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.artifacts import Heading, Memo, Paragraph, Run
from memogen.compose import head, sections, underlag
from memogen.compose.appeal import APPEAL
from memogen.compose.closing import before_names
from memogen.compose.dates import in_words
from memogen.compose.decision import proposal
from memogen.compose.wording import capital
from memogen.model.nyckel import fold
from memogen.model.rubriker import TJANSTESKRIVELSE

if TYPE_CHECKING:
    import datetime as dt

    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.arende import Arende
    from memogen.model.bilaga import Konsekvenser, Relaterat
    from memogen.model.person import Person
    from memogen.model.profil import Profil

_PERSPECTIVES = {"barn": "Barn", "jamstalldhet": "Jämställdhet", "naringsliv": "Näringsliv", "klimat": "Klimat"}
_NOT_RELEVANT = re.compile(r"\s*ej relevant\s*(?::\s*(?P<reason>.*))?", re.IGNORECASE | re.DOTALL)


def compose(draft: Draft, arende: Arende) -> Memo:
    """The memo of a case: ``tjansteskrivelse``."""
    profil = draft.context.profil
    mottagare = draft.organs.full_name(arende.mottagare) if arende.mottagare else ""
    fields = head.municipality(draft)
    fields |= head.identity(draft, rubrik=arende.rubrik, diarienummer=arende.diarienummer, datum=arende.datum)
    fields |= _people(draft, arende)
    draft.trace(mottagare, ("mottagare",), "mottagare")
    fields |= {
        "dokumenttyp": _dokumenttyp(draft, mottagare),
        "mottagare": mottagare,
        "sekretess": head.secrecy(draft, arende.sekretess),
        "klassificering": draft.line(arende.klassificering, ("klassificering",), "klassificering"),
        "inkommet": arende.inkommet.isoformat() if arende.inkommet else "",
    }
    draft.trace(str(fields["inkommet"]), ("inkommet",), "inkommet")
    fields["uppgifter"] = head.details(
        draft,
        profil.tjansteskrivelse.uppgifter,
        ("Datum", fields["datum"]),
        ("Diarienummer", fields["diarienummer"]),
        ("Handläggare", fields["handlaggare"]),
        ("Inkommet", fields["inkommet"]),
        ("Klassificering", fields["klassificering"]),
        ("Sekretess", fields["sekretess"]),
        also={"forvaltning": ("Förvaltning", fields["forvaltning"]), "mottagare": ("Mottagare", mottagare)},
    )
    decides = next((block.mottagare for block in arende.forslag_till_beslut if block.mottagare), None)
    plan = sections.Plan(
        profil.tjansteskrivelse.avsnitt,
        TJANSTESKRIVELSE,
        profil.rubriker,
        {"organ": mottagare, "mottagare": decides or mottagare},
    )
    found = sections.assembled(draft, plan, _texts(draft, arende, plan), arende.fler_avsnitt)
    if fields["underskrifter"]:
        found = before_names(found)
    return Memo(
        kind="tjansteskrivelse",
        title=arende.rubrik,
        fields=sections.fields(plan, found, draft) | fields,
        subject=str(fields["dokumenttyp"]),
        keywords=arende.diarienummer or "",
        author=arende.forvaltning or profil.kommun,
    )


def _dokumenttyp(draft: Draft, mottagare: str) -> str:
    """``Tjänsteskrivelse till kommunstyrelsen``; what the profile calls it stands alone where it names the organ."""
    called = head.label(draft, "Tjänsteskrivelse", organ=mottagare)
    to = draft.organs.in_sentence(mottagare)
    return called if not to or to.lower() in called.lower() else f"{called} till {to}"


def _people(draft: Draft, arende: Arende) -> dict[str, Value]:
    # By the path of the name, as in the list: a template that shows neither is told once, of this field.
    names = [
        draft.line(person.med_parti, ("handlaggare", index, "namn"), "handlaggare")
        for index, person in enumerate(arende.handlaggare)
    ]
    signing = arende.underskrifter or signatories(draft.context.profil, arende.forvaltning, arende.datum)
    contact = ("namn", "titel", "telefon", "e_post")
    return {
        "forvaltning": draft.line(arende.forvaltning, ("forvaltning",), "forvaltning"),
        "handlaggare": ", ".join(names),
        "handlaggare_lista": head.people(draft, arende.handlaggare, ("handlaggare",), "handlaggare_lista", *contact),
        "underskrifter": head.people(draft, signing, ("underskrifter",), "underskrifter", "namn", "titel"),
    }


def signatories(profil: Profil, forvaltning: str | None, datum: dt.date) -> tuple[Person, ...]:
    """Those who sign for the förvaltning on that day, as the profile has them."""
    wanted = fold(forvaltning or "")
    found = next((val for name, val in profil.forvaltningar.items() if fold(name) == wanted), None)
    if found is None:
        return ()
    return tuple(
        person
        for person in found.underskrifter
        if (person.fran is None or person.fran <= datum) and (person.till is None or datum <= person.till)
    )


def _texts(draft: Draft, arende: Arende, plan: sections.Plan) -> dict[str, tuple[Block, ...]]:
    """The text of every section that has something to say, by key."""
    texts: dict[str, tuple[Block, ...]] = {"forslag_till_beslut": proposal(draft, arende)}
    for key, text in arende.avsnitt.items():
        texts[key] = texts.get(key, ()) + draft.markdown(text, (key,), key)
    if arende.konsekvenser:
        texts["konsekvenser"] = _consequences(draft, arende.konsekvenser) + texts.get("konsekvenser", ())
    for key, derived in _lists(draft, arende, plan).items():
        texts[key] = derived + texts.get(key, ())
    if arende.overklagande:
        sentence = draft.line(APPEAL[arende.overklagande], ("overklagande",), "overklagande")
        texts["overklagande"] = (Paragraph((Run(sentence),)), *texts.get("overklagande", ()))
    return texts


def _lists(draft: Draft, arende: Arende, plan: sections.Plan) -> dict[str, tuple[Block, ...]]:
    chosen = {val.namn for val in plan.chosen}
    lists: dict[str, tuple[Block, ...]] = {}
    if not chosen or "beslutsunderlag" in chosen or arende.underlag or arende.bilagor:
        lists["beslutsunderlag"] = underlag.bullets(underlag.of_case(draft, arende), "underlag")
    if "bilagor" in chosen or draft.context.profil.beslutsunderlag.utan_bilagor:
        lists["bilagor"] = underlag.bullets(underlag.rows(draft, arende.bilagor, "bilagor"))
    for key, rows in (("beslutet_skickas_till", arende.beslutet_skickas_till), ("oversands", arende.oversands)):
        lists[key] = underlag.bullets([draft.line(row, (key, index), key) for index, row in enumerate(rows)])
    related = [
        draft.line(_related(draft, one), ("relaterade", index), "relaterade")
        for index, one in enumerate(arende.relaterade)
    ]
    lists["relaterade"] = underlag.bullets([row for row in related if row])
    return lists


def _related(draft: Draft, one: Relaterat) -> str:
    """``Kommunstyrelsen den 8 februari 2023 § 16 (KS-2023-00045)``."""
    paragraf = (one.paragraf or "").removeprefix("§").strip()
    parts = (
        draft.organs.at_start(one.organ) if one.organ else "",
        f"den {in_words(one.datum)}" if one.datum else "",
        f"§ {paragraf}" if paragraf else "",
    )
    decision = capital(" ".join(part for part in parts if part))
    if decision and one.diarienummer:
        return f"{decision} ({one.diarienummer})"
    return decision or one.diarienummer or ""


def _consequences(draft: Draft, konsekvenser: Konsekvenser) -> tuple[Block, ...]:
    """Each perspective under its own sub-heading; a waived one says why."""
    blocks: list[Block] = []
    for key, heading in _PERSPECTIVES.items():
        text: str | None = getattr(konsekvenser, key)
        if text and text.strip():
            blocks.append(Heading(3, (Run(head.label(draft, heading)),)))
            blocks += draft.markdown(_waived(text), ("konsekvenser", key), "konsekvenser", level=4)
    return tuple(blocks)


def _waived(text: str) -> str:
    """``ej relevant: skäl`` → ``Inte relevant: skäl``; other text as it stands."""
    found = _NOT_RELEVANT.fullmatch(text)
    if found is None:
        return text
    return f"Inte relevant: {found['reason']}" if found["reason"] else "Inte relevant"
