"""The front door: finds the command, speaks Swedish, and turns every refusal into a message and an exit code."""

from __future__ import annotations

import os
import sys

__all__ = ["main", "run"]

STOPPED = "Avbrutet. Inget är halvskrivet; kör kommandot igen för att göra resten."


def main() -> None:
    """Run the command that stands on the command line, and end the process with its exit code."""
    # Nothing is read before this that Python has not read already, not even typing: Ctrl-C would be told in English.
    try:
        from memogen.cli import start, streams  # noqa: PLC0415 - Ctrl-C may come while they are read

        start.understand()
        streams.secure()
        start.lean()
        start.end(run(sys.argv[1:]))
    except KeyboardInterrupt:
        os.write(2, f"\n{STOPPED}\n".encode())
        os._exit(130)


def run(arguments: list[str] | tuple[str, ...]) -> int:
    """Run one command; the exit code says how it went. Nothing but SystemExit from below gets past."""
    from memogen.cli.door import run as let_in  # noqa: PLC0415 - as above

    return let_in(arguments)
