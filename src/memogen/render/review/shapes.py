"""What a name in a template stands for: text, a list, a record with fields …."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from memogen.artifacts import Blocks, Runs
from memogen.artifacts.catalogue import KINDS, Form, fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.artifacts import Memo
    from memogen.artifacts.catalogue import Field


@dataclass(frozen=True)
class Shape:
    """The form of a value, and the fields of the record or of each record of the list."""

    form: Form
    fields: Mapping[str, Shape] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether a loop goes over it."""
        return self.form in {Form.TEXTS, Form.RECORDS}

    @property
    def is_rich(self) -> bool:
        """Whether it is text with formatting."""
        return self.form in {Form.BLOCKS, Form.RUNS}

    @property
    def item(self) -> Shape:
        """One item of the list."""
        if self.form is Form.TEXTS:
            return TEXT
        return Shape(Form.RECORD, self.fields) if self.form is Form.RECORDS else ANY

    def listed(self) -> Shape:
        """A list of such values."""
        if self.form is Form.RECORD:
            return Shape(Form.RECORDS, self.fields)
        return TEXTS if self.form in {Form.TEXT, Form.NUMBER} else ANY


ANY: Final = Shape(Form.ANY)
TEXT: Final = Shape(Form.TEXT)
TEXTS: Final = Shape(Form.TEXTS)
NUMBER: Final = Shape(Form.NUMBER)
FLAG: Final = Shape(Form.FLAG)


def of_fields(fields: Iterable[Field]) -> dict[str, Shape]:
    """The shapes of the catalogue's fields, by name."""
    return {one.name: Shape(one.form, of_fields(one.fields)) for one in fields}


def of_memo(memo: Memo) -> dict[str, Shape]:
    """The shapes of what a memo has: the catalogue's, and those of its values where they are others."""
    known = of_fields(fields(memo.kind)) if memo.kind in KINDS else {}
    found = {}
    for name, value in memo.fields.items():
        shape = of_value(value)
        expected = known.get(name)
        found[name] = expected if expected is not None and _fits(shape, expected) else shape
    return found


def is_usual(memo: Memo) -> bool:
    """Whether a memo has every field of its kind, each in the catalogue's form."""
    known = of_fields(fields(memo.kind)) if memo.kind in KINDS else {}
    return bool(known) and all(
        name in memo.fields and _fits(of_value(memo.fields[name]), shape) for name, shape in known.items()
    )


def _fits(shape: Shape, expected: Shape) -> bool:
    """Whether a value may have the shape that is expected of it; an empty list fits every list."""
    if shape.form is Form.ANY:
        return True
    return shape.form is expected.form and all(
        name in expected.fields and _fits(inner, expected.fields[name]) for name, inner in shape.fields.items()
    )


def _common(shapes: list[Shape]) -> Shape:
    """The shape that all items of a list have."""
    if not shapes or any(shape.form is not shapes[0].form for shape in shapes):
        return ANY
    merged: dict[str, Shape] = {}
    for shape in shapes:
        for name, inner in shape.fields.items():
            merged[name] = inner if merged.get(name, inner) == inner else ANY
    return Shape(shapes[0].form, merged)


def of_value(value: object) -> Shape:
    """The shape that a value has; an empty list says nothing about its items."""
    if isinstance(value, list):
        return _common([of_value(one) for one in value]).listed()
    if isinstance(value, dict):
        return Shape(Form.RECORD, {name: of_value(inner) for name, inner in value.items()})
    forms: tuple[tuple[type, Shape], ...] = (
        (bool, FLAG),
        (int, NUMBER),
        (str, TEXT),
        (Blocks, Shape(Form.BLOCKS)),
        (Runs, Shape(Form.RUNS)),
    )
    return next((shape for kind, shape in forms if isinstance(value, kind)), ANY)
