"""What was made from what: a small record per input, beside the outputs.

A record only saves work. One that is damaged, missing or of another version means that the work is done again.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memogen import __version__
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.files import file_fingerprint, fingerprint, write_whole

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FOLDER = ".memogen"
"""The hidden folder below the output folder where records and half-written files live."""
_FORMAT = 2
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True)
class Record:
    """How one input's outputs came about.

    ``inputs`` has the SHA-256 of every file that was read, None for one that was looked for and missing, "" for one
    that was changed meanwhile; ``cases`` the file that each diarienummer led to; ``outputs`` the SHA-256 of each file
    as it was made and ``kinds`` its kind of document; ``only`` the kinds that were asked for, empty for all;
    ``bilagor`` the memogen files that are made with it; ``rank`` its place among those that want the same name;
    ``meetings`` the organ's meetings of the year that its numbers follow on; ``underway`` the SHA-256 of what was
    about to take the place of outputs, and did so in part when the run was cut short.
    """

    inputs: dict[str, str | None] = field(default_factory=dict)
    cases: dict[str, str | None] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    only: list[str] = field(default_factory=list)
    diagnostics: list[dict[str, Any]] = field(default_factory=list)
    bilagor: list[str] = field(default_factory=list)
    rank: int = 0
    meetings: list[str] = field(default_factory=list)
    underway: list[str] = field(default_factory=list)
    version: str = __version__
    format: int = _FORMAT

    def inputs_stand(self) -> bool:
        """Whether every file that was read is as it was, under the same version of memogen."""
        same_maker = self.version == __version__ and self.format == _FORMAT
        return same_maker and all(file_fingerprint(path) == seen for path, seen in self.inputs.items())

    def outputs_stand(self, wanted: set[str]) -> bool:
        """Whether the wanted outputs are there, as they were made."""
        return wanted <= self.outputs.keys() and all(file_fingerprint(p) == self.outputs[p] for p in wanted)

    def knows(self, path: str, seen: str | None) -> bool:
        """Whether an output with this SHA-256 is as memogen left it."""
        return seen == self.outputs.get(path, "") or seen in self.underway


@lru_cache(maxsize=8)
def _place(output: Path, source: Path) -> str:
    """As text: every case has a record, and a Path takes longer to make than to use."""
    name = fingerprint(os.fsencode(source))[:32]
    return f"{output}/{FOLDER}/{name[:2]}/{name}.json"


def read(output: Path, source: Path) -> Record | None:
    """The record of an input; None where there is none that can be used."""
    try:
        with open(_place(output, source), "rb", buffering=0) as stream:  # noqa: PTH123 - as above
            record = _parsed(stream.read())
        for remark in record.diagnostics:
            diagnostic(remark)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return record


def _parsed(content: bytes) -> Record:
    try:
        return _shape().validate_json(content)
    except ValueError:
        # A file name that is no text: pydantic's reader refuses what Python's own takes.
        return _shape().validate_python(json.loads(content))


@cache
def _shape() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - a run where nothing has changed reads no record

    return TypeAdapter(Record)


def write(output: Path, source: Path, record: Record) -> None:
    """Keep the record of an input.

    Raises:
        OutputError: it could not be written.
    """
    content = _ENCODER.encode(vars(record)).encode(errors="backslashreplace")
    write_whole(_place(output, source), content, room=unfinished(output))


@lru_cache(maxsize=8)
def unfinished(output: Path) -> Path:
    """The hidden folder where outputs and records are written before they take their places."""
    return output / f"{FOLDER}/halvfardigt"


def plain(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as JSON can hold it; its whole path, for the next run may be started in another folder."""
    place = {**diagnostic.place._asdict(), "path": str(diagnostic.place.path.absolute())}
    return {**diagnostic._asdict(), "severity": diagnostic.severity.value, "place": place}


def diagnostic(plain: dict[str, Any]) -> Diagnostic:
    """The diagnostic that :func:`plain` made plain."""
    place = Place(**{**plain["place"], "path": Path(plain["place"]["path"])})
    return Diagnostic(**{**plain, "severity": Severity(plain["severity"]), "place": place})
