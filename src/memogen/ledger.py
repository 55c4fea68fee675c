"""A run as a whole: where everything is as the last one left it, files are looked at but not read.

The records beside the outputs know what has changed; this only knows that nothing has. It saves work and can be lost.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import ExitStack, suppress
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from memogen import __version__, records
from memogen.errors import OutputError
from memogen.files import Stamp, write_whole
from memogen.setting import Outcome, told_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.setting import Choices
    from memogen.workspace import Paths, Workspace

_NAME: Final = f"{records.FOLDER}/liggare.jsonl"
_FORMAT: Final = 1
_IN_MEMORY: Final = 1_000_000
_SHARED: Final = 256
"""Templates, profiles and marks that many inputs read are looked at once."""


class Ledger:
    """What the last run of the same files left, and what this one leaves for the next.

    It is opened before anything is read: what is changed while the run goes on is then newer than it.
    """

    def __init__(self, place: Workspace, files: Paths, choices: Choices) -> None:
        self._path = choices.output / _NAME
        self._began = time.time_ns()
        self._steady = True
        self._shared: set[str] = set()
        self._stamp = lru_cache(maxsize=_SHARED)(_stamp)
        self._head = self._asked(place, files, choices)
        self._count = 0
        self._around = ExitStack()
        lines = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it is closed when the block is left
        self._lines = self._around.enter_context(lines)

    def _asked(self, place: Workspace, files: Paths, choices: Choices) -> dict[str, Any]:
        """What was asked for, and how every case file of the workspace stands: they build on each other."""
        named, cases = blake2b(), blake2b()
        for number in range(len(files)):
            named.update(b"%b\0" % files.encoded(number))
        for name in place.names_under(place.cases) if place.cases.is_dir() else ():
            stamp = self._seen(name)
            cases.update(b"%b\0%b\0" % (os.fsencode(name), repr(stamp).encode()))
        return {
            "format": _FORMAT,
            "version": __version__,
            "workspace": str(place.root),
            "profile": str(place.profile),
            "choices": [choices.pdf, choices.strict, sorted(choices.only)],
            "files": named.hexdigest(),
            "cases": cases.hexdigest(),
        }

    def standing(self) -> Iterator[Outcome] | None:
        """The outcomes, all of them "unchanged"; None where anything is not as the last run left it."""
        try:
            # Held open: another run may put a ledger of its own in its place.
            stream = self._around.enter_context(self._path.open(encoding="ascii"))
            head = json.loads(stream.readline())
            count = head.pop("count")
            if head == self._head and sum(map(self._stands, stream)) == count:
                stream.seek(0)
                stream.readline()
                return map(_outcome, stream)
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            pass
        return None

    def _stands(self, text: str) -> bool:
        """Whether all that an input read, and all that it gave, is as it was."""
        line = json.loads(text)
        return all(self._stamp(path) == stamp for path, stamp in line["read"].items()) and all(
            _stamp(path) == stamp for path, (_, stamp) in line["outputs"].items()
        )

    def noted(self, outcome: Outcome) -> Outcome:
        """The same, noted; where an input gave no document, the next run has to look again."""
        self._steady = self._steady and outcome.status in {"written", "unchanged"} and bool(outcome.read)
        if self._steady:
            self._note(outcome)
        return outcome

    def _note(self, outcome: Outcome) -> None:
        outputs = {str(path): (digest, _stamp(str(path))) for path, digest in outcome.outputs}
        # Outputs that are not seen from here, as when others make them, cannot be seen to change either.
        self._steady = all(stamp for _, stamp in outputs.values())
        line = {
            "source": str(outcome.source),
            "read": {path: self._seen(path) for path in outcome.read if self._is_new(path)},
            "outputs": outputs,
            "diagnostics": list(map(records.plain, outcome.diagnostics)),
            "bilagor": list(map(str, outcome.bilagor)),
        }
        self._count += 1
        try:
            self._lines.write(json.dumps(line).encode() + b"\n")
        except OSError:  # no room for it
            self._steady = False

    def _is_new(self, path: str) -> bool:
        """Whether none of the inputs just before has read it; templates, profiles and marks are noted once."""
        if path in self._shared:
            return False
        if len(self._shared) == _SHARED:
            self._shared.clear()
        self._shared.add(path)
        return True

    def _seen(self, path: str) -> list[int] | None:
        """How a file stands that was read: a change since this run began would not show in what it made."""
        stamp = self._stamp(path)
        self._steady = self._steady and (stamp is None or Stamp(*stamp).shows_changes_after(self._began))
        return stamp

    def keep(self) -> None:
        """Leave this run for the next. One that cannot be written is done without."""
        if self._steady and self._count:
            self._lines.seek(0)
            head = json.dumps(self._head | {"count": self._count})
            with suppress(OutputError):
                write_whole(self._path, chain((f"{head}\n".encode(),), self._lines))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._around.close()


def _outcome(text: str) -> Outcome:
    line = json.loads(text)
    return Outcome(
        Path(line["source"]),
        "unchanged",
        tuple((Path(path), digest) for path, (digest, _) in line["outputs"].items()),
        tuple(told_again(records.diagnostic(plain)) for plain in line["diagnostics"]),
        bilagor=tuple(map(Path, line["bilagor"])),
    )


def _stamp(path: str) -> list[int] | None:
    """As JSON has it; None for a file that is not there."""
    try:
        return list(Stamp.of(path))
    except OSError:
        return None
