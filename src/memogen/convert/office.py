"""The office: a pool of LibreOffice workers that outlives hangs, crashes and bad documents."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Self

from memogen.convert.faults import Failed, Fault, tool_error
from memogen.convert.process import Process

if TYPE_CHECKING:
    from types import TracebackType

TIME_LIMIT = 60.0
"""Seconds for one document. A page of a memo takes a tenth of a second, sixty pages one."""

START_LIMIT = 60.0
"""Seconds for LibreOffice to start; about one on an idle machine."""

DOCUMENTS_PER_PROCESS = 300
"""LibreOffice grows slower and larger with every document: past these it is started anew."""


class Desk:
    """One place in the pool: has a process when there is work, a new one after any fault."""

    def __init__(self, time_limit: float, documents: int) -> None:
        self._time_limit = time_limit
        self._documents = documents
        self._process: Process | None = None
        self._closed = False
        self._was_new = True
        self.busy = 0.0

    def pdf(self, docx: bytes, name: str, *, archive: bool) -> bytes:
        """The document as PDF; one more attempt, in a fresh profile, when the first fails.

        A process that was new when it hung or could not read did so because of the document: that is not
        tried again.
        """
        try:
            return self._attempt(docx, archive=archive)
        except Failed as first:
            if first.fault.hopeless or (first.fault.of_document and self._was_new):
                raise tool_error(first.fault, name, self._time_limit) from None
        try:
            return self._attempt(docx, archive=archive)
        except Failed as second:
            raise tool_error(second.fault, name, self._time_limit) from None

    def _attempt(self, docx: bytes, *, archive: bool) -> bytes:
        if self._closed:
            raise Failed(Fault.STOPPED)
        process = self._process or Process(START_LIMIT)
        self._was_new = process.documents == 0
        self._process = process
        try:
            pdf = process.convert(docx, self._time_limit, archive=archive)
        except BaseException:
            self._process = None
            raise
        self.busy += process.busy
        process.busy = 0.0
        if process.documents >= self._documents:
            process.end()
            self._process = None
        return pdf

    def close(self) -> None:
        """End the process; a document under way in another thread fails as stopped."""
        self._closed = True
        if self._process is not None:
            self._process.end()


class Office:
    """Turns Word documents into PDF: ``with Office() as office: office.pdf(docx, name)``.

    LibreOffice is started by the first document and ended when the block is left. With several ``workers``
    as many threads can convert at the same time; each worker has a LibreOffice and a profile of its own.
    """

    def __init__(
        self, workers: int = 1, *, time_limit: float = TIME_LIMIT, documents: int = DOCUMENTS_PER_PROCESS
    ) -> None:
        self._desks = tuple(Desk(time_limit, documents) for _ in range(workers))
        self._free: queue.LifoQueue[Desk] = queue.LifoQueue()
        for desk in self._desks:
            self._free.put(desk)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every LibreOffice that this office started."""
        for desk in self._desks:
            desk.close()

    @property
    def busy(self) -> float:
        """Seconds that LibreOffice itself has loaded, exported and closed documents, in all workers together."""
        return sum(desk.busy for desk in self._desks)

    def pdf(self, docx: bytes, name: str, *, archive: bool = False) -> bytes:
        """The Word document as a tagged PDF with title, language, bookmarks and embedded fonts.

        ``name`` is what the document is called in messages. It is no PDF/A; with ``archive`` it is made to become
        one, and says PDF/A-2b and PDF/UA-1 of itself before it is so. Macros never run, links are never followed, and
        tables of contents are brought up to date. The bytes differ from time to time.

        Raises:
            ToolError: LibreOffice is missing, too old, can't read the document, hangs or crashes.
        """
        if not docx:  # LibreOffice takes no bytes for an empty page
            raise tool_error(Fault.UNREADABLE, name)
        desk = self._free.get()
        try:
            return desk.pdf(docx, name, archive=archive)
        finally:
            self._free.put(desk)
