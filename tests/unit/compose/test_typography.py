"""Spaces that must not break; written with ~ for the non-breaking space."""

from __future__ import annotations

import pytest

from memogen.artifacts import LineBreak, Run
from memogen.compose.typography import typeset, typeset_inlines

TEXTS = [
    # written, set
    ("§ 144", "§~144"),
    ("§§ 144–150", "§§~144–150"),
    ("§144", "§144"),
    ("5 kap. 67 § kommunallagen", "5~kap.~67~§ kommunallagen"),
    ("avgiften är 1 500 kr per år", "avgiften är 1~500~kr per år"),
    ("12 345 678 kronor", "12~345~678~kronor"),
    ("2,5 miljoner kronor", "2,5~miljoner kronor"),
    ("1500 kr/år/person", "1500~kr/år/person"),
    ("höjs med 3 procent eller 4 %", "höjs med 3~procent eller 4~%"),
    ("den 12 november 2024", "den 12~november 2024"),
    ("i november 2024", "i november 2024"),
    ("2024 års budget", "2024 års budget"),
    ("kl. 13.00 och kl 14", "kl.~13.00 och kl~14"),
    ("se s. 3 och nr 5", "se s.~3 och nr~5"),
    ("enligt bilaga 1 och Bilaga 2", "enligt bilaga~1 och Bilaga~2"),
    ("enligt bilaga A", "enligt bilaga A"),
    ("A. B. Ek och C. Ask", "A.~B.~Ek och C.~Ask"),
    ("t. ex. barn, bl. a. små, m. m.", "t.~ex. barn, bl.~a. små, m.~m."),
    ("ytan är 40 m² stor", "ytan är 40~m² stor"),
    ("5 mil bort", "5 mil bort"),
    ("fr. o. m. 1 maj", "fr.~o.~m. 1~maj"),
    ("SFS 2017:725 och prop. 2016/17:171", "SFS~2017:725 och prop.~2016/17:171"),
    ("plan för 2026–2027", "plan för 2026–2027"),
    ("KS 2018/14", "KS 2018/14"),
    ("Osloavtalet. Det 3 gången", "Osloavtalet. Det 3 gången"),
]


@pytest.mark.parametrize(("written", "expected"), TEXTS)
def test_a_space_that_belongs_together_does_not_break(written: str, expected: str) -> None:
    assert typeset(written) == expected.replace("~", "\u00a0")


def test_typesetting_twice_changes_nothing_more() -> None:
    once = typeset("den 12 november, 5 kap. 2 §, 1 500 kr")
    assert typeset(once) == once


def test_a_number_in_bold_holds_on_to_the_sign_before_it() -> None:
    assert typeset_inlines((Run("se § "), Run("144", bold=True))) == (Run("se §\u00a0"), Run("144", bold=True))


def test_a_link_is_left_as_written() -> None:
    link = Run("bilaga 1", link="https://bjorkvalla.example/bilaga 1")
    assert typeset_inlines((link, Run(" och bilaga 2"))) == (link, Run(" och bilaga\u00a02"))


def test_a_hard_break_keeps_words_apart() -> None:
    inlines = (Run("bilaga "), LineBreak(), Run("1"))
    assert typeset_inlines(inlines) == inlines
