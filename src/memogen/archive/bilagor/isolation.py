"""Bilagor are handled in a process of their own: one that eats memory, hangs or crashes takes nothing with it.

The two processes speak JSON, and never anything that could carry code back. What the libraries say aloud in English
ends there too.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from memogen.archive.bilagor.limits import within
from memogen.archive.bilagor.refusal import PRINT
from memogen.artifacts.act import Brought, Facts, Level
from memogen.diagnostics import Remark
from memogen.errors import ToolError

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE: Final = "in"
RESULT: Final = "out.pdf"
_MEMORY: Final = 8 * 2**30
"""Bytes of address space."""
_SECONDS: Final = 600
"""Of computing, not of waiting for Tesseract: two thousand pages take ten."""
_PATIENCE: Final = 10.0
_BUG: Final = 1
"""Python's exit code for an exception that nobody caught."""


def brought(data: bytes, facts: Facts, level: Level) -> Brought:
    """The PDF or the image file as PDF/A of the part that ``level`` has; see :func:`bringing.brought`.

    Raises:
        ToolError: pages have to be read by Tesseract, and it is not there or knows no Swedish.
    """
    order = {"facts": dataclasses.asdict(facts), "level": dataclasses.asdict(level)}
    with tempfile.TemporaryDirectory(prefix="memogen-bilaga-") as folder:
        Path(folder, SOURCE).write_bytes(data)
        code, answer, words = _run(folder, json.dumps(order, default=str))
        if code == _BUG:
            raise RuntimeError(words)
        if code:
            message = "bilagan kräver mer minne eller tid än en bilaga får ta"
            return Brought(None, remarks=(Remark("AR05", (), message, PRINT),))
        return _result(json.loads(answer), data, Path(folder, RESULT))


def _run(folder: str, order: str) -> tuple[int, str, str]:
    """The worker's exit code, its answer and its last words. It ends with this call, however that ends."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "memogen.archive.bilagor.isolation", folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        answer, words = process.communicate(order)
    except BaseException:
        process.terminate()
        try:
            process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        raise
    return process.returncode, answer, words


def _result(answer: dict[str, Any], data: bytes, result: Path) -> Brought:
    if "tool" in answer:
        raise ToolError(*answer["tool"])
    remarks = tuple(Remark(code, (), message, advice) for code, message, advice in answer["remarks"])
    if not answer["changed"]:
        return Brought(data, changed=False, remarks=remarks)
    return Brought(result.read_bytes() if answer["made"] else None, remarks=remarks)


def work(folder: Path, order: str, bring: Callable[[bytes, Facts, Level], Brought]) -> str:
    """Carry out the order on the file in the folder; gives the answer."""
    said = json.loads(order)
    facts = said["facts"] | {"handlaggare": tuple(said["facts"]["handlaggare"])}
    if facts["datum"]:
        facts["datum"] = dt.date.fromisoformat(facts["datum"])
    try:
        done = bring((folder / SOURCE).read_bytes(), Facts(**facts), Level(**said["level"]))
    except ToolError as error:
        return json.dumps({"tool": [error.message, error.hint]})
    if done.changed and done.pdf is not None:
        (folder / RESULT).write_bytes(done.pdf)
    remarks = [(remark.code, remark.message, remark.help) for remark in done.remarks]
    return json.dumps({"changed": done.changed, "made": done.pdf is not None, "remarks": remarks})


def _limit() -> None:
    """No more than this for the process; what it starts has limits of its own."""
    for kind, wanted in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
        _, most = resource.getrlimit(kind)
        resource.setrlimit(kind, (within(kind, wanted), most))
    # Told to end, it ends as an exception does, so that Tesseract ends with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(signal.SIGTERM))


def main() -> None:
    """The worker: one order on its standard input, one answer on its standard output."""
    from memogen.archive.bilagor import bringing  # noqa: PLC0415 - the house does not need the libraries, the worker does

    _limit()
    sys.stdout.write(work(Path(sys.argv[1]), sys.stdin.read(), bringing.brought))


if __name__ == "__main__":
    main()
