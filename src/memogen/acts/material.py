"""The Word documents of an act, and whether anything of what it is made from has changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from memogen import filing, pipeline, render
from memogen.acts.facts import MAIN, facts_of
from memogen.files import file_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from memogen.artifacts import Memo
    from memogen.artifacts.act import Facts
    from memogen.diagnostics import Remark
    from memogen.model.protokollsutdrag import Paragraf
    from memogen.setting import Checked, Reading

_SHORT = 12
"""Characters of a fingerprint that tell one version of a template from another."""


@dataclass(frozen=True)
class Written:
    """One document as Word: its name below the act without ending, and what was remarked while it was poured."""

    memo: Memo
    name: str
    docx: bytes
    facts: Facts
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def shown(self) -> render.Printed:
        """What every printout of it shows."""
        return render.printed(self.docx)


def written(checked: Checked, reading: Reading) -> tuple[Written, ...]:
    """Every document of the file as Word.

    Raises:
        Rejected: a template is wrong.
    """
    paragrafer = iter(getattr(checked.document, "paragrafer", ()))
    return tuple(
        _written(memo, checked, reading, next(paragrafer, None) if memo.kind == "protokollsutdrag" else None)
        for memo in checked.memos
    )


def main(documents: tuple[Written, ...]) -> Written:
    """The document that the others of the same file belong to; of most files it is the only one."""
    return next((one for one in documents if one.memo.kind == MAIN), documents[0])


def _written(memo: Memo, checked: Checked, reading: Reading, paragraf: Paragraf | None) -> Written:
    assert checked.document is not None  # noqa: S101 - a memo always has a document
    profil = reading.setting.profil
    slot = filing.slot(checked.document, memo, reading.owner.stem, profil)
    return poured(memo, slot.name, facts_of(checked.document, memo, profil, paragraf), reading)


def poured(memo: Memo, name: str, facts: Facts, reading: Reading) -> Written:
    """One document as Word; its facts tell the version of the template too.

    Raises:
        Rejected: the template is wrong.
    """
    template = pipeline.template(memo.kind, reading)
    rendered = render.docx(memo, template)
    facts = replace(facts, titel=memo.title, mall=(file_fingerprint(template) or "")[:_SHORT])
    return Written(memo, name, rendered.data, facts, rendered.remarks)


def fingerprint(documents: Iterable[Written], sources: Iterable[tuple[Path, str | None]], choices: str) -> str:
    """SHA-256 of what an act is made from: the words and their layout, every file that it holds, and how it is made.

    Each of the files comes with its own SHA-256.
    """
    digest = hashlib.sha256(choices.encode())
    for document in documents:
        # Not the version of memogen: a new one is no reason to file everything once more.
        facts = replace(document.facts, memogen="")
        digest.update(f"\0{document.name}\0{hashlib.sha256(document.docx).hexdigest()}\0{facts}".encode())
    for source, content in sources:
        digest.update(f"\0{source.name}\0{content}".encode(errors="surrogatepass"))
    return digest.hexdigest()
