"""What is known while a content stream is read, and what is remembered of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from memogen.archive.checking.marks import HIDDEN

if TYPE_CHECKING:
    from memogen.archive.checking.document import Dictionary
    from memogen.archive.checking.marks import Mark, Marks


class State(NamedTuple):
    """The graphics state, as far as it can be at fault. ``font`` is the reference or the name of a font."""

    font: str = ""
    mode: int = 0
    fill: str = "/DeviceGray"
    stroke: str = "/DeviceGray"


@dataclass(slots=True)
class Shown:
    """A font as it is used: its dictionary, and the strings that are shown with it, by how they are shown."""

    entries: Dictionary
    page: int
    visible: set[bytes] = field(default_factory=set)
    invisible: set[bytes] = field(default_factory=set)
    replaced: set[bytes] = field(default_factory=set)
    """Strings that always have a text in their place (ActualText) are here and in one of the others."""
    bare: set[bytes] = field(default_factory=set)


@dataclass(slots=True)
class Run:
    """One stream being read."""

    resources: Dictionary
    around: Dictionary
    marks: Marks
    mark: Mark
    state: State
    depth: int
    opened: list[Mark] = field(default_factory=list)
    saved: list[State] = field(default_factory=list)
    fonts: dict[bytes, str] = field(default_factory=dict)
    """The fonts that have been chosen so far, by their names as they are written."""
    has_drawn: bool = False
    """Whether something is drawn since the outermost mark that is open."""

    def behind(self) -> Run:
        """The same surroundings for a mask, which is no content of its own."""
        return Run(self.resources, self.around, self.marks, HIDDEN, State(), self.depth + 1)
