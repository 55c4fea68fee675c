"""A part of a template as Jinja reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memogen.render.faults import Spot


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a part; ``spots[n]`` is where the tag on line ``n + 1`` stands in Word."""

    text: str
    spots: tuple[Spot, ...]
