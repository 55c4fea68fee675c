"""The files that an act holds: what each is called, what part it plays, and what it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memogen.archive import checking
from memogen.archive.shelf import MANIFEST, Filing
from memogen.files import file_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memogen.acts.bilagor import Enclosed
    from memogen.acts.material import Written
    from memogen.acts.printing import Printed
    from memogen.archive.shelf import Filed
    from memogen.artifacts.act import Brought, Facts, Level, Verdict

JOINED = "samlad.pdf"
WORD = ".docx"
HANDLING, BILAGA, ORIGINAL, SOURCE = "huvuddokument", "bilaga", "original", "källa"


def of_document(document: Written, printed: Printed, source: Path) -> Iterator[Filing]:
    """A document as PDF, and the Word file that it was printed from."""
    paragraf, verdict, name = document.memo.fields.get("paragraf"), printed.verdict, document.name
    title = f"{document.facts.handlingstyp}, {paragraf}" if paragraf else document.facts.handlingstyp
    yield Filing(f"{name}.pdf", printed.pdf, HANDLING, title, verdict.pages, verdict.level, source.name)
    yield Filing(f"{name}{WORD}", document.docx, SOURCE, f"{title}, Word-fil", source=source.name)


def of_source(source: Path) -> Filing:
    """The file that a person wrote."""
    return Filing(source.name, source.read_bytes(), SOURCE, "Memogen-filen", source=source.name, kept=True)


def of_bilaga(bilaga: Enclosed, brought: Brought) -> Iterator[Filing]:
    """A bilaga as PDF, and the original where that is another file."""
    pdf = brought.pdf or b""
    verdict = checking.verdict(pdf)
    title, source = f"{bilaga.label}, {bilaga.titel}", bilaga.path.name
    kept = not brought.changed
    yield Filing(f"{bilaga.name}.pdf", pdf, BILAGA, title, verdict.pages, verdict.level, source, kept=kept)
    if brought.changed:
        name = f"{bilaga.name.replace('bilagor/', 'bilagor/original/')}{bilaga.path.suffix.lower()}"
        yield Filing(name, bilaga.path.read_bytes(), ORIGINAL, f"{title}, original", source=source, kept=True)


def of_joined(pdf: bytes, verdict: Verdict, main: Written) -> Filing:
    """The whole act as one PDF."""
    return Filing(JOINED, pdf, "samlad", "Samlad akt", verdict.pages, verdict.level, f"{main.name}.pdf")


def metadata(facts: Facts, level: Level, outside: tuple[str, ...]) -> dict[str, Any]:
    """What the manifest says of the act as a whole, and of the bilagor that are kept ``outside`` it, if any."""
    said: dict[str, Any] = {
        "handlingstyp": facts.handlingstyp,
        "ärendemening": facts.arendemening or facts.titel,
        "diarienummer": facts.diarienummer,
        "organ": facts.organ,
        "datum": facts.datum.isoformat() if facts.datum else None,
        "handläggare": list(facts.handlaggare),
        "arkivbildare": facts.arkivbildare,
        "organisationsnummer": facts.organisationsnummer,
        "sekretess": facts.sekretess,
        "mall": facts.mall,
        "nivå": str(level),
    }
    return said | ({"bilagor utanför akten": list(outside)} if outside else {})


def paths(filed: Filed) -> tuple[tuple[Path, str], ...]:
    """Where every file of a filed act lies, and its SHA-256."""
    manifest = filed.folder / MANIFEST
    entries = [(filed.folder / entry.name, entry.sha256) for entry in filed.manifest.files]
    return (*entries, (manifest, file_fingerprint(manifest) or ""))
