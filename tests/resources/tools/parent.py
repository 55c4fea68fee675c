"""Converts a document as somebody's program would, and then ends as it is told.

parent.py MANNER DOCUMENT    MANNER: forget (no close), wait (until killed), pool (in spawned worker processes)
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from memogen import convert

_office = convert.Office()


def length(document: Path) -> int:
    """The size of the PDF, made by this process's own office."""
    return len(_office.pdf(document.read_bytes(), document.name))


def main(manner: str, document: Path) -> None:
    """Print the size of the PDF when it is there."""
    # Ctrl-C is meant for this program also where the tests run in the background, which a shell lets ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if manner == "pool":
        with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
            print(*pool.map(length, [document, document]), flush=True)  # noqa: T201 - the test reads it
        return
    print(length(document), flush=True)  # noqa: T201 - the test reads it
    if manner == "wait":
        time.sleep(600)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
