from __future__ import annotations

import pytest

from memogen.filing import slots
from memogen.model.profil import Profil


@pytest.mark.parametrize(
    ("stem", "folder"),
    [("arkiv", "arkiv-styrdokument"), ("Arkiv", "Arkiv-styrdokument"), ("arkivering", "arkivering")],
)
def test_a_document_without_a_number_never_lands_in_the_archive(stem: str, folder: str) -> None:
    profil = Profil.model_validate({"kommun": "Björkvalla kommun"})
    assert slots.wanted({"typ": "styrdokument"}, stem, profil) == (folder, "styrdokument")
