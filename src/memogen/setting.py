"""One run of the house: what was asked for, what is read on the way, and how it went for each input."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from memogen.diagnostics import Diagnostic, refuse
from memogen.errors import Rejected
from memogen.workspace import FileStatus, OutsideWorkspaceError, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.artifacts import CaseFile, Memo
    from memogen.errors import MemogenError
    from memogen.filing import Index
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil
    from memogen.workspace import Workspace


class Choices(NamedTuple):
    """What the person at the command line asked for. ``only`` is empty for every kind of document.

    ``archive`` asks for archive copies below ``output``, and so for PDFs of another kind.
    """

    output: Path
    pdf: bool = False
    force: bool = False
    strict: bool = False
    only: frozenset[str] = frozenset()
    archive: bool = False


@dataclass(frozen=True)
class Setting:
    """The house as it stands for one run: the workspace, its profile and the choices."""

    workspace: Workspace
    profil: Profil
    profile_path: Path
    choices: Choices
    index: Index
    profile_remarks: tuple[Diagnostic, ...] = ()
    began: int = 0
    """When the first of its files was read, in nanoseconds since 1970; what is changed later may not have been seen."""
    sizes: dict[Path, int] = field(default_factory=dict, compare=False, repr=False)
    """How many paragraphs each meeting file has that has been looked at."""
    looked_up: dict[Path, tuple[Checked, frozenset[Path]]] = field(default_factory=dict, compare=False, repr=False)
    """The cases that paragraphs have built on so far, and the files that each of them reads."""


@dataclass
class Reading:
    """What was read on the way, so that an unchanged input need not be done again."""

    setting: Setting
    owner: Path
    files: set[Path] = field(default_factory=set)
    cases: dict[str, Path | None] = field(default_factory=dict)
    meetings: tuple[Path, ...] = ()

    def named(self, reference: str) -> Path:
        """The file that the owner names; raises OutsideWorkspaceError."""
        workspace = self.setting.workspace
        if workspace.profile is None and self.owner == self.setting.profile_path:
            # The shipped profile lies outside every workspace, and so does the mark that it names.
            path = shipped(*reference.split("/"))
        else:
            path = workspace.named_by(self.owner, reference)
        self.files.add(path)
        return path

    @property
    def everything(self) -> tuple[str, ...]:
        """The paths of all that the outputs depend on, as text."""
        return tuple(map(str, {*self.files, self.owner, self.setting.profile_path}))

    def status(self, reference: str) -> FileStatus:
        """What is known of a file that the owner names."""
        try:
            return FileStatus.FOUND if self.named(reference).is_file() else FileStatus.MISSING
        except OutsideWorkspaceError:
            return FileStatus.OUTSIDE
        except (OSError, ValueError):  # a name that no disk can hold
            return FileStatus.MISSING

    def case(self, number: str) -> Path | None:
        """The file of the ärende with this diarienummer."""
        path = self.cases[number] = self.setting.index.case(number)
        if path is not None:
            self.files.add(path)
        return path


class Checked(NamedTuple):
    """A file after every check: the document and its words where it could be read, and all remarks."""

    diagnostics: tuple[Diagnostic, ...]
    document: Grund | None = None
    memos: tuple[Memo, ...] = ()
    source: CaseFile | None = None

    def refused(self, *, strict: bool) -> bool:
        """Whether no document may be made."""
        return not self.memos or refuse(self.diagnostics, strict=strict)


class Outcome(NamedTuple):
    """How it went for one input. ``status`` is ``written``, ``unchanged``, ``refused``, ``failed`` or ``skipped``."""

    source: Path
    status: str
    outputs: tuple[tuple[Path, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failure: str = ""
    hint: str = ""
    exit_code: int = 0
    seconds: float = 0.0
    bilagor: tuple[Path, ...] = ()
    details: str = ""
    read: tuple[str, ...] = ()


def failed(path: Path, error: MemogenError, diagnostics: Iterable[Diagnostic] = ()) -> Outcome:
    """How it went for a file that was hindered; ``diagnostics`` are those from before."""
    found = tuple(diagnostics)
    if isinstance(error, Rejected):
        return Outcome(path, "refused", diagnostics=(*found, *error.diagnostics), exit_code=error.exit_code)
    return Outcome(path, "failed", diagnostics=found, failure=error.message, hint=error.hint, exit_code=error.exit_code)


def told_again(diagnostic: Diagnostic) -> Diagnostic:
    """A remark of an earlier run, with its path as people see it now."""
    place = diagnostic.place
    return diagnostic._replace(place=place._replace(path=shown(place.path)))


def shown(path: Path) -> Path:
    """A path as people see it: from where they stand, when it lies below."""
    return Path(shown_text(path))


def shown_text(path: Path) -> str:
    """The same as text: every case is shown several times, and pathlib takes longer to make a Path than all else."""
    here, text = os.getcwd(), str(path)  # noqa: PTH109
    absolute = os.path.join(here, text)  # noqa: PTH118
    if absolute == here:
        return os.curdir
    start = here if here.endswith(os.sep) else here + os.sep
    return absolute.removeprefix(start)
