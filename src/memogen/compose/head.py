"""The head and the foot of every document: the municipality, the numbers and dates, the people."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from memogen.artifacts import Run, Runs
from memogen.compose.dates import in_words
from memogen.compose.markdown import PictureFault, picture
from memogen.compose.typography import typeset
from memogen.compose.wording import filled_with_organs
from memogen.diagnostics import Remark, Severity
from memogen.model.nyckel import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from memogen.artifacts import Value
    from memogen.compose.draft import Draft
    from memogen.diagnostics import FieldPath
    from memogen.model.bilaga import Sekretess
    from memogen.model.person import Person
    from memogen.model.sammantrade import Sammantrade

NOT_ADOPTED = "ÅÅÅÅ-MM-DD"
"""What stands for the date of a styrdokument that is not adopted yet."""


def municipality(draft: Draft) -> dict[str, Value]:
    """The fields that the profile fills: name, address, foot, mark."""
    profil = draft.context.profil
    address = ", ".join(profil.adress)
    telephone = f"Telefon: {profil.telefon}" if profil.telefon else ""
    foot = [profil.kommun, address, telephone, profil.e_post, profil.webbplats]
    return {
        "kommun": profil.kommun,
        "organisationsnummer": profil.organisationsnummer or "",
        "adress": address,
        "adressrader": [*profil.adress],
        "telefon": profil.telefon or "",
        "e_post": profil.e_post or "",
        "webbplats": profil.webbplats or "",
        "logotyp": _logotyp(draft),
        "sidfot": [line for line in foot if line],
    }


def _logotyp(draft: Draft) -> Runs:
    """The mark, or the municipality's name where there is none that can be used."""
    profil = draft.context.profil
    name = Runs((Run(profil.kommun),))
    if profil.logotyp is None:
        return name
    try:
        find = draft.context.profil_picture_file or draft.context.picture_file
        return Runs((picture(profil.logotyp.fil, profil.logotyp.alt, find),))
    except PictureFault as fault:
        message = f"kommunens namn skrivs i stället för logotypen: {fault.message}"
        # Every document of a file has the same head: one remark at the file's beginning, not one a paragraph.
        told = Remark("MD03", (), message, 'rätta "logotyp" i profilen, memogen.yaml', severity=Severity.WARNING)
        if told not in draft.remarks:
            draft.remarks.append(told)
        return name


def identity(draft: Draft, *, rubrik: str | None, diarienummer: str | None, datum: dt.date | None) -> dict[str, Value]:
    """The fields that say which document it is."""
    return {
        "rubrik": draft.line(rubrik, ("rubrik",), "rubrik"),
        "diarienummer": draft.verbatim(diarienummer, ("diarienummer",), "diarienummer"),
        **day(draft, datum),
    }


def day(draft: Draft, datum: dt.date | None) -> dict[str, Value]:
    """The document's day, as ``datum`` and in words."""
    iso = datum.isoformat() if datum else ""
    draft.trace(iso, ("datum",), "datum")
    return {"datum": iso, "datum_i_ord": in_words(datum) if datum else ""}


def meeting(draft: Draft, document: Sammantrade, organ: str, rubrik: str, dokumenttyp: str) -> dict[str, Value]:
    """The fields that say which meeting it is."""
    return {
        "dokumenttyp": label(draft, dokumenttyp, organ=organ),
        "rubrik": typeset(rubrik),
        "diarienummer": "",
        "sekretess": "",
        "organ": draft.line(organ, ("organ",), "organ"),
        **day(draft, document.datum),
    }


def circumstances(draft: Draft, document: Sammantrade) -> dict[str, Value]:
    """Where and when the meeting is held, and who leads it and writes."""
    chair, secretary = document.ordforande, document.sekreterare
    return {
        "tid": draft.line(f"kl. {document.tid.text}" if document.tid else "", ("tid",), "tid"),
        "plats": draft.line(document.plats, ("plats",), "plats"),
        "ordforande": draft.line(with_title(chair, "ordförande"), ("ordforande",), "ordforande"),
        "sekreterare": draft.line(with_title(secretary, "sekreterare"), ("sekreterare",), "sekreterare"),
    }


def with_title(person: Person | None, role: str = "") -> str:
    """``Anna Ek (S), nämndsekreterare``, without a title that is the ``role`` they stand in; empty for nobody."""
    if person is None or fold(person.titel or role) == fold(role):
        return person.med_parti if person else ""
    return f"{person.med_parti}, {person.titel}"


def secrecy(draft: Draft, sekretess: Sekretess | None) -> str:
    """``39 kap. 2 § OSL, gäller …``; empty without secrecy."""
    if sekretess is None:
        return ""
    parts = (sekretess.lagrum, sekretess.galler)
    return ", ".join(draft.line(part, ("sekretess",), "sekretess") for part in parts if part)


def label(draft: Draft, usual: str, key: str = "", organ: str = "") -> str:
    """What the profile calls the label, by its key or its usual words; else the usual words."""
    rubriker = {fold(name): text for name, text in draft.context.profil.rubriker.items()}
    given = rubriker.get(fold(key)) or rubriker.get(fold(usual))
    return typeset(filled_with_organs(given, draft.organs, {"organ": organ, "mottagare": organ})) if given else usual


def labels(draft: Draft, usual: Sequence[str]) -> list[str]:
    """The head of a table, each column as the profile calls it."""
    return [label(draft, name) for name in usual]


def details(
    draft: Draft,
    chosen: Sequence[str],
    *lines: tuple[str, Value],
    also: Mapping[str, tuple[str, Value]] = MappingProxyType({}),
) -> list[Value]:
    """The lines of the head block that have a value: ``[{etikett, varde}]``.

    ``lines`` in their order, or those that the profile has ``chosen`` in its own; ``also`` has lines that are there
    only where they are chosen, by folded name.
    """
    known = {fold(usual): (usual, value) for usual, value in lines} | dict(also)
    wanted = [known[fold(name)] for name in chosen if fold(name) in known] if chosen else lines
    return [{"etikett": label(draft, usual), "varde": value} for usual, value in wanted if value]


def people(draft: Draft, persons: Sequence[Person], path: FieldPath, name: str, *keys: str) -> list[Value]:
    """The persons as ``[{namn, titel, …, rad}]``; every one of ``keys`` is there, empty where nothing is known.

    ``rad`` has what is known on one line: ``Anna Ek, utredare, 0123-45 60 10``.
    """
    result: list[Value] = []
    for index, person in enumerate(persons):
        entry: dict[str, Value] = {}
        for key in keys:
            value = getattr(person, key) or ""
            pour = draft.line if key in {"namn", "titel"} else draft.verbatim
            entry[key] = pour(value, (*path, index, key), name)
        entry["rad"] = ", ".join(str(value) for value in entry.values() if value)
        result.append(entry)
    return result
