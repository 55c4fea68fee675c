"""A meeting in parts, for the rules that look at one paragraph at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.model.protokollsutdrag import Paragraf, Protokollsutdrag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.diagnostics import FieldPath, Remark
    from memogen.model.grund import Grund
    from memogen.model.sammantrade import Motesparagraf, Sammantrade
    from memogen.rules.grund import Context


class Stycke(Protokollsutdrag):
    """A paragraph of a meeting, as the protokollsutdrag that it may become."""

    slag: str = "beslut"

    @property
    def beslutar(self) -> bool:
        """Whether the paragraph is one that something is decided in."""
        return self.slag in {"beslut", "val"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a meeting, what its rules may look at, and where it stands in the meeting."""

    document: Grund
    context: Context
    path: FieldPath = ()

    def in_the_meeting(self, remarks: Iterable[Remark]) -> Iterator[Remark]:
        """The remarks with their way from the top of the meeting's file; the meeting's organ is remarked on once."""
        for remark in remarks:
            if not self.path:
                yield remark
            elif remark.path != ("organ",):
                # A paragraph has the meeting's day: what does not fit it is the case.
                inside = ("arende",) if remark.path == ("datum",) else remark.path
                yield remark._replace(path=(*self.path, *inside))


def parts(meeting: Sammantrade, context: Context) -> tuple[Part, ...]:
    """The meeting without its paragraphs, and each paragraph with the case behind it."""
    alone = context._replace(stem="", arende=None)
    found = [Part(meeting.model_copy(update={"paragrafer": ()}), alone)]
    forsta = meeting.forsta_paragraf if meeting.forsta_paragraf is not None else context.forsta_paragraf
    for number, paragraf in meeting.numrerade(forsta):
        behind = alone._replace(arende=context.arenden.get(paragraf.arende or ""))
        path = ("paragrafer", number - forsta)
        found.append(Part(_stycke(meeting, paragraf, number), behind, path))
    return tuple(found)


def _stycke(meeting: Sammantrade, paragraf: Motesparagraf, number: int) -> Stycke:
    """Already held against the model: the values are taken over as they are."""
    own = {name: getattr(paragraf, name) for name in Paragraf.model_fields}
    return Stycke.model_construct(
        **own, slag=paragraf.typ, organ=meeting.organ, datum=meeting.datum, paragraf=str(number)
    )
