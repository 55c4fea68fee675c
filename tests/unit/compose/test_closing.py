"""Names never stand alone on a page: the end of the last section is kept with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen.artifacts import Blocks, Heading, ListBlock, Paragraph, Quote, Run, Table
from memogen.compose.closing import before_names
from memogen.compose.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.artifacts import Block


def said(text: str, *, kept: bool = False) -> Paragraph:
    return Paragraph((Run(text),), keep_with_next=kept)


def listed(*items: Block) -> ListBlock:
    return ListBlock(ordered=False, items=tuple((item,) for item in items))


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        (said("b"), said("b", kept=True)),
        (listed(said("b"), said("c"), said("d")), listed(said("b"), said("c", kept=True), said("d", kept=True))),
        (listed(said("b")), listed(said("b", kept=True))),
        (Quote((said("b"), said("c"))), Quote((said("b"), said("c", kept=True)))),
        (Table(((Run("b"),),), (), ()), Table(((Run("b"),),), (), ())),
        (Heading(3, (Run("b"),)), Heading(3, (Run("b"),))),
    ],
)
def test_the_last_lines_of_the_last_section_go_with_the_names(ending: Block, kept: Block) -> None:
    first = Section("arendet", "Ärendet", Blocks((said("a"),)))
    last = Section("beslutsunderlag", "Beslutsunderlag", Blocks((said("a"), ending)))

    assert before_names([first, last]) == [first, last._replace(text=Blocks((said("a"), kept)))]


def test_where_nothing_is_said_nothing_is_kept() -> None:
    assert before_names([]) == []


@pytest.mark.parametrize(("signing", "kept"), [([{"namn": "Eva Dal", "titel": "Kanslichef"}], True), ([], False)])
def test_a_case_that_somebody_signs_keeps_its_end_with_the_names(
    arende: Callable[..., Any], memo: Callable[..., Any], signing: list[dict[str, str]], *, kept: bool
) -> None:
    made = memo(arende(underskrifter=signing))[0]

    assert made.fields["avsnitt"][-1]["text"].blocks[-1].items[-1][0].keep_with_next is kept


@pytest.mark.parametrize(("signing", "kept"), [({"ordforande": "Eva Dal (S)"}, True), ({}, False)])
def test_an_extract_that_somebody_signs_keeps_its_end_with_the_names(
    memo: Callable[..., Any], signing: dict[str, str], *, kept: bool
) -> None:
    usual = {"typ": "protokollsutdrag", "organ": "KS", "datum": "2026-04-02", "paragraf": "44", "rubrik": "Taxa"}
    made = memo(**usual, beslutet_skickas_till=["Byalaget"], **signing)[0]

    assert made.fields["avsnitt"][-1]["text"].blocks[-1].items[-1][0].keep_with_next is kept
