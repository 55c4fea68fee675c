"""Templates by their files: read, compiled and reviewed once, as long as nobody changes them."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from memogen.files import Stamp
from memogen.render import compiled, package
from memogen.render.faults import TemplateFault, quoted

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.artifacts import Memo
    from memogen.render.compiled import CompiledTemplate

_REMEMBERED: Final = 16


def reviewed(memo: Memo, template: Path) -> CompiledTemplate:
    """The template compiled, and found to be sound for documents of the memo's kind.

    Raises:
        TemplateFault: MA01, when the file cannot be read.
        TemplateFaults: everything else that is wrong with it.
        Rejected: everything that its review found, when it is the first document of the kind.
    """
    ready = _compiled(template)
    if memo.kind not in ready.reviewed:
        _review(memo, ready, template)
    return ready


def forget() -> None:
    """Forget the templates of this process: the next document is made as a new process makes it."""
    _of_file.cache_clear()
    compiled.forget()


def _compiled(template: Path) -> CompiledTemplate:
    try:
        stamp = Stamp.of(template)
    except OSError as error:
        raise _unreadable(template) from error
    return _of_file(template, stamp) if stamp.settled else compiled.compiled(_content(template))


@lru_cache(maxsize=_REMEMBERED)
def _of_file(template: Path, _stamp: Stamp) -> CompiledTemplate:
    return compiled.compiled(_content(template))


def _content(template: Path) -> bytes:
    try:
        with template.open("rb", buffering=0) as stream:
            # No more than one byte too many is read, whatever stands in the place of a file.
            content: bytes = stream.read(min(os.fstat(stream.fileno()).st_size, package.MAX_FILE) + 1)
            return content
    except OSError as error:
        raise _unreadable(template) from error


def _unreadable(template: Path) -> TemplateFault:
    message = f"mallen {quoted(template.name)} kan inte läsas"
    return TemplateFault("MA01", message, "se efter att filen finns och får läsas")


def _review(memo: Memo, ready: CompiledTemplate, template: Path) -> None:
    """Review the template before its first document of a kind, unless an earlier run has done so."""
    from memogen.render.review import known  # noqa: PLC0415 - all documents but the first go without it

    data = _content(template)
    if not known.is_known(data, memo.kind):
        from memogen.render.review.walking import refuse  # noqa: PLC0415 - as above

        if refuse(memo, ready, template):
            known.remember(data, memo.kind)
    ready.reviewed.add(memo.kind)
