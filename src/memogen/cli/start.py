"""What a process of memogen does without, so that a command answers at once."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from types import ModuleType
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW_OBJECTS = 200_000
"""How many objects may be made before Python looks for cycles among them: a check makes a third as many."""
_ENDING: Final = 5.0
"""Seconds that Ctrl-C may be pressed again without more coming of it, while a run ends."""
_STOPS: Final = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
"""What asks a run to stop, and what Python does then by itself."""
if sys.platform != "win32":
    _STOPS[signal.SIGHUP] = signal.SIG_DFL


class _NoPlugins(ModuleType):
    """Stands in for pydantic's search for plugins, which reads the metadata of every installed package.

    Plugins could only change what a case may say. Where pydantic has no such module, nothing happens.
    """

    @staticmethod
    def get_plugins() -> Iterable[object]:
        """No plugins."""
        return ()


def understand() -> None:
    """Begin again where Python takes file names and arguments for ASCII: no Swedish one could be read or written.

    That is so in the locale C for whoever has turned off UTF-8 (``PYTHONUTF8=0``).
    """
    if os.environ.get("PYTHONUTF8") == "0" and sys.getfilesystemencoding() == "ascii":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - the same command once more


def lean() -> None:
    """Put off what a short process has no use for; to be called by the one that owns the process, once."""
    gc.set_threshold(_NEW_OBJECTS)
    name = "pydantic.plugin._loader"
    sys.modules.setdefault(name, _NoPlugins(name))
    interruption = _Interruption()
    for number, usual in _STOPS.items():
        # Not where somebody has asked that it be let alone, as a shell does for what it starts in the background.
        if signal.getsignal(number) == usual:
            signal.signal(number, interruption)


class _Interruption:
    """Ctrl-C, once: pressed again while the run ends, it would stop what takes care that nothing is left behind.

    The same where another program asks for the end, or the terminal is closed.
    """

    def __init__(self) -> None:
        self._over = 0.0

    def __call__(self, *_: object) -> None:
        now = time.monotonic()
        if now >= self._over:
            self._over = now + _ENDING
            raise KeyboardInterrupt


def end(code: int) -> NoReturn:
    """End the process with an exit code, without looking for cycles in what ends with it anyway.

    Raises:
        SystemExit: always.
    """
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)
    gc.freeze()
    sys.exit(code)
