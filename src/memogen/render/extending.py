"""Parts of a template that a document adds to at their end: relationships, kinds of content, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from memogen.render import package

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MARK: Final = "\ufdd0"


class _Cut(NamedTuple):
    """A part, and its text before and after the place where more can be added."""

    content: bytes | None
    head: bytes
    tail: bytes


class Extending:
    """The parts of one template, each cut open the first time that a document adds to it."""

    def __init__(self) -> None:
        self._cuts: dict[str, _Cut] = {}

    def extended(self, members: Mapping[str, bytes], name: str, elements: Iterable[str], empty: str) -> bytes:
        """The member with ``elements`` last in its root; ``empty`` is the part where there was none."""
        content = members.get(name)
        cut = self._cuts.get(name)
        if cut is None or cut.content is not content:
            cut = self._cuts[name] = _Cut(content, *_opened(empty.encode() if content is None else content))
        return b"".join((cut.head, "".join(elements).encode(), cut.tail))


def _opened(content: bytes) -> tuple[bytes, bytes]:
    root = package.parse(content)
    if len(root):
        root[-1].tail = _MARK
    else:
        root.text = _MARK
    head, _, tail = package.serialised(root).partition(_MARK.encode())
    return head, tail
