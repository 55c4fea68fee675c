"""Files acts and is killed before the first thing that it asks the disk for; then again before the second, and so on.

killed_filing.py FOLDER    prints, for each time, what was asked for and what a look at the archive finds: after the
                           kill, and after a run that goes to its end
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.archive.shelf import Act, Filing, chain_remarks, file_act, latest, look, stock

if TYPE_CHECKING:
    from types import FrameType

ASKS = {"open", "write", "fsync", "mkdir", "rename", "replace", "unlink", "rmdir", "flock"}
"""Functions of the interpreter's own that reach the disk."""
ACTS = [("akt-a", "ny"), ("akt-b", "ny")]


def file(archive: Path, acts: list[tuple[str, str]]) -> None:
    """File acts of two files each."""
    for name, underlag in acts:
        files = (Filing("a.pdf", name.encode(), "huvuddokument"), Filing("bilagor/b.pdf", underlag.encode(), "bilaga"))
        file_act(archive, Act(name, files, {}, underlag, dt.datetime.now(dt.UTC)))


def faults(archive: Path) -> list[str]:
    """What is wrong with the archive."""
    seen = stock(archive)
    looks = [look(folder) for folder in seen.folders]
    found = [remark for look_ in looks for remark in look_.remarks]
    return [remark.message for remark in (*seen.remarks, *found, *chain_remarks(seen, looks))]


def killed(archive: Path, step: int) -> str:
    """File in a process that is killed before its step; what it was about to ask for, empty when it came to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        asked = 0

        def watch(_frame: FrameType, event: str, what: object) -> None:
            nonlocal asked
            name = getattr(what, "__name__", "")
            if event == "c_call" and name in ASKS:
                asked += 1
                if asked == step:
                    sys.setprofile(None)
                    os.write(writing, name.encode())
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(watch)
        file(archive, ACTS[:1])
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as stream:
        return stream.read()


def main(folder: Path) -> None:
    """Kill at every step, and print a line of JSON for each."""
    whole = folder / "hel"
    file(whole, [("akt-a", "gammal")])
    step, asked = 0, "first"
    while asked:
        step += 1
        archive = folder / f"{step}"
        shutil.copytree(whole, archive)
        asked = killed(archive, step)
        after_the_kill = faults(archive)
        file(archive, ACTS)
        versions = {name: found.version for name, _ in ACTS if (found := latest(archive, name))}
        left = sorted(path.name for path in (archive / ".halvfardigt").iterdir())
        told = {"step": step, "asked": asked, "killed": after_the_kill, "done": faults(archive)}
        print(json.dumps(told | {"versions": versions, "left": left}))  # noqa: T201 - the test reads it
        shutil.rmtree(archive)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
