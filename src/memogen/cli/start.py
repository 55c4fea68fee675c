"""What a process of memogen does without, so that a command answers at once."""

from __future__ import annotations

import codecs
import gc
import io
import sys
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW_OBJECTS = 200_000
"""How many objects may be made before Python looks for cycles among them: a check makes a third as many."""


class _NoPlugins(ModuleType):
    """Stands in for pydantic's search for plugins, which reads the metadata of every installed package.

    Plugins could only change what a case may say. Where pydantic has no such module, nothing happens.
    """

    @staticmethod
    def get_plugins() -> Iterable[object]:
        """No plugins."""
        return ()


def lean() -> None:
    """Put off what a short process has no use for; to be called by the one that owns the process, once."""
    gc.set_threshold(_NEW_OBJECTS)
    name = "pydantic.plugin._loader"
    sys.modules.setdefault(name, _NoPlugins(name))


def outspoken() -> None:
    """Let stdout take every name that the disk has, and a ``?`` for a sign that its encoding lacks.

    Python would end the command for either.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        is_utf_8 = codecs.lookup(sys.stdout.encoding).name == "utf-8"
        sys.stdout.reconfigure(errors="surrogateescape" if is_utf_8 else "replace")


def end(code: int) -> NoReturn:
    """End the process with an exit code, without looking for cycles in what ends with it anyway.

    Raises:
        SystemExit: always.
    """
    gc.freeze()
    sys.exit(code)
