"""The order of filing: check, pour, enclose, print, join, list, put on the shelf. Anything wrong files nothing."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from memogen import pipeline, records, rules, validate
from memogen.acts import bilagor, contents, holdings, places, printing
from memogen.acts.facts import MAIN, level_of, secrecy
from memogen.acts.material import fingerprint, main, written
from memogen.archive import checking, shelf, verapdf
from memogen.artifacts.act import Attachment, Part
from memogen.diagnostics import Remark, refuse
from memogen.errors import MemogenError, OutputError, Rejected
from memogen.files import file_fingerprint
from memogen.rules.grund import Context
from memogen.setting import Outcome, Reading, failed, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.acts.bilagor import Enclosed, Made
    from memogen.acts.material import Written
    from memogen.acts.printing import Printed
    from memogen.archive.shelf import Filing
    from memogen.artifacts.act import Brought, Facts, Level
    from memogen.diagnostics import Diagnostic
    from memogen.model.grund import Grund
    from memogen.pipeline import ToPdf
    from memogen.setting import Checked, Setting


def file(path: Path, setting: Setting, to_pdf: ToPdf | None) -> Outcome:
    """File the archive copy of one file, or tell all that hinders it. What is wrong with the file never raises."""
    assert to_pdf is not None  # noqa: S101 - an archive copy is printed
    started = time.perf_counter()
    reading = Reading(setting, path)
    as_checked = file_fingerprint(path)
    checked = pipeline.check(path, setting, reading)
    act = _Act(checked, reading, to_pdf, list(checked.diagnostics), as_checked)
    try:
        outcome = act.filed() if checked.document is not None else act.refused()
    except MemogenError as error:
        outcome = failed(path, error, act.diagnostics)
    return outcome._replace(seconds=round(time.perf_counter() - started, 4))


@dataclass
class _Act:
    """An act in the making, and every remark on the way."""

    checked: Checked
    reading: Reading
    to_pdf: ToPdf
    diagnostics: list[Diagnostic]
    as_checked: str | None
    level: Level = field(init=False)

    def __post_init__(self) -> None:
        self.level = level_of(self.reading.setting.profil.arkiv)

    def filed(self) -> Outcome:
        """The act on its shelf; the one that is there already, when nothing has changed; or a refusal.

        Raises:
            MemogenError: a program or the disk failed.
        """
        setting, path = self.reading.setting, self.reading.owner
        documents = self._poured()
        enclosed = bilagor.enclosed(self._document, self.reading)
        # Their fingerprints first: what is changed while a note among them is read shows at the end.
        sources = [(path, self.as_checked), *((one.path, file_fingerprint(one.path)) for one in enclosed)]
        notes = bilagor.made(enclosed, self.reading)
        poured = (*documents, *(one.document for one in notes.values() if one.document))
        mark = fingerprint(poured, sources, f"{self.level} {setting.profil.arkiv}")
        name = places.place(path, setting.index, setting.choices.output)
        before = shelf.latest(setting.choices.output, name)
        same = before is not None and before.manifest.underlag == mark
        if before is not None and same and not (setting.choices.force or self._is_refused()):
            return Outcome(path, "unchanged", holdings.paths(before), tuple(self.diagnostics))
        brought = [self._brought(one, documents, notes) for one in enclosed if documents]
        if self._is_refused():
            return self.refused()
        printed = [self._printed(document) for document in documents]
        if self._is_refused():
            return self.refused()
        whole = _whole(main(documents), poured, enclosed)
        filings = self._holdings(documents, printed, list(zip(enclosed, brought, strict=True)), whole)
        self._second_opinion(filings)
        if self._is_refused():
            return self.refused()
        made = dt.datetime.now(dt.UTC).astimezone()
        held = contents.contents(filings, whole, before, made.date(), self._outside)
        listed = contents.listed(held, self.checked, self.reading, self.level, self.to_pdf)
        self._remark(*listed.remarks)
        if self._is_refused():
            return self.refused()
        filings += listed.filings
        _unchanged(sources)
        act = shelf.Act(name, tuple(filings), holdings.metadata(whole, self.level, self._outside), mark, made)
        filed = shelf.file_act(setting.choices.output, act, again=setting.choices.force)
        status = "written" if filed.new else "unchanged"
        return Outcome(path, status, holdings.paths(filed), tuple(self.diagnostics))

    def refused(self) -> Outcome:
        """Nothing is filed, and why."""
        return Outcome(self.reading.owner, "refused", diagnostics=tuple(self.diagnostics), exit_code=Rejected.exit_code)

    @property
    def _document(self) -> Grund:
        assert self.checked.document is not None  # noqa: S101 - file() has seen to it
        return self.checked.document

    @property
    def _outside(self) -> tuple[str, ...]:
        """The bilagor that secrecy keeps out of the act."""
        return bilagor.outside(self._document, self.reading)

    def _is_refused(self) -> bool:
        choices = self.reading.setting.choices
        return not self.checked.memos or refuse(self.diagnostics, strict=choices.strict)

    def _remark(self, *remarks: Remark) -> None:
        assert self.checked.source is not None  # noqa: S101 - a document always has a source
        regler = self.reading.setting.profil.regler
        self.diagnostics += validate.diagnostics(remarks, self.checked.source, regler, late=True)

    def _poured(self) -> tuple[Written, ...]:
        """The documents as Word, and what an archive copy demands beyond what a document does."""
        context = Context(self.reading.setting.profil, self.reading.owner.stem, self.reading.status)
        self._remark(*rules.remarks_for_archive(self._document, context), *_edited_by_hand(self.reading))
        try:
            documents = written(self.checked, self.reading)
        except Rejected as rejected:
            self.diagnostics += rejected.diagnostics
            return ()
        for document in documents:
            self._remark(*document.remarks, *rules.placeholders(document.shown.paragraphs))
        return documents

    def _brought(self, one: Enclosed, documents: tuple[Written, ...], notes: Mapping[Enclosed, Made]) -> Brought:
        brought = bilagor.brought(one, _named_in(one, documents), self.level, notes, self.to_pdf)
        self._remark(*brought.remarks)
        return brought

    def _printed(self, document: Written) -> Printed:
        printed = printing.printed(document, self.level, self.to_pdf, self._attachment())
        self._remark(*printed.remarks)
        return printed

    def _attachment(self) -> Attachment | None:
        """The case file, where the profile wants it inside the PDF."""
        if not self.reading.setting.profil.arkiv.inbaddad:
            return None
        path = self.reading.owner
        day = getattr(self._document, "datum", None)
        return Attachment(path.name, path.read_bytes(), "application/yaml", "Ärendefilen", day)

    def _holdings(
        self,
        documents: tuple[Written, ...],
        printed: list[Printed],
        enclosed: list[tuple[Enclosed, Brought]],
        whole: Facts,
    ) -> list[Filing]:
        """Every file of the act but the list of them."""
        source = self.reading.owner
        filings: list[Filing] = []
        for document, one in zip(documents, printed, strict=True):
            filings += holdings.of_document(document, one, source)
        filings.append(holdings.of_source(source))
        for bilaga, brought in enclosed:
            filings += holdings.of_bilaga(bilaga, brought)
        filings.append(self._joined(main(documents), printed[documents.index(main(documents))], enclosed, whole))
        return filings

    def _second_opinion(self, filings: list[Filing]) -> None:
        """What veraPDF says of every copy, where the profile wants to know."""
        if not self.reading.setting.profil.arkiv.verapdf:
            return
        self._remark(*verapdf.opinion({one.name: (one.data, one.level) for one in filings if one.level is not None}))

    def _joined(
        self, document: Written, printed: Printed, enclosed: list[tuple[Enclosed, Brought]], whole: Facts
    ) -> Filing:
        """The main document and the bilagor as one PDF; without bilagor it is the document itself."""
        if not enclosed:
            return holdings.of_joined(printed.pdf, printed.verdict, document)
        from memogen.archive import joining  # noqa: PLC0415 - most acts have no bilagor, and its fonts are slow to wake

        parts = [Part(document.facts.titel, printed.pdf)]
        parts += [Part(bilaga.titel, brought.pdf or b"", bilaga.label) for bilaga, brought in enclosed]
        joined = joining.joined(parts, replace(whole, handlingstyp="Samlad akt"), self.level)
        verdict = checking.verdict(joined)
        found = printing.remarks_of(verdict.findings)
        self._remark(*(remark._replace(message=f"den samlade akten: {remark.message}") for remark in found))
        return holdings.of_joined(joined, verdict, document)


def _whole(document: Written, poured: tuple[Written, ...], enclosed: Iterable[Enclosed]) -> Facts:
    """The facts of the act: those of its main document, and the secrecy of all that it holds."""
    provisions = (*(one.facts.sekretess for one in poured), *(one.sekretess for one in enclosed))
    return replace(document.facts, sekretess=secrecy(provisions))


def _named_in(one: Enclosed, documents: tuple[Written, ...]) -> Facts:
    """The facts that a bilaga shares: those of its paragraph, or of the file's main document."""
    if one.paragraf:
        own = (each.facts for each in documents if each.memo.fields.get("paragrafnummer") == one.paragraf)
        return next(own, main(documents).facts)
    facts = main(documents).facts
    # What is secret in the minutes is so in some paragraph, and not in a bilaga to the meeting as a whole.
    return replace(facts, sekretess="") if main(documents).memo.kind == MAIN else facts


def _unchanged(sources: Iterable[tuple[Path, str | None]]) -> None:
    """See that the files of an act are what its copies were made from: to make them can take minutes.

    Raises:
        OutputError: somebody has saved one of them meanwhile.
    """
    for path, seen in sources:
        if file_fingerprint(path) != seen:
            raise OutputError(f'"{shown(path)}" ändrades medan arkivexemplaret gjordes', "kör kommandot igen")


def _edited_by_hand(reading: Reading) -> list[Remark]:
    """The Word documents of this file that a person has changed since memogen made them."""
    record = records.read(reading.setting.workspace.output, reading.owner)
    edited = [
        shown(Path(name))
        for name in (record.outputs if record else {})
        if name.endswith(".docx") and record and (seen := file_fingerprint(name)) and not record.knows(name, seen)
    ]
    return [
        Remark(
            "AR09",
            (),
            f'"{path}" har redigerats för hand, och arkivexemplaret görs av ärendefilen',
            "för över ändringarna till ärendefilen, eller gör om dokumentet med memogen render --force",
        )
        for path in edited
    ]
