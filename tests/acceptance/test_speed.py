"""Pouring is quick: its processor time, held against what docxtpl takes for the same document by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import pouring
from benchmarks.timing import paired
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
    assert sum(line.startswith("§\u00a0") for line in text) >= 80


def test_a_short_memo_takes_no_longer_than_with_docxtpl(short_memo: Pouring) -> None:
    assert paired(short_memo.memogen, short_memo.docxtpl, rounds=7).times >= 1


def test_a_protokoll_of_eighty_paragraphs_takes_at_most_three_times_as_long_as_with_docxtpl(protokoll: Pouring) -> None:
    assert paired(protokoll.memogen, protokoll.docxtpl, rounds=5).times >= 1 / 3
