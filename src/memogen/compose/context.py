"""What compose may know besides the document itself."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from memogen.model.arende import Arende
    from memogen.model.profil import Profil


class CaseBehind(NamedTuple):
    """The case behind one paragraph of a meeting, and the way to its own image files."""

    arende: Arende
    picture_file: Callable[[str], Path]


class Context(NamedTuple):
    """The profile, the case behind a paragraph, and the way to image files.

    ``picture_file`` turns a path as the author wrote it into the file; it raises FileNotFoundError, or
    ``workspace.OutsideWorkspaceError``. Paths are relative to the file that names them, so the case behind a paragraph
    and the profile may have their own; where they are None, ``picture_file`` serves.

    A meeting has many cases: ``arenden``, by what its paragraphs call them. ``forsta_paragraf`` is the number of its
    first paragraph.
    """

    profil: Profil
    picture_file: Callable[[str], Path]
    arende: Arende | None = None
    arende_picture_file: Callable[[str], Path] | None = None
    profil_picture_file: Callable[[str], Path] | None = None
    arenden: Mapping[str, CaseBehind] = MappingProxyType({})
    forsta_paragraf: int = 1
