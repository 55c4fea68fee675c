"""A crew: those who share the work. Whoever dies costs only the files that were with them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol, TypeAlias

from memogen.errors import ExitCode
from memogen.setting import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from contextlib import AbstractContextManager
    from pathlib import Path

Chunk: TypeAlias = "Sequence[Path]"
Submit: TypeAlias = "Callable[[Chunk], Future[list[Outcome]]]"


class Crew(Protocol):
    """Workers behind an executor (``concurrent.futures``)."""

    @property
    def death(self) -> type[Exception]:
        """What a future raises when the worker that had its chunk has died."""

    @property
    def held(self) -> int:
        """How many unfinished chunks, in the order in which they were handed out, may have been with a dead worker."""

    def at_work(self, most: int) -> AbstractContextManager[Submit]:
        """A way to hand out chunks, to ``most`` workers at most; what is undone when the block is left is cancelled."""


def outcomes(chunks: Iterable[Chunk], crew: Crew) -> Iterator[Outcome]:
    """What the crew makes of the chunks, in order; a file that was with a dead worker is tried once more, alone."""
    waiting = deque(chunks)
    suspects: list[Path] = []
    while waiting:
        unfinished: list[Chunk] = []
        with crew.at_work(len(waiting)) as submit:
            yield from _round(waiting, submit, crew.death, unfinished)
        suspects += [path for chunk in unfinished[: crew.held] for path in chunk]
        waiting.extend(unfinished[crew.held :])
    for path in suspects:
        yield from _alone(path, crew)


def _round(waiting: deque[Chunk], submit: Submit, death: type[Exception], unfinished: list[Chunk]) -> Iterator[Outcome]:
    """Hand out every chunk that is waiting; those that came to nothing go to ``unfinished``, in order."""
    handed: deque[tuple[Chunk, Future[list[Outcome]]]] = deque()
    never: list[Chunk] = []
    while waiting:
        chunk = waiting.popleft()
        try:
            handed.append((chunk, submit(chunk)))
        except death:
            never.append(chunk)
    while handed:
        # Nothing that is told already is kept: fifty thousand outcomes would be.
        chunk, future = handed.popleft()
        try:
            found = future.result()
        except death:
            unfinished.append(chunk)
        else:
            del future
            yield from found
    unfinished += never


def _alone(path: Path, crew: Crew) -> Iterator[Outcome]:
    try:
        with crew.at_work(1) as submit:
            yield from submit([path]).result()
    except crew.death:
        yield Outcome(
            path,
            "failed",
            failure=f'arbetsprocessen dog två gånger med "{path.name}"',
            hint="kontrollera att minnet räcker, och kör filen ensam med --jobs 1",
            exit_code=ExitCode.TOOL,
        )
