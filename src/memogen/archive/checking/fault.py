"""One fault that a check has seen, before it has its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken ``clause``, on a ``page`` (0: in the whole file); ``what`` names the thing at fault."""

    clause: str
    page: int = 0
    what: str = ""
