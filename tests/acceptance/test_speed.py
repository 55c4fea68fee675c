"""Pouring is quick: its processor time, held against what docxtpl takes for the same document by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import pouring
from memogen import render

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.pouring import Pouring


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmarks")


@pytest.fixture(scope="module")
def short_memo(folder: Path) -> Pouring:
    return pouring.short_memo(folder)


@pytest.fixture(scope="module")
def protokoll(folder: Path) -> Pouring:
    return pouring.protokoll(folder)


def test_docxtpl_and_memogen_make_the_same_short_memo(short_memo: Pouring) -> None:
    assert render.text(short_memo.memogen()) == render.text(short_memo.docxtpl())


def test_docxtpl_and_memogen_make_the_same_protokoll(protokoll: Pouring) -> None:
    text = render.text(protokoll.memogen())
    assert text == render.text(protokoll.docxtpl())
    assert sum(line.startswith("§\u00a0") for line in text) >= 60


def test_a_short_memo_takes_at_most_a_fifth_of_the_time_of_docxtpl(folder: Path) -> None:
    memos = [pouring.short_memo(folder, number) for number in range(1, 11)]
    assert pouring.compared(memos, rounds=5).times >= 5


def test_a_memo_of_eight_pages_takes_at_most_half_of_the_time_of_docxtpl() -> None:
    assert pouring.compared([pouring.long_memo(number) for number in range(1, 4)], rounds=5).times >= 2


def test_a_protokoll_of_sixty_paragraphs_takes_at_most_half_of_the_time_of_docxtpl(protokoll: Pouring) -> None:
    assert pouring.compared([protokoll], rounds=5).times >= 2
