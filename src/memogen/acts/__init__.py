"""Acts: the archive copy of one file, filed whole or refused with every reason; and what was filed, verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.pipeline import ToPdf
    from memogen.setting import Outcome, Setting


def file(path: Path, setting: Setting, to_pdf: ToPdf | None) -> Outcome:
    """File the archive copy of one file, or tell all that hinders it. What is wrong with the file never raises."""
    # Whoever hands the files out to other processes need not wait for the libraries: they do, side by side.
    from memogen.acts import filed  # noqa: PLC0415

    return filed.file(path, setting, to_pdf)


__all__ = ["file"]
