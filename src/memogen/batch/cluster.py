"""A crew on a Dask cluster, for whoever makes documents for many municipalities.

Every worker sees the same folders at the same paths (a shared disk), and has memogen of the same version. The address
leads to a cluster of one's own: what goes to it is Python that its workers run.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from memogen.batch.desk import Desk, Work
from memogen.errors import ToolError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.batch.crew import Awaited, Chunk, Submit
    from memogen.setting import Outcome, Setting

PATIENCE = "20s"
"""How long a scheduler may take to answer."""

_EVERY_ONE = 1_000_000_000
_AHEAD = 1_000
"""Chunks handed out at a time: a cluster may have hundreds of workers, and get more as it goes."""


class Cluster:
    """The workers of a Dask scheduler, such as ``tcp://dask.kommunen.example:8786``.

    Raises:
        ToolError: Dask is not installed, no scheduler answers, or it has no workers.
    """

    def __init__(self, address: str, setting: Setting, work: Work) -> None:
        try:
            dask: Any = import_module("distributed")  # an extra that few have, and that says nothing of its types
        except ImportError:
            raise ToolError(
                "Dask finns inte i den här installationen", 'installera det: pip install "memogen[dask]"'
            ) from None
        self.death: type[Exception] = dask.KilledWorker
        self.held = _EVERY_ONE  # Dask tells which task was with the dead worker, and spares the others
        self.ahead = _AHEAD
        self._work = work
        try:
            self._client = dask.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            raise ToolError(
                f'ingen schemaläggare svarar på "{address}"', "kontrollera adressen, till exempel tcp://värd:8786"
            ) from None
        if not self._client.scheduler_info()["workers"]:
            self._client.close()
            raise ToolError(f'schemaläggaren på "{address}" har inga arbetare', "starta dem med: dask worker ADRESS")
        # Sent once to every worker, not with every chunk.
        self._setting = self._client.scatter(setting, broadcast=True, hash=False)

    def close(self) -> None:
        """Let every worker end its LibreOffice, and leave the cluster."""
        with suppress(Exception):  # the cluster may be gone, and its LibreOffices with it
            self._client.run(_leave)
        self._client.close()

    @contextmanager
    def at_work(self, most: int) -> Iterator[Submit]:
        """Dask's own executor; a task whose worker has died is not tried by Dask, but by the crew."""
        del most
        executor = self._client.get_executor(pure=False, retries=0)

        def submit(chunk: Chunk) -> Awaited:
            awaited: Awaited = executor.submit(_make, self._setting, self._work, chunk).result
            return awaited

        try:
            yield submit
        finally:
            executor.shutdown(wait=False)


_here = threading.local()
_desks: list[Desk] = []


def _make(setting: Setting, work: Work, paths: Chunk) -> list[Outcome]:
    """On a worker: a desk for each of its threads, kept from chunk to chunk."""
    if getattr(_here, "setting", None) is not setting:
        _here.setting = setting
        _here.desk = Desk(setting, work)
        _desks.append(_here.desk)
    desk: Desk = _here.desk
    return desk.make_all(paths)


def _leave() -> None:
    """On a worker: end what the desks have started."""
    while _desks:
        _desks.pop().close()
