"""JSON Schema of each kind of file, for completion and checking in an editor.

An editor reads YAML with YAML's own types, so a date or a number may stand wherever memogen reads text.
What only memogen knows (the profile's sections, the fold of a key) is left open rather than guessed.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, get_args, get_origin

from memogen.model.beslut import Beslutsblock, Punkt
from memogen.model.bilaga import Bilaga, Konsekvenser, Relaterat, Sekretess
from memogen.model.grund import Grund
from memogen.model.nyckel import fold
from memogen.model.person import Person
from memogen.model.profil import AvsnittVal, Ingress, Profil
from memogen.model.protokollsutdrag import Inlagg, Sida
from memogen.model.sammantrade import Tid
from memogen.validate.keys import choices, fields, inner, is_open, spelled, submodel
from memogen.validate.kind import KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS = ["string", "number", "boolean", "null"]
_ALSO_TEXT = (Person, Punkt, Bilaga, Relaterat, Sekretess, AvsnittVal, Ingress, Inlagg, Tid)
"""Records that may be written as one text."""


def kinds() -> tuple[str, ...]:
    """The kinds of file that have a schema, as people write them."""
    return (*(kind.title for kind in KINDS.values()), "profil")


def schema(kind: str) -> Schema:
    """The JSON Schema (draft 2020-12) of a kind of file, texts and property names in Swedish.

    Raises:
        KeyError: there is no such kind.
    """
    if fold(kind) == "profil":
        return {"$schema": _DIALECT, "title": "memogen: profil", **_record(Profil, {}, {})}
    chosen = KINDS[fold(kind)]
    return {"$schema": _DIALECT, "title": f"memogen: {chosen.title}", **_document(chosen)}


def _document(kind: Kind) -> Schema:
    sections = {title: _described(_text(), "Löptext i Markdown") for title in kind.sections().values()}
    instead: dict[str, Schema] = {"typ": {"const": kind.title, "description": "Slag av fil"}}
    if kind.record is not None:
        instead[kind.within] = _one_or_more(_sectioned(_record(kind.record, {}, sections)))
        made = _record(kind.model, instead, {})
    else:
        made = _record(kind.model, instead, sections)
        made = _sectioned(made) if kind.known else made
    if kind.name != "arende":
        made["required"] = ["typ", *made["required"]]
    return made


def _sectioned(record: Schema) -> Schema:
    """The profile may name further sections, which this schema cannot know."""
    return {**record, "additionalProperties": {"type": _SCALARS}}


def _record(model: type[Grund], instead: Mapping[str, Schema], more: Mapping[str, Schema]) -> Schema:
    """A mapping with the model's keys; ``instead`` replaces some of them, ``more`` adds others."""
    properties: dict[str, Schema] = {}
    required = []
    for name, info in fields(model).items():
        title = info.title or name
        properties[title] = instead.get(name) or _described(_field(info), info.description, info.examples)
        if info.is_required():
            required.append(title)
    properties |= {title: made for title, made in more.items() if title not in properties}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _described(made: Schema, description: str | None, examples: list[Any] | None = None) -> Schema:
    told = {"description": description, "examples": examples}
    return {**made, **{key: value for key, value in told.items() if value}}


def _field(info: Any) -> Schema:  # noqa: ANN401 - pydantic's FieldInfo
    if is_open(info):
        return {"type": ["object", "null"], "additionalProperties": _one(info.annotation)}
    if submodel(info) is Beslutsblock:
        return _one_or_more({"anyOf": [_text(), _value(Punkt), _value(Beslutsblock)]})
    if _is_list(info.annotation) and inner(info.annotation) is int:
        return _one_or_more(_text())
    return _one_or_more(_one(info.annotation)) if _is_list(info.annotation) else _one(info.annotation)


def _is_list(annotation: Any) -> bool:  # noqa: ANN401 - a type
    if get_origin(annotation) is tuple:
        return True
    return any(_is_list(part) for part in get_args(annotation) if get_origin(annotation) is not dict)


def _one(annotation: Any) -> Schema:  # noqa: ANN401 - a type
    words = choices(annotation)
    if words:
        return _choice(words)
    kind = inner(annotation)
    if isinstance(kind, type) and issubclass(kind, Grund):
        return _value(kind)
    if kind is bool:
        return {"enum": ["ja", "nej", True, False, None]}
    if kind is int:
        return {"type": ["integer", "null"], "minimum": 0}
    return {"type": ["string", "null"], "format": "date"} if kind is dt.date else _text()


def _choice(words: tuple[str, ...]) -> Schema:
    """The words as people write them; an editor may read ``ja`` and ``nej`` as truth values."""
    truths = [True, False] if {"ja", "nej"} & set(words) else []
    return {"enum": [*map(spelled, words), *truths, None]}


def _value(model: type[Grund]) -> Schema:
    """A record, in its long form or its short one."""
    record = _record(model, {}, {})
    if model is Konsekvenser:
        record["properties"] = dict.fromkeys(record["properties"], _perspective())
    shorter = [_text()] if issubclass(model, _ALSO_TEXT) else []
    if model is Sida:
        shorter = [{"type": "array", "items": _value(Person)}]
    return {"anyOf": [record, *shorter]} if shorter else {**record, "type": ["object", "null"]}


def _perspective() -> Schema:
    reason = {"ej relevant": _described(_text(), "Varför perspektivet inte berörs")}
    waived = {"type": "object", "properties": reason, "required": ["ej relevant"], "additionalProperties": False}
    return {"anyOf": [_text(), waived]}


def _text() -> Schema:
    return {"type": _SCALARS}


def _one_or_more(one: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": one}, one]}
