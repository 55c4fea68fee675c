"""What a field of a template is: its form, and how the forms are told apart."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Form(Enum):
    """What kind of value a field has. The values are what people call them."""

    TEXT = "text"
    FLAG = "ja eller nej"
    NUMBER = "tal"
    RUNS = "löptext"
    BLOCKS = "stycken"
    TEXTS = "lista av rader"
    RECORDS = "lista av poster"
    RECORD = "post"
    ANY = "okänt"


class Field(NamedTuple):
    """One field that a template may ask for. ``fields`` are those of each item, where it is a list of records."""

    name: str
    form: Form
    meaning: str
    example: str = ""
    fields: tuple[Field, ...] = ()


def text(name: str, meaning: str, example: str = "") -> Field:
    """A field of plain text."""
    return Field(name, Form.TEXT, meaning, example)


def texts(name: str, meaning: str, example: str = "") -> Field:
    """A list of lines."""
    return Field(name, Form.TEXTS, meaning, example)


def blocks(name: str, meaning: str, example: str = "Taxan har varit densamma sedan 2019.") -> Field:
    """Whole paragraphs."""
    return Field(name, Form.BLOCKS, meaning, example)


def records(name: str, meaning: str, *fields: Field) -> Field:
    """A list whose items have fields of their own."""
    return Field(name, Form.RECORDS, meaning, "", fields)


def section(key: str, heading: str) -> tuple[Field, Field]:
    """A section under its own name: its text, and its heading."""
    return (
        blocks(key, f"avsnittet ”{heading}”, tomt när det inte finns"),
        text(f"{key}_rubrik", f"rubriken till ”{heading}”, som profilen kallar det", heading),
    )
