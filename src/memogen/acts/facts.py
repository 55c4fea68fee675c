"""What the metadata of an act says, from the document and the profile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memogen import __version__
from memogen.artifacts.act import Facts, Level
from memogen.model.sammantrade import Sammantrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.artifacts import Memo
    from memogen.model.grund import Grund
    from memogen.model.profil import Arkiv, Profil
    from memogen.model.protokollsutdrag import Paragraf

MAIN = "protokoll"
"""Of a meeting's documents, the one that the others are parts of."""
_BETWEEN = "; "
_ORGANS = ("organ", "mottagare", "beslutsfattare", "svar_till")


def level_of(arkiv: Arkiv) -> Level:
    """The level that the profile asks for: PDF/A-2a where it says nothing, 3a where the source lies in the PDF."""
    wanted = Level.parsed(arkiv.niva or "", ua=arkiv.pdf_ua)
    return wanted or Level(3 if arkiv.inbaddad else 2, "a", arkiv.pdf_ua)


def facts_of(document: Grund, memo: Memo, profil: Profil, paragraf: Paragraf | None = None) -> Facts:
    """The facts of one document of a file; of a meeting's, those of the paragraphs that it holds.

    ``paragraf`` is the one that the document is an utdrag of.
    """
    facts = _of_file(document, memo, profil)
    if paragraf is not None:
        secret = secrecy(_provisions(paragraf))
        return replace(facts, arendemening=memo.title, diarienummer=memo.keywords, sekretess=secret)
    if isinstance(document, Sammantrade) and memo.kind == MAIN:
        return replace(facts, sekretess=secrecy(_provisions(*document.paragrafer)))
    return facts


def _provisions(*paragrafer: Paragraf) -> Iterator[str]:
    return (one.sekretess.lagrum for one in paragrafer if one.sekretess)


def secrecy(provisions: Iterable[str]) -> str:
    """Every provision once, also of those that are several already; empty where there is none."""
    single = (one for several in provisions for one in several.split(_BETWEEN))
    return _BETWEEN.join(dict.fromkeys(filter(None, single)))


def _of_file(document: Grund, memo: Memo, profil: Profil) -> Facts:
    kind = memo.fields.get("dokumenttyp")
    organ = next((text for name in _ORGANS if (text := getattr(document, name, None))), "")
    sekretess = getattr(document, "sekretess", None)
    return Facts(
        titel=memo.title,
        sprak=memo.language,
        handlingstyp=kind if isinstance(kind, str) and kind else memo.kind.capitalize(),
        arkivbildare=profil.kommun,
        organisationsnummer=profil.organisationsnummer or "",
        diarienummer=getattr(document, "diarienummer", None) or getattr(document, "arende", None) or "",
        arendemening=getattr(document, "rubrik", None) or "",
        organ=profil.organets_namn(organ) if organ else "",
        datum=getattr(document, "datum", None),
        handlaggare=tuple(person.namn for person in getattr(document, "handlaggare", ())),
        sekretess=sekretess.lagrum if sekretess else "",
        memogen=__version__,
    )
