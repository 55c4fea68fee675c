"""Names of organs: in full, at a sentence's start, inside it, and who prepares for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.compose.organs import Organs

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = [
    # written, at the start, inside a sentence
    ("KS", "Kommunstyrelsen", "kommunstyrelsen"),
    ("ks", "Kommunstyrelsen", "kommunstyrelsen"),
    ("Kommunstyrelsen", "Kommunstyrelsen", "kommunstyrelsen"),
    ("KSAU", "Kommunstyrelsens arbetsutskott", "kommunstyrelsens arbetsutskott"),
    ("Nämnden för Lärande", "Nämnden för Lärande", "nämnden för Lärande"),
    ("miljönämnden", "Miljönämnden", "miljönämnden"),
    ("Överförmyndaren", "Överförmyndaren", "överförmyndaren"),
    ("VA-nämnden", "VA-nämnden", "VA-nämnden"),
    ("Björkvalla kommuns revisorer", "Björkvalla kommuns revisorer", "Björkvalla kommuns revisorer"),
    ("Björkvallas pensionärsråd", "Björkvallas pensionärsråd", "Björkvallas pensionärsråd"),
    ("Björkvallabygdens räddningsnämnd", "Björkvallabygdens räddningsnämnd", "Björkvallabygdens räddningsnämnd"),
    ("Torgbolaget Trätorget AB", "Torgbolaget Trätorget AB", "Torgbolaget Trätorget AB"),
    ("Region Norrskog", "Region Norrskog", "Region Norrskog"),
    ("Regionfullmäktige", "Regionfullmäktige", "regionfullmäktige"),
    ("Lundby stadsdelsnämnd", "Lundby stadsdelsnämnd", "Lundby stadsdelsnämnd"),
]


@pytest.mark.parametrize(("written", "start", "inside"), NAMES)
def test_an_organ_is_named_as_its_place_in_the_sentence_wants(
    profil: Callable[..., Any], written: str, start: str, inside: str
) -> None:
    organs = Organs(profil())
    assert (organs.at_start(written), organs.in_sentence(written)) == (start, inside)


def test_the_way_up_goes_through_every_organ_that_prepares(profil: Callable[..., Any]) -> None:
    organs = Organs(profil())
    assert organs.way("KSAU", "KF") == ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsen", "Kommunfullmäktige")
    assert organs.way("KF", "KS") == ()


def test_organs_that_prepare_for_each_other_have_no_way_out(profil: Callable[..., Any]) -> None:
    ring = {"Ett": {"bereder_for": "Två"}, "Två": {"bereder_for": "Ett"}}
    assert Organs(profil(organ=ring)).way("Ett", "Tre") == ()
