"""What the metadata of an act says, from the document and the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen import __version__
from memogen.artifacts.act import Facts, Level

if TYPE_CHECKING:
    from memogen.artifacts import Memo
    from memogen.model.grund import Grund
    from memogen.model.profil import Arkiv, Profil

_ORGANS = ("organ", "mottagare", "beslutsfattare", "svar_till")


def level_of(arkiv: Arkiv) -> Level:
    """The level that the profile asks for: PDF/A-2a where it says nothing, 3a where the source lies in the PDF."""
    wanted = Level.parsed(arkiv.niva or "", ua=arkiv.pdf_ua)
    return wanted or Level(3 if arkiv.inbaddad else 2, "a", arkiv.pdf_ua)


def facts_of(document: Grund, memo: Memo, profil: Profil) -> Facts:
    """The facts of one document of a file."""
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
