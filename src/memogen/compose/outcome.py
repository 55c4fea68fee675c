"""What a paragraph says besides a decision: that its ärende utgår, who informs, why it is sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Paragraph, Run
from memogen.compose import head
from memogen.compose.decision import kind, only_tells
from memogen.compose.wording import persons
from memogen.model.sammantrade import Motesparagraf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.diagnostics import FieldPath
    from memogen.model.person import Person
    from memogen.model.protokollsutdrag import Paragraf

_WITHDRAWN = "Ärendet utgår."
_TEXT_HEADINGS = {"information": "Information", "anmalan": "Anmälan"}
_TAKEN_NOTE = {"information": "{} tar del av informationen.", "anmalan": "{} tar del av anmälan."}
_MINORITY = {
    "aterremitteras": ("Minoritetsåterremiss", "återremitteras"),
    "bordlaggs": ("Minoritetsbordläggning", "bordläggs"),
}


def is_withdrawn(paragraf: Paragraf) -> bool:
    """Whether the ärende utgår: nothing of the case behind it is said then."""
    return kind(paragraf) == "utgar"


def headings(paragraf: Paragraf, usual: Mapping[str, str]) -> dict[str, str]:
    """The usual headings, with those that this slag of paragraph has instead."""
    found = dict(usual)
    slag = kind(paragraf)
    found["text"] = _TEXT_HEADINGS.get(slag, found["text"])
    if slag in _MINORITY:
        found["minoritet"] = _MINORITY[slag][0]
    return found


def said(draft: Draft, paragraf: Paragraf, organ: str) -> dict[str, tuple[Block, ...]]:
    """The sections that a meeting's paragraph has besides those of every paragraph."""
    if not isinstance(paragraf, Motesparagraf):
        return {}
    texts = {"text": _text(draft, paragraf, organ), "minoritet": _minority(draft, paragraf)}
    if paragraf.foredragande and not _informs(paragraf):
        rows = [head.with_title(person) for person in paragraf.foredragande]
        texts["foredragande"] = tuple(_line(draft, row, ("foredragande", n)) for n, row in enumerate(rows))
    if paragraf.motivering and (paragraf.beslut or paragraf.typ not in _MINORITY):
        texts["motivering"] = draft.markdown(paragraf.motivering, ("motivering",), "motivering")
    return texts


def _informs(paragraf: Motesparagraf) -> bool:
    """Whether the paragraph says by itself who informs."""
    return paragraf.typ in _TAKEN_NOTE and bool(paragraf.foredragande) and not _has_text(paragraf)


def _has_text(paragraf: Motesparagraf) -> bool:
    return any(paragraf.avsnitt.get(name) for name in ("text", "arendet", "sammanfattning"))


def _text(draft: Draft, paragraf: Motesparagraf, organ: str) -> tuple[Block, ...]:
    if paragraf.typ == "utgar":
        return (_line(draft, _WITHDRAWN, ("typ",)),)
    if _informs(paragraf):
        matter = "anmäler ärendet" if paragraf.typ == "anmalan" else "informerar om ärendet"
        return (_line(draft, f"{_presenting(paragraf.foredragande)} {matter}.", ("foredragande",)),)
    decides = paragraf.beslut or (paragraf.arende and not only_tells(draft, paragraf, organ))
    if paragraf.typ in _TAKEN_NOTE and not (decides or _has_text(paragraf)):
        return (_line(draft, _TAKEN_NOTE[paragraf.typ].format(draft.organs.at_start(organ)), ("typ",)),)
    return ()


def _minority(draft: Draft, paragraf: Motesparagraf) -> tuple[Block, ...]:
    if not paragraf.minoritet:
        return ()
    who, path = persons(paragraf.minoritet), ("minoritet",)
    if paragraf.typ not in _MINORITY:
        return (_line(draft, f"{who} begär att ärendet återremitteras.", path),)
    verb = _MINORITY[paragraf.typ][1]
    asks = f"{who}, minst en tredjedel av de närvarande ledamöterna, begär att ärendet {verb}."
    return (_line(draft, asks, path), _line(draft, f"Ärendet {verb} därmed enligt 5 kap. 50 § kommunallagen.", path))


def _presenting(people: Sequence[Person]) -> str:
    """``Ida Ek, jurist, och Per Ro``: a title stands between commas."""
    said = ""
    for left, person in reversed(tuple(enumerate(reversed(people)))):
        comma = "" if not said or said.endswith(",") else ","
        between = "" if not said else f"{comma} " if left else " och "
        said += f"{between}{head.with_title(person)}" + ("," if person.titel else "")
    return said


def _line(draft: Draft, text: str, path: FieldPath) -> Paragraph:
    return Paragraph((Run(draft.line(text, path, str(path[0]))),))
