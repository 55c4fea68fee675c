"""What a rule is: its text for people, and what it may look at."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from memogen.diagnostics import Remark, Severity
    from memogen.model.arende import Arende
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.workspace import FileStatus


class Foregaende(NamedTuple):
    """The organ's previous meeting of the same year: its file, its day as written, its last § number."""

    sokvag: Path
    datum: str
    sista: int


class Ansikte(NamedTuple):
    """What a bilaga says of itself: what may be its title, most certain first, and the text of its first page.

    ``titlar`` is empty where nothing on it is a title, as on a scanned page.
    """

    titlar: tuple[str, ...]
    text: str = ""


def _unseen(_fil: str) -> Ansikte | None:
    return None


class Context(NamedTuple):
    """What a rule may look at besides the document: the profile and facts about the world.

    ``stem`` is the case file's name without its ending. ``file_status`` tells of a path as the author wrote
    it. ``arende`` is the case behind a paragraph, where there is one; ``arenden`` has the cases behind the
    paragraphs of a meeting, by the text in ``ärende``. ``forsta_paragraf`` is the number of a meeting's first
    paragraph, as written or as it follows from ``foregaende``. ``protokoll`` has the first and the last § of
    the minutes in the workspace, by the organ's full name and the day. ``ansikte`` tells what a bilaga says
    of itself, by its path as written; None where nothing is known.
    """

    profil: Profil
    stem: str
    file_status: Callable[[str], FileStatus]
    arende: Arende | None = None
    arenden: Mapping[str, Arende] = MappingProxyType({})
    forsta_paragraf: int = 1
    foregaende: Foregaende | None = None
    protokoll: Mapping[tuple[str, dt.date], tuple[int, int]] = MappingProxyType({})
    ansikte: Callable[[str], Ansikte | None] = _unseen


Check: TypeAlias = "Callable[[Grund, Context], Iterator[Remark]]"
"""What a rule remarks on in a document."""


class Rule(NamedTuple):
    """One rule: what it demands and why, for people; and the check, for the machine.

    ``severity`` is the weight where the profile says nothing. ``check`` is None for the codes that other
    rooms give (reading, shape, Markdown, templates): they are explained here all the same. ``whole`` is true
    for a rule that looks at a meeting as a whole; the others see its paragraphs one at a time.
    """

    code: str
    title: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str
    law: str = ""
    check: Check | None = None
    whole: bool = False
