"""The municipality's profile: its shape, and whether its choices hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.model.profil import Profil
from memogen.validate.shape import shaped

if TYPE_CHECKING:
    from memogen.artifacts import CaseFile
    from memogen.diagnostics import Remark

SPELLED = ("organ", "forvaltningar", "regler")


def profil(source: CaseFile) -> tuple[Profil | None, tuple[Remark, ...]]:
    """The profile and the remarks on it; None where what it cannot do without is unusable."""
    made, remarks = shaped(Profil, source.plain(SPELLED), {}, source)
    return made, tuple(remarks)
