"""The review of a template: every faulty one is told with its code and place, and the good ones have nothing to tell."""

from __future__ import annotations

import pytest

from memogen.artifacts.catalogue import fields
from memogen.render import review
from tests.mallar.faulty import FAULTY, Faulty

KNOWN = review.of_fields(fields("tjansteskrivelse"))


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: faulty.what)
def test_a_fault_is_told_with_its_code_and_its_place(faulty: Faulty) -> None:
    found = review.findings(faulty.make(), "tjansteskrivelse", KNOWN)

    assert [one.code for one in found] == [faulty.code] or (faulty.code in {one.code for one in found} and len(found) <= 2)
    one = next(one for one in found if one.code == faulty.code)
    assert faulty.where in one.where
    assert faulty.excerpt in one.spot.text
    assert faulty.advice in one.advice
