"""A second net under the review: documents poured on trial, with nothing, one and many of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.artifacts import Blocks, Memo, Paragraph, Run, Runs
from memogen.artifacts.catalogue import Form
from memogen.render.compiled import compiled
from memogen.render.faults import Spot, quoted
from memogen.render.review.finding import Finding, of_fault, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.artifacts import Value
    from memogen.render.review.shapes import Shape

_MANY: Final = 3
_WORD: Final = "Text"
_PLAIN: Final[dict[Form, Value]] = {
    Form.FLAG: True,
    Form.NUMBER: 1,
    Form.RUNS: Runs((Run(_WORD),)),
    Form.BLOCKS: Blocks((Paragraph((Run(_WORD),)),)),
}
_NOTHING: Final[dict[Form, Value]] = {
    Form.FLAG: False,
    Form.NUMBER: 0,
    Form.RUNS: Runs(),
    Form.BLOCKS: Blocks(),
    Form.TEXTS: [],
    Form.RECORDS: [],
}


def tried(data: bytes, kind: str, fields: Mapping[str, Shape]) -> Iterator[Finding]:
    """What goes wrong with some documents: told once a place, with what they have or lack."""
    from memogen.render.pouring import attempted  # noqa: PLC0415 - pouring asks for a review before it pours

    told: set[Spot] = set()
    asked = compiled(data).names & fields.keys()
    for when, values in _trials(fields, asked):
        for fault in attempted(Memo(kind, _WORD, values), data):
            spot = fault.spot or Spot()
            if spot not in told:
                told.add(spot)
                if not when:
                    yield of_fault(fault)
                    continue
                missing = fault.code == "MA03"
                message = f"{quoted(spot.tag)} har inget att visa" if missing else fault.message
                advice = "låt ett villkor vakta taggen: {% if … %}" if missing else fault.advice
                yield warning(fault.code, f"{when}: {message}", advice, spot)


def _trials(fields: Mapping[str, Shape], asked: frozenset[str]) -> Iterator[tuple[str, dict[str, Value]]]:
    """Values for a document, and when a document has such; first one with all of everything."""
    full = {name: _value(shape, _MANY) for name, shape in fields.items()}
    yield "", full
    yield "när varje lista har en enda post", {name: _value(shape, 1) for name, shape in fields.items()}
    for name in sorted(asked):
        yield f"när {quoted(name)} är tomt", full | {name: _nothing(fields[name])}
        for inner, shape in fields[name].fields.items():
            rows: list[Value] = [
                _record(fields[name].fields, _MANY, number) | {inner: _nothing(shape)} for number in range(_MANY)
            ]
            yield f"när {quoted(f'{name}.{inner}')} är tomt", full | {name: rows}
    yield "när ingenting är ifyllt", {name: _nothing(shape) for name, shape in fields.items()}


def _value(shape: Shape, count: int, number: int = 0) -> Value:
    """A value; lists have ``count`` items, and the texts of each ``number`` differ, as those of real records do."""
    if shape.form is Form.TEXTS:
        return [_text(one) for one in range(count)]
    if shape.form is Form.RECORDS:
        return [_record(shape.fields, count, one) for one in range(count)]
    return _PLAIN.get(shape.form, _text(number))


def _record(fields: Mapping[str, Shape], count: int, number: int) -> dict[str, Value]:
    return {name: _value(shape, count, number) for name, shape in fields.items()}


def _text(number: int) -> str:
    return f"{_WORD} {number + 1}" if number else _WORD


def _nothing(shape: Shape) -> Value:
    return _NOTHING.get(shape.form, "")
