"""Say every word that a document will say: lead-ins, punctuation, dates, derived lists; Markdown to blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memogen.compose import remiss, styrdokument, tjansteskrivelse
from memogen.compose.context import CaseBehind, Context
from memogen.compose.draft import Draft
from memogen.model.arende import Arende
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.sammantrade import Sammantrade
from memogen.model.styrdokument import Styrdokument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.artifacts import Memo, Registerrad
    from memogen.artifacts.act import Contents
    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund

__all__ = ["CaseBehind", "Context", "innehall", "memo", "memos", "register", "register_rows"]


def memos(document: Grund, context: Context) -> tuple[tuple[Memo, ...], tuple[Remark, ...]]:
    """Every document that one file makes, and the remarks about its running text.

    A Sammantrade makes a kallelse, a protokoll, an anslagsbevis, and one protokollsutdrag for every paragraph;
    ``filed`` says where each utdrag goes. The other kinds make one document each.
    """
    if isinstance(document, Sammantrade):
        from memogen.compose import sammantrade  # noqa: PLC0415 - a case need not wait for the words of meetings

        return sammantrade.compose(context, document)
    one, remarks = memo(document, context)
    return (one,), remarks


def register_rows(document: Sammantrade, context: Context) -> tuple[Registerrad, ...]:
    """What the organ's register holds of one meeting: one line a paragraph, in order."""
    from memogen.compose import year_register  # noqa: PLC0415 - a case need not wait for the words of meetings

    return year_register.rows(document, context)


def register(lines: Iterable[Registerrad], organ: str, context: Context) -> Memo:
    """The register of an organ's year as a document, from the lines of all its meetings."""
    from memogen.compose import year_register  # noqa: PLC0415 - a case need not wait for the words of meetings

    return year_register.compose(lines, organ, context)


def innehall(contents: Contents, context: Context) -> Memo:
    """The list of what an act in the archive holds, as a document."""
    from memogen.compose.contents import compose  # noqa: PLC0415 - only an archive copy has one

    return compose(contents, context)


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
            from memogen.compose import protokollsutdrag  # noqa: PLC0415 - a case need not wait for the words of meetings

            result = protokollsutdrag.compose(draft, document)
        case _:
            kind = type(document).__name__
            raise TypeError(kind)
    return replace(result, traces=tuple(draft.traces)), tuple(draft.remarks)
