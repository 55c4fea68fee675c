"""From Word to an archive PDF that has been checked, and the level that it really has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memogen import archive, render
from memogen.archive import checking, mending
from memogen.artifacts.act import Brought, Level
from memogen.diagnostics import Remark, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.acts.material import Written
    from memogen.artifacts.act import Attachment, Facts, Finding, Verdict
    from memogen.pipeline import ToPdf


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as an archive PDF, what its check came to, and the remarks on it."""

    pdf: bytes
    verdict: Verdict
    remarks: tuple[Remark, ...]


def printed(document: Written, level: Level, to_pdf: ToPdf, attachment: Attachment | None = None) -> Printed:
    """One of memogen's own documents at ``level``; every word and image of the Word file is looked for in the PDF.

    Raises:
        ToolError: LibreOffice is missing or failed.
    """
    raw = to_pdf(document.docx, document.name.rpartition("/")[2])
    # Mending touches no letter and no image, and the unpacked file is read sooner.
    lost = tuple(archive.pdf_remarks(raw, document.shown.paragraphs, document.shown.images))
    pdf = mending.conformed(raw, document.facts, level, attachment)
    verdict = checking.verdict(pdf)
    return Printed(pdf, verdict, (*lost, *remarks_of(verdict.findings)))


def brought(raw: bytes, facts: Facts, level: Level, shown: render.Printed) -> Brought:
    """Somebody else's document at the highest level that it keeps, from ``level`` downwards.

    What keeps it from being accessible is told as warnings: its author can mend it, memogen cannot.
    """
    found: tuple[Remark, ...] = ()
    first: tuple[Remark, ...] = ()
    for lower in _downwards(level):
        pdf = mending.conformed(raw, facts, lower)
        verdict = checking.verdict(pdf)
        found = tuple(remarks_of(verdict.findings))
        if verdict.level == lower:
            lost = archive.pdf_remarks(pdf, shown.paragraphs, shown.images)
            return Brought(pdf, changed=True, remarks=(*lost, *_weaker(first or found)))
        first = first or found
    return Brought(None, remarks=found)


def _downwards(level: Level) -> Iterable[Level]:
    lower = [level, replace(level, ua=False), Level(level.part, "u", ua=False), Level(level.part, "b", ua=False)]
    return dict.fromkeys(lower)


def _weaker(remarks: Iterable[Remark]) -> Iterable[Remark]:
    """What kept a bilaga from the level that was asked for does not keep it from being filed."""
    return [remark._replace(severity=Severity.WARNING) for remark in remarks]


def remarks_of(findings: Iterable[Finding]) -> list[Remark]:
    """What a check of a PDF found, as remarks about the whole document."""
    return [
        Remark(
            finding.code,
            (),
            f"{finding.message} (sidan {finding.page})" if finding.page else finding.message,
            finding.advice,
        )
        for finding in findings
    ]
