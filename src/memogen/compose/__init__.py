"""Say every word that a document will say: lead-ins, punctuation, dates, derived lists; Markdown to blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memogen.compose import protokollsutdrag, remiss, styrdokument, tjansteskrivelse
from memogen.compose.context import Context
from memogen.compose.draft import Draft
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.styrdokument import Styrdokument

if TYPE_CHECKING:
    from memogen.artifacts import Memo
    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund

__all__ = ["Context", "memo"]


def memo(document: Grund, context: Context) -> tuple[Memo, tuple[Remark, ...]]:
    """Every word of one document, and the remarks about its running text.

    Takes an Arende, a Styrdokument, a Remiss or a Protokollsutdrag; another kind is a TypeError. The memo is
    whole also where there are remarks: whoever prints decides whether they stop it.
    """
    draft = Draft(context, context.picture_file)
    match document:
        case Arende():
            result = tjansteskrivelse.compose(draft, document)
        case Styrdokument():
            result = styrdokument.compose(draft, document)
        case Remiss():
            result = remiss.compose(draft, document)
        case Protokollsutdrag():
            result = protokollsutdrag.compose(draft, document)
        case _:
            kind = type(document).__name__
            raise TypeError(kind)
    return replace(result, traces=tuple(draft.traces)), tuple(draft.remarks)
