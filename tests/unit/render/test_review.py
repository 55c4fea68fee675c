"""The review of a template: every faulty one is told with its code and its place, and the good ones are let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from memogen.artifacts.catalogue import KINDS, fields
from memogen.render.review.shapes import of_fields
from memogen.render.review.whole import findings
from tests.mallar.faulty import FAULTY, Faulty, swap, with_members
from tests.mallar.good import GOOD, Good

KNOWN = of_fields(fields("tjansteskrivelse"))
SHIPPED = Path(__file__).parents[3] / "templates"


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: faulty.what)
def test_a_fault_is_told_with_its_code_and_its_place(faulty: Faulty) -> None:
    found = findings(faulty.make(), "tjansteskrivelse", KNOWN)

    one = next(one for one in found if one.code == faulty.code)
    assert faulty.where in one.where
    assert faulty.excerpt in one.spot.text
    assert faulty.advice in one.advice
    # One slip is told once, or at both ends of what it tears apart.
    assert len(found) <= 2


@pytest.mark.parametrize("good", GOOD, ids=lambda good: good.what)
def test_a_sound_template_has_nothing_to_tell(good: Good) -> None:
    assert findings(good.make(), "tjansteskrivelse", KNOWN) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_templates_have_nothing_to_tell(kind: str) -> None:
    data = (SHIPPED / f"{kind}.docx").read_bytes()

    assert findings(data, kind, of_fields(fields(kind))) == []


def test_a_template_that_says_no_language_is_told_in_a_sentence_of_its_own() -> None:
    silent = with_members(swap("word/styles.xml", 'w:lang w:val="sv-SE"', "w:lang"))
    (found,) = findings(silent(), "tjansteskrivelse", KNOWN)

    assert (found.code, found.message) == ("MT01", "mallen säger inte att den är på svenska (sv-SE)")
