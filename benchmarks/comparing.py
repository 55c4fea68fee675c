"""The same documents poured by memogen and by each of the others, by turns."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from benchmarks import peers
from benchmarks.timing import Pair, Row, paired, processor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUNDS: Final = 15
SHORT, LONG, MINUTES = 40, 15, 12
"""So many different documents that none of their headers is still remembered when its turn comes again."""
_DOCXTPL: Final = "docxtpl"


class Document(peers.Document, Protocol):
    """What all can pour."""

    def memogen(self) -> bytes:
        """The document as memogen makes it, all checks included."""

    def docxtpl(self) -> bytes:
        """The document as docxtpl's documentation makes it."""


def rows(work: str, documents: Sequence[Document], folder: Path) -> Iterator[Row]:
    """A row for each peer; what they need is written in ``folder``."""
    yield Row(work, _DOCXTPL, compared(documents))
    with tempfile.TemporaryDirectory(dir=folder) as room:
        for name, peer in peers.peers(documents, Path(room)):
            with peer:
                # Its processor time is its own to tell; what it used to start is not counted.
                pair = paired(_all(documents), peer.pour, rounds=ROUNDS, clock=lambda: processor() + peer.seconds)  # noqa: B023 - used in this turn alone
                yield Row(work, name, _each(pair, len(documents)))


def compared(documents: Sequence[Document], rounds: int = ROUNDS) -> Pair:
    """Memogen and docxtpl, each with all the documents; the times are those of one document."""

    def peer() -> None:
        for document in documents:
            document.docxtpl()

    return _each(paired(_all(documents), peer, rounds=rounds), len(documents))


def _all(documents: Sequence[Document]) -> Callable[[], None]:
    def work() -> None:
        for document in documents:
            document.memogen()

    return work


def _each(pair: Pair, count: int) -> Pair:
    return Pair(pair.memogen / count, pair.peer / count, pair.times)
