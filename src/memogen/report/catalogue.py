"""The fields that templates may ask for: as a table for people, and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memogen.artifacts.catalogue import KINDS, Form, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memogen.artifacts.catalogue import Field


def field_table(catalogue: Mapping[str, Sequence[Field]]) -> str:
    """The fields of each kind, one a line: name, type, meaning and example; those of a list's records are indented."""
    return "\n\n".join(_of_kind(kind, fields) for kind, fields in catalogue.items())


def _of_kind(kind: str, fields: Sequence[Field]) -> str:
    rows = [("FÄLT", "SLAG", "BETYDELSE", "EXEMPEL"), *_rows(fields)]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {_meaning(row)}".rstrip() for row in rows]
    return "\n".join([f"Mall för {KINDS[kind][0]} ({kind}.docx)", *lines])


def _meaning(row: tuple[str, str, str, str]) -> str:
    return f"{row[2]}  [{row[3]}]" if row[3] else row[2]


def _rows(fields: Sequence[Field], depth: int = 0) -> Iterator[tuple[str, str, str, str]]:
    for field in fields:
        name = f"{'  ' * depth}{'.' if depth else ''}{field.name}"
        yield name, field.form.value, field.meaning, field.example
        yield from _rows(field.fields, depth + 1)


def field_data(catalogue: Mapping[str, Sequence[Field]]) -> list[dict[str, Any]]:
    """The same as plain objects: ``[{kind, title, fields: [{name, type, meaning, example, tag, fields}]}]``."""
    return [
        {"kind": kind, "title": KINDS[kind][0], "fields": [_object(field) for field in fields]}
        for kind, fields in catalogue.items()
    ]


def _object(field: Field, owner: str = "") -> dict[str, Any]:
    inner = "del" if owner else "post"
    found: dict[str, Any] = {
        "name": field.name,
        "type": field.form.value,
        "meaning": field.meaning,
        "example": field.example,
        "tag": "\n".join(written(field, owner)),
    }
    if field.form is Form.RECORDS:
        found["fields"] = [_object(one, inner) for one in field.fields]
    return found
