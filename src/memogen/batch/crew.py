"""A crew: those who share the work. Whoever dies costs only the files that were with them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from memogen.errors import ExitCode
from memogen.setting import Outcome

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

Chunk: TypeAlias = "Sequence[Path]"


class Known(NamedTuple):
    """Outcomes that are known without anybody's work; they stand among the chunks, in the order of the files."""

    outcomes: Sequence[Outcome]


Awaited: TypeAlias = Callable[[], "list[Outcome]"]
"""What a worker makes of its chunk; whoever calls it waits until the worker is done."""
Submit: TypeAlias = Callable[["Chunk"], Awaited]
Handed: TypeAlias = "deque[tuple[Chunk, Awaited]]"


class Crew(Protocol):
    """Workers behind an executor (``concurrent.futures``)."""

    @property
    def death(self) -> type[Exception]:
        """What is raised to whoever waits for a worker that has died."""

    @property
    def held(self) -> int:
        """How many unfinished chunks, in the order in which they were handed out, may have been with a dead worker."""

    @property
    def ahead(self) -> int:
        """How many chunks to have handed out at a time: enough for all to have work, few enough to remember."""

    def at_work(self, most: int) -> AbstractContextManager[Submit]:
        """A way to hand out chunks, to ``most`` workers at most; what is undone when the block is left is cancelled."""


def outcomes(chunks: Iterable[Chunk | Known], crew: Crew) -> Iterator[Outcome]:
    """What the crew makes of the chunks, in order; a file that was with a dead worker is tried once more, alone."""
    waiting = Waiting(chunks)
    suspects: list[Path] = []
    while unfinished := (yield from _round(waiting, crew)):
        suspects += [path for chunk in unfinished[: crew.held] for path in chunk]
        waiting.put_back(unfinished[crew.held :])
    yield from _one_by_one(suspects, crew)


class Waiting:
    """Chunks that nobody has yet; those that came to nothing first, the others made as they are taken."""

    def __init__(self, chunks: Iterable[Chunk | Known]) -> None:
        self._again: deque[Chunk] = deque()
        self._new = iter(chunks)

    def take(self) -> Chunk | Known | None:
        """The next chunk; None when there are no more."""
        return self._again.popleft() if self._again else next(self._new, None)

    def put_back(self, chunks: Sequence[Chunk]) -> None:
        """Let these be the next, in their order."""
        self._again.extendleft(reversed(chunks))


def _round(waiting: Waiting, crew: Crew) -> Generator[Outcome, None, list[Chunk]]:
    """Hand out chunks until there are no more, or a worker dies; gives those that then came to nothing, in order."""
    handed: Handed = deque()
    unfinished: list[Chunk] = []
    never: list[Chunk] = []
    with crew.at_work(crew.ahead) as submit:
        while True:
            if not unfinished and not never:
                never = _fill(handed, waiting, crew, submit)
            if not handed:
                return unfinished + never
            # Nothing that is told already is kept: fifty thousand outcomes would be.
            chunk, awaited = handed.popleft()
            try:
                found = awaited()
            except crew.death:
                unfinished.append(chunk)
            else:
                del awaited
                yield from found


def _fill(handed: Handed, waiting: Waiting, crew: Crew, submit: Submit) -> list[Chunk]:
    """Hand out as much as there may be at a time; gives the chunk that nobody took, where a worker has died."""
    while len(handed) < crew.ahead and (chunk := waiting.take()) is not None:
        if isinstance(chunk, Known):
            handed.append(((), partial(list, chunk.outcomes)))
            continue
        try:
            handed.append((chunk, submit(chunk)))
        except crew.death:
            return [chunk]
    return []


def _one_by_one(paths: Iterable[Path], crew: Crew) -> Iterator[Outcome]:
    """What a worker makes that has one file at a time: where it dies, that file is the one to blame."""
    waiting = deque(paths)
    while waiting:
        with crew.at_work(1) as submit:
            try:
                while waiting:
                    found = submit([waiting[0]])()
                    waiting.popleft()
                    yield from found
            except crew.death:
                yield _deadly(waiting.popleft())


def _deadly(path: Path) -> Outcome:
    return Outcome(
        path,
        "failed",
        failure=f'arbetsprocessen dog två gånger med "{path.name}"',
        hint="kontrollera att minnet räcker, och kör filen ensam med --jobs 1",
        exit_code=ExitCode.TOOL,
    )
