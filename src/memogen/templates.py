"""Templates before anyone uses them: which there are, for what kind of document, and what is wrong with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts.catalogue import KINDS, fields
from memogen.files import write_whole
from memogen.render.review.field_list import field_list
from memogen.render.review.finding import Finding
from memogen.render.review.fixing import mended
from memogen.render.review.kinds import kind_of
from memogen.render.review.marking import marked
from memogen.render.review.shapes import of_fields
from memogen.render.review.whole import findings
from memogen.setting import shown
from memogen.workspace import OutsideWorkspaceError, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from memogen.artifacts.catalogue import Field
    from memogen.diagnostics import Diagnostic
    from memogen.model.profil import Profil
    from memogen.setting import Setting

MARKED = ".granskad"
"""What stands before the ending of a template with the findings as comments."""


class Reviewed(NamedTuple):
    """A template after its review."""

    path: Path
    kind: str
    data: bytes
    findings: tuple[Finding, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, as it is shown."""
        return tuple(finding.diagnostic(shown(self.path)) for finding in self.findings)


def every(setting: Setting) -> list[Path]:
    """The templates of the workspace and those that its profile names; the shipped ones where it has none."""
    folder = setting.workspace.templates
    own = sorted(path for path in folder.glob("*.docx") if not _is_by_product(path)) if folder.is_dir() else []
    named = [path for path in _named(setting).values() if path.is_file()]
    found = list(dict.fromkeys([*own, *named]))
    return found or sorted(shipped("templates").glob("*.docx"))


def _is_by_product(path: Path) -> bool:
    return path.name.startswith(("~$", ".")) or path.stem.endswith(MARKED)


def _named(setting: Setting) -> dict[str, Path]:
    """The templates that the profile names, by kind."""
    found = {}
    for kind, name in setting.profil.mallar.items():
        try:
            found[kind] = setting.workspace.named_by(setting.profile_path, name)
        except (OutsideWorkspaceError, OSError, ValueError):
            continue
    return found


def check(path: Path, setting: Setting, kind: str = "") -> Reviewed:
    """Everything that is wrong with one template; ``kind`` is found out where nobody has said it."""
    try:
        data = path.read_bytes()
    except OSError:
        finding = Finding("MA01", "mallen kan inte läsas", "se efter att filen finns och får läsas")
        return Reviewed(path, kind or "tjansteskrivelse", b"", (finding,))
    kind = kind or _kind(path, data, setting)
    return Reviewed(path, kind, data, tuple(findings(data, kind, of_fields(known(kind, setting.profil)))))


def known(kind: str, profil: Profil) -> tuple[Field, ...]:
    """The fields of a kind, with the sections that the profile adds under their own names."""
    chosen = {"tjansteskrivelse": profil.tjansteskrivelse.avsnitt, "protokollsutdrag": profil.protokoll.avsnitt}
    return fields(kind, {val.namn: val.rubrik or val.nyckel.capitalize() for val in chosen.get(kind, ())})


def _kind(path: Path, data: bytes, setting: Setting) -> str:
    named = next((kind for kind, template in _named(setting).items() if template.resolve() == path.resolve()), "")
    return named if named in KINDS else kind_of(data, path.stem)


def mark(reviewed: Reviewed) -> Path | None:
    """Write the template with its findings as comments, beside it; None where there are none to write.

    Raises:
        OutputError: the file could not be written.
    """
    if not reviewed.findings or not (data := marked(reviewed.data, reviewed.findings)):
        return None
    target = reviewed.path.with_name(f"{reviewed.path.stem}{MARKED}.docx")
    write_whole(target, data)
    return target


def mend(reviewed: Reviewed, setting: Setting) -> tuple[Reviewed, tuple[str, ...]]:
    """Mend what has one answer, and review the template again; the lines say what was done.

    The template as it was is kept beside it, with ``.bak`` after its name.

    Raises:
        OutputError: a file could not be written.
    """
    data, done = mended(reviewed.data, KINDS[reviewed.kind][0])
    if not done:
        return reviewed, ()
    backup = reviewed.path.with_name(f"{reviewed.path.name}.bak")
    if not backup.exists():
        write_whole(backup, reviewed.data)
    write_whole(reviewed.path, data)
    return check(reviewed.path, setting, reviewed.kind), (*done, f"originalet är kvar som {backup.name}")


def write_list(path: Path, catalogue: Mapping[str, Sequence[Field]]) -> None:
    """Write the catalogue as a Word document.

    Raises:
        OutputError: the file could not be written.
    """
    write_whole(path, field_list(catalogue))
