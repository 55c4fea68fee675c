"""The §§ of an organ's year: one running series, never a gap, never a number twice, whoever counts and when."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from memogen import pipeline
from memogen.model.sammantrade import Sammantrade
from memogen.setting import Choices, Reading
from memogen.workspace import find

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PROFILE = """\
kommun: Björkvalla kommun
organ:
  Kommunstyrelsen: {kortnamn: KS}
"""
MEETING = """\
typ: sammanträde
organ: {organ}
datum: 2026-{month:02}-11
{first}
ordförande: Anna Ek (S)
sekreterare: Lina Dahl
ledamöter: [Anna Ek (S), Bo Ask (M)]
paragrafer:
"""
PARAGRAPH = "  - {rubrik: Information om hamnen, typ: information, text: Hamnchefen informerar.}\n"
WITHDRAWN = "  - {rubrik: Avtal om hamnen, typ: utgår}\n"

YEARS = st.lists(st.integers(1, 6), min_size=1, max_size=6)
"""How many paragraphs each meeting of a year has."""


def year(place: Path, sizes: list[int], start: int, written: set[int]) -> list[Path]:
    """A workspace with one meeting a month; those in ``written`` say their first number themselves."""
    (place / "cases").mkdir(parents=True)
    (place / "memogen.yaml").write_text(PROFILE, encoding="utf-8")
    paths = []
    following = start
    for index, size in enumerate(sizes):
        first = f"första paragraf: {following}" if index in written or (index == 0 and start > 1) else ""
        text = MEETING.format(organ=("KS", "Kommunstyrelsen")[index % 2], month=index + 1, first=first)
        # The names sort in another order than the days.
        paths.append(place / "cases" / f"mote-{len(sizes) - index}.yaml")
        paths[-1].write_text(text + PARAGRAPH * (size - 1) + WITHDRAWN, encoding="utf-8")
        following += size
    return paths


def counted(path: Path, place: Path) -> list[int]:
    """The numbers of one meeting's paragraphs, as a run of its own comes to them."""
    setting = pipeline.prepare(find(path), Choices(output=place / "output"))
    checked = pipeline.check(path, setting)
    assert isinstance(checked.document, Sammantrade)
    assert not checked.refused(strict=False), checked.diagnostics
    first = pipeline.words(checked.document, Reading(setting, path)).forsta_paragraf
    return [number for number, _ in checked.document.numrerade(first)]


@given(YEARS, st.integers(1, 300), st.sets(st.integers(0, 5)), st.randoms())
@settings(max_examples=30, deadline=None)
def test_the_series_has_no_gap_and_no_number_twice_in_whatever_order_it_is_counted(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], start: int, written: set[int], chance: object
) -> None:
    place = tmp_path_factory.mktemp("year") / "arbetsyta"
    paths = year(place, sizes, start, written)
    order = list(paths)
    chance.shuffle(order)  # type: ignore[attr-defined]

    found = {path: counted(path, place) for path in order}

    assert list(chain.from_iterable(found[path] for path in paths)) == [*range(start, start + sum(sizes))]


def test_two_runs_at_the_same_time_come_to_one_series(tmp_path: Path) -> None:
    sizes = [3, 4, 2, 5]
    year(tmp_path, sizes, start=1, written={2})
    half = [["cases/mote-4.yaml", "cases/mote-2.yaml"], ["cases/mote-3.yaml", "cases/mote-1.yaml"]]

    runs = [
        subprocess.Popen([sys.executable, "-m", "memogen", "render", "-qq", *files], cwd=tmp_path) for files in half
    ]

    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    utdrag = Counter(int(path.stem.removeprefix("paragraf-")) for path in tmp_path.rglob("utdrag/*.docx"))
    assert utdrag == Counter(range(1, sum(sizes) + 1))
    register = (tmp_path / "output/KS-2026.register.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [int(line.split(",", 1)[0]) for line in register] == [*range(1, sum(sizes) + 1)]
