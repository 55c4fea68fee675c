"""What a rule is: its text for people, and what it may look at."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memogen.diagnostics import Remark, Severity
    from memogen.model.arende import Arende
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil


class FileStatus(Enum):
    """What is known of a file that a case names."""

    FOUND = "found"
    MISSING = "missing"
    OUTSIDE = "outside"


class Context(NamedTuple):
    """What a rule may look at besides the document: the profile and facts about the world.

    ``stem`` is the case file's name without its ending. ``file_status`` tells of a path as the author wrote
    it. ``arende`` is the case behind a paragraph, where there is one.
    """

    profil: Profil
    stem: str
    file_status: Callable[[str], FileStatus]
    arende: Arende | None = None


class Rule(NamedTuple):
    """One rule: what it demands and why, for people; and the check, for the machine.

    ``severity`` is the weight where the profile says nothing. ``check`` is None for the codes that other
    rooms give (reading, shape, Markdown, templates): they are explained here all the same.
    """

    code: str
    title: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str
    law: str = ""
    check: Callable[[Grund, Context], Iterator[Remark]] | None = None
