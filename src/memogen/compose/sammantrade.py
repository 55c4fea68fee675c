"""Every document of one meeting, made from the same words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memogen.compose import anslagsbevis, attendance, kallelse, paragraf, protokoll, protokollsutdrag
from memogen.compose.draft import Draft

if TYPE_CHECKING:
    from memogen.artifacts import Memo
    from memogen.compose.context import Context
    from memogen.diagnostics import Remark
    from memogen.model.sammantrade import Sammantrade


def compose(context: Context, meeting: Sammantrade) -> tuple[tuple[Memo, ...], tuple[Remark, ...]]:
    """The kallelse, the protokoll, the anslagsbevis, and one protokollsutdrag for every paragraph."""
    first = context.forsta_paragraf
    pairs = said(context, meeting)
    found = [words for words, _ in pairs]
    drafts = {kind: Draft(context, context.picture_file) for kind in ("kallelse", "protokoll", "anslagsbevis")}
    organ = drafts["protokoll"].organs.full_name(meeting.organ)
    whole = protokoll.compose(drafts["protokoll"], meeting, organ, first, found)
    of_paragraphs = [trace for _, draft in pairs for trace in protokoll.traces(draft.traces)]
    memos = [
        _traced(kallelse.compose(drafts["kallelse"], meeting, organ, found), drafts["kallelse"]),
        replace(whole, traces=(*drafts["protokoll"].traces, *of_paragraphs)),
        _traced(anslagsbevis.compose(drafts["anslagsbevis"], meeting, organ, first), drafts["anslagsbevis"]),
    ]
    for words, draft in pairs:
        own = Draft(context, context.picture_file)
        memo = protokollsutdrag.of_words(own, meeting, organ, words)
        memos.append(replace(memo, filed=words.filed, traces=(*own.traces, *draft.traces)))
    remarks = [remark for draft in (*drafts.values(), *(draft for _, draft in pairs)) for remark in draft.remarks]
    return tuple(memos), tuple(dict.fromkeys(remarks))


def said(context: Context, meeting: Sammantrade) -> list[tuple[paragraf.Words, Draft]]:
    """The words of every paragraph in order, and the draft that they were composed on."""
    lead = Draft(context, context.picture_file)
    organ = lead.organs.full_name(meeting.organ)
    seating = attendance.seating(meeting)
    result = []
    for index, (number, one) in enumerate(meeting.numrerade(context.forsta_paragraf)):
        draft = lead.of_paragraph(index, one.arende)
        serving = attendance.stand_ins(meeting, number), attendance.in_the_chairs_place(meeting, number)
        session = paragraf.Session(organ, str(number), *serving, seating)
        result.append((paragraf.words(draft, one, session), draft))
    return result


def _traced(memo: Memo, draft: Draft) -> Memo:
    return replace(memo, traces=tuple(draft.traces))
