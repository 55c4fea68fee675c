"""A desk: one worker's place, with the setting and a LibreOffice of its own."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Self, TypeAlias

from memogen import convert, pipeline
from memogen.errors import ExitCode
from memogen.files import is_full, shortage, unwritable
from memogen.setting import Outcome, failed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from memogen.setting import Setting

Work: TypeAlias = "Callable[[Path, Setting, pipeline.ToPdf | None], Outcome]"
"""What is done with one file. A function of a module, so that another process finds it by its name."""


class Desk:
    """The setting, what is done here, and LibreOffice from the first time that it is needed."""

    def __init__(self, setting: Setting, work: Work) -> None:
        self._setting = setting
        self._work = work
        self._office: convert.Office | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End LibreOffice, where it was started."""
        if self._office is not None:
            self._office.close()

    def make_all(self, paths: Iterable[Path]) -> list[Outcome]:
        """The outcomes for some files."""
        return [self.make(path) for path in paths]

    def make(self, path: Path) -> Outcome:
        """The outcome for one file; a fault of memogen's own costs that file alone."""
        try:
            return self._work(path, self._setting, self.to_pdf)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other files shall be done
            if isinstance(error, OSError) and is_full(error):
                return failed(path, unwritable(error.filename or path, error))
            short = shortage(error)
            return failed(path, short) if short else _faulty(path, error)

    @property
    def to_pdf(self) -> pipeline.ToPdf | None:
        """How to print a document; None when no PDF was asked for."""
        return self._print if self._setting.choices.pdf else None

    def _print(self, docx: bytes, name: str) -> bytes:
        if self._office is None:
            self._office = convert.Office()
        return self._office.pdf(docx, name, archive=self._setting.choices.archive)


def _faulty(path: Path, error: Exception) -> Outcome:
    return Outcome(
        path,
        "failed",
        failure=f'ett fel i memogen ({type(error).__name__}) hindrade "{path.name}"',
        hint="anmäl felet; -vv visar var i memogen det finns",
        exit_code=ExitCode.BUG,
        details="".join(traceback.format_exception(error)),
    )
