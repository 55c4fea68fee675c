"""The list of what an act holds, for people: as Word, and as PDF when the act is more than one document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from memogen import compose, pipeline
from memogen.acts import material, printing
from memogen.acts.holdings import BILAGA, WORD
from memogen.archive import shelf
from memogen.archive.shelf import Filing
from memogen.artifacts.act import Contents, ContentsRow
from memogen.files import fingerprint

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from memogen.archive.shelf import Filed
    from memogen.artifacts.act import Facts, Level
    from memogen.diagnostics import Remark
    from memogen.pipeline import ToPdf
    from memogen.setting import Checked, Reading

NAME = "innehall"
ROLE = "innehåll"
_ONE_AND_THE_JOINED = 2
"""The PDFs of an act that is a single document."""
_NUMBER = re.compile(r"Bilaga (?P<number>\d+)")


class Listed(NamedTuple):
    """The files of the list, and what was remarked while they were made."""

    filings: list[Filing]
    remarks: tuple[Remark, ...]


def contents(
    filed: Sequence[Filing], facts: Facts, before: Filed | None, day: dt.date, outside: tuple[str, ...] = ()
) -> Contents:
    """What the list says of the files, in their order, and of the bilagor that are kept ``outside`` the act.

    ``before`` is the version that the act replaces.
    """
    names = shelf.filed_names(one.name for one in filed)
    rows = tuple(_row(name, one) for name, one in zip(names, filed, strict=True))
    if before is None:
        return Contents(facts, rows, day, utanfor=outside)
    return Contents(facts, rows, day, before.version + 1, before.folder.name, outside)


def _row(name: str, one: Filing) -> ContentsRow:
    number = _NUMBER.match(one.title) if one.role == BILAGA else None
    return ContentsRow(
        titel=one.title,
        fil=name,
        storlek=len(one.data),
        sha256=fingerprint(one.data),
        nr=number["number"] if number else "",
        sidor=one.pages,
        niva=one.level,
    )


def listed(what: Contents, checked: Checked, reading: Reading, level: Level, to_pdf: ToPdf) -> Listed:
    """The list as Word; as an archive PDF too when the act has more than one document, for it costs as much as one.

    Raises:
        Rejected: the template is wrong.
        ToolError: LibreOffice is missing or failed.
    """
    assert checked.document is not None  # noqa: S101 - an act is made of a document
    memo = compose.innehall(what, pipeline.words(checked.document, reading))
    document = material.poured(memo, NAME, what.facts, reading)
    made = [Filing(f"{NAME}{WORD}", document.docx, ROLE, memo.subject)]
    remarks = document.remarks
    if sum(row.niva is not None for row in what.rows) > _ONE_AND_THE_JOINED:
        printed = printing.printed(document, level, to_pdf)
        remarks += printed.remarks
        made.append(
            Filing(f"{NAME}.pdf", printed.pdf, ROLE, memo.subject, printed.verdict.pages, printed.verdict.level)
        )
    return Listed(made, remarks)
