"""What a template may use up in one pouring: turns, text and time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from memogen.render.faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.runtime import Context

MAX_STEPS: Final = 200_000
MAX_TEXT: Final = 1_000_000
MAX_OUTPUT: Final = 20_000_000
MAX_SECONDS: Final = 20.0
HANDFUL: Final = 32
"""So many turns, or pieces of text, are counted at a time: most loops are shorter, most pieces a few letters."""
BUDGET: Final = "_budget"


@dataclass(slots=True)
class Budget:
    """What is left of steps and time in one pouring."""

    steps: int = MAX_STEPS
    characters: int = MAX_OUTPUT
    output: int = MAX_OUTPUT
    ends: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def step(self, turns: int = 1) -> None:
        """Count one turn of a loop, or several that are about to be taken.

        Raises:
            TemplateFault: MA09, when the template has had its turns or its time.
        """
        self.steps -= turns
        if self.steps < 0 or time.monotonic() > self.ends:
            raise TemplateFault("MA09", "mallens slingor tar aldrig slut", "gör slingorna färre eller kortare")

    def watch(self) -> None:
        """See to it that there is time left: for what may take long, wherever it stands.

        Raises:
            TemplateFault: MA09, when the template has had its time.
        """
        if time.monotonic() > self.ends:
            raise TemplateFault("MA09", "mallen tar för lång tid att fylla i", "förenkla det som taggarna räknar ut")

    def write(self, characters: int) -> None:
        """Count what is written into the document.

        Raises:
            TemplateFault: MA09, when the document is too long.
        """
        self.output -= characters
        if self.output < 0:
            raise too_long_document()

    def gathered(self, pieces: Iterable[str]) -> str:
        """What the template writes, in one; it is counted while it comes.

        Raises:
            TemplateFault: MA09, when the document is too long.
        """
        kept = []
        waiting = iter(pieces)
        while handful := list(islice(waiting, HANDFUL)):
            text = "".join(handful)
            self.write(len(text))
            kept.append(text)
        return "".join(kept)

    def take(self, text: str) -> str:
        """Count a text that the template made.

        Raises:
            TemplateFault: MA09, when the text, or all texts together, are too long, or take too long to make.
        """
        self.watch()
        self.characters -= len(text)
        if len(text) > MAX_TEXT or self.characters < 0:
            raise too_long()
        return text


def budget_of(context: Context) -> Budget:
    """The budget of the pouring that is going on."""
    # What pouring itself has put there, past all names that a template sets.
    budget = context.parent[BUDGET]
    assert isinstance(budget, Budget)  # noqa: S101 - pouring puts it there
    return budget


def too_long_document() -> TemplateFault:
    """A document longer than anybody reads."""
    return TemplateFault("MA09", "mallen gör ett dokument som är för långt", "gör slingorna färre eller kortare")


def too_long() -> TemplateFault:
    """A text that the template made longer than any document needs."""
    return TemplateFault("MA09", "mallen gör en text som är för lång", "ta bort det som upprepar texten")
