from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.batch.crew import Known, outcomes
from memogen.errors import ExitCode
from memogen.setting import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.batch.crew import Awaited, Chunk, Submit


class DeadError(Exception):
    """The worker is no more."""


class Hall:
    """A pool of one worker that dies with the pool each time it meets a deadly file, as often as that is said to be."""

    death = DeadError
    held = 1
    ahead = 4

    def __init__(self, deadly: dict[str, int]) -> None:
        self._deadly = Counter(deadly)
        self.met: list[str] = []

    @contextmanager
    def at_work(self, most: int) -> Iterator[Submit]:
        assert most > 0
        dead = False

        def submit(chunk: Chunk) -> Awaited:
            nonlocal dead
            names = [path.name for path in chunk]
            self.met += [] if dead else names
            deadly = next((name for name in names if self._deadly[name]), None)
            if not dead and deadly:
                self._deadly[deadly] -= 1
                dead = True
            return _raise if dead else lambda: [Outcome(path, "written") for path in chunk]

        yield submit


def _raise() -> list[Outcome]:
    raise DeadError


def made(chunks: list[str], deadly: dict[str, int]) -> tuple[list[tuple[str, str]], list[str]]:
    """What comes of chunks such as ``"ab"``, and the files that a worker met, in order."""
    hall = Hall(deadly)
    found = outcomes([[Path(name) for name in chunk] for chunk in chunks], hall)
    return [(outcome.source.name, outcome.status) for outcome in found], hall.met


def test_every_file_is_made_in_order() -> None:
    assert made(["ab", "c"], {}) == ([("a", "written"), ("b", "written"), ("c", "written")], ["a", "b", "c"])


def test_a_death_costs_only_what_was_held_and_that_is_tried_once_more_alone() -> None:
    found, met = made(["ab", "cd", "ef"], {"c": 1})
    assert sorted(found) == [(name, "written") for name in "abcdef"]
    assert met == ["a", "b", "c", "d", "e", "f", "c", "d"]


def test_a_file_that_kills_twice_is_told_and_the_others_are_made() -> None:
    found, _ = made(["ab", "cd", "ef"], {"c": 2})
    assert sorted(found) == [("c", "failed") if name == "c" else (name, "written") for name in "abcdef"]


def test_many_deaths_end() -> None:
    found, _ = made(["a", "b", "c", "d"], dict.fromkeys("abcd", 9))
    assert found == [(name, "failed") for name in "abcd"]


def test_chunks_are_made_when_there_is_somebody_to_take_them() -> None:
    taken: list[str] = []

    def chunks() -> Iterator[Chunk]:
        for name in "abcdefgh":
            taken.append(name)
            yield [Path(name)]

    found = outcomes(chunks(), Hall({}))
    assert next(found).source == Path("a")
    assert len(taken) == Hall.ahead
    assert [outcome.source.name for outcome in found] == list("bcdefgh")


def test_what_is_known_already_stands_in_its_place_and_meets_nobody() -> None:
    hall = Hall({"c": 1})
    known = Known([Outcome(Path("b"), "unchanged")])
    found = list(outcomes([[Path("a")], known, [Path("c")], Known([Outcome(Path("d"), "unchanged")])], hall))
    assert [(each.source.name, each.status) for each in found[:2]] == [("a", "written"), ("b", "unchanged")]
    assert sorted(each.source.name for each in found) == list("abcd")
    assert hall.met == ["a", "c", "c"]


def test_the_failure_says_what_to_do() -> None:
    (outcome,) = outcomes([[Path("a.yaml")]], Hall({"a.yaml": 2}))
    assert outcome.exit_code is ExitCode.TOOL
    assert "a.yaml" in outcome.failure
    assert "--jobs 1" in outcome.hint
