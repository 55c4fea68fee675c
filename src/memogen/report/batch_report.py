"""How a batch went, as JSON for programs: format 1 of the command's contract, one item an input."""

from __future__ import annotations

import json
import tempfile
from typing import TYPE_CHECKING, Any, Final

from memogen.files import unwritable, write_whole
from memogen.report.plain import json_diagnostic
from memogen.report.printable import printable
from memogen.setting import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memogen.setting import Outcome

_IN_MEMORY: Final = 100_000
"""A report of more bytes than this waits on the disk, in a file without a name, until all of it is known."""
_HANDFUL: Final = 100
"""Items that are written at a time."""


class BatchReport:
    """A report that grows as the batch goes, and is written whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handful: list[dict[str, Any]] = []
        self._items = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is closed when it is written
        self._is_empty = True

    def add(self, outcome: Outcome) -> None:
        """Put one input last; nothing when it was not asked for.

        Raises:
            OutputError: the disk is full.
        """
        if outcome.status != "skipped":
            self._handful.append(_item(outcome))
        if len(self._handful) == _HANDFUL:
            self._put_away()

    def write(self, seconds: float) -> None:
        """Write the report of what has been added, after so many seconds.

        Raises:
            OutputError: it could not be written.
        """
        with self._items:
            self._put_away()
            write_whole(self._path, self._pieces(seconds))

    def _put_away(self) -> None:
        if not self._handful:
            return
        # A line for each item: the encoder is many times slower where it indents.
        items = ",".join([f"\n  {json.dumps(item, ensure_ascii=False)}" for item in self._handful])
        try:
            # A file name that is no text is written as JSON has it, and read as the name that it is.
            self._items.write(f"{'' if self._is_empty else ','}{items}".encode(errors="backslashreplace"))
        except OSError as error:
            raise unwritable(self._path, error) from error
        self._is_empty = False
        self._handful.clear()

    def _pieces(self, seconds: float) -> Iterator[bytes]:
        yield b'{\n "format": 1,\n "items": ['
        self._items.seek(0)
        yield from iter(lambda: self._items.read(_IN_MEMORY), b"")
        yield b"]" if self._is_empty else b"\n ]"
        yield f',\n "seconds": {json.dumps(round(seconds, 3))}\n}}\n'.encode()


def _item(outcome: Outcome) -> dict[str, Any]:
    item: dict[str, Any] = {
        "input": printable(shown_text(outcome.source)),
        "status": outcome.status,
        "outputs": [{"path": printable(shown_text(path)), "sha256": digest} for path, digest in outcome.outputs],
        "diagnostics": [json_diagnostic(diagnostic) for diagnostic in outcome.diagnostics],
        "seconds": outcome.seconds,
    }
    if outcome.failure:
        item["failure"] = {"message": outcome.failure, "help": outcome.hint}
    return item
