"""Pouring is quick: its processor time, held against what docxtpl takes for the same document by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import comparing, loops, pouring
from memogen import render

if TYPE_CHECKING:
    from collections.abc import Callable
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


def test_docxtpl_and_memogen_make_the_same_long_memo(folder: Path) -> None:
    memo = pouring.long_memo(folder)
    assert render.text(memo.memogen()) == render.text(memo.docxtpl())


def test_docxtpl_and_memogen_make_the_same_protokoll(protokoll: Pouring) -> None:
    text = render.text(protokoll.memogen())
    assert text == render.text(protokoll.docxtpl())
    assert sum(line.startswith("§\u00a0") for line in text) >= 60


@pytest.mark.parametrize("kind", [loops.SHORT, loops.LONG, loops.MINUTES])
def test_docxtpl_and_memogen_make_the_same_of_plain_values(folder: Path, kind: str) -> None:
    (document,) = loops.documents(kind, 1, folder)
    assert render.text(document.memogen()) == render.text(document.docxtpl())


@pytest.mark.parametrize(("kind", "least"), [(loops.SHORT, 12), (loops.LONG, 9), (loops.MINUTES, 5)])
def test_loops_over_plain_values_take_a_small_part_of_the_time_of_docxtpl(
    folder: Path, kind: str, least: float
) -> None:
    assert comparing.compared(loops.documents(kind, 4, folder), rounds=5).times >= least


def test_a_short_memo_takes_at_most_a_tenth_of_the_time_of_docxtpl(folder: Path) -> None:
    memos = [pouring.short_memo(folder, number) for number in range(1, 11)]
    assert comparing.compared(memos, rounds=5).times >= 10


def test_a_memo_of_nine_pages_takes_at_most_a_sixth_of_the_time_of_docxtpl(folder: Path) -> None:
    memos = [pouring.long_memo(folder, number) for number in range(1, 4)]
    assert comparing.compared(memos, rounds=5).times >= 6


@pytest.mark.parametrize("make", [lambda _: pouring.dense_memo(), pouring.protokoll], ids=["dense", "protokoll"])
def test_many_short_paragraphs_take_at_most_a_third_of_the_time_of_docxtpl(
    folder: Path, make: Callable[[Path], Pouring]
) -> None:
    assert comparing.compared([make(folder)], rounds=5).times >= 3
