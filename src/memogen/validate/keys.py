"""What the model's keys are called, where each belongs, and which is meant by one that is not there."""

from __future__ import annotations

import difflib
import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from memogen.model.grund import Grund

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from memogen.diagnostics import FieldPath

_NEAR_ENOUGH = 0.72
_AN_ABBREVIATION = 3
"""``tel`` is telefon, not titel; two letters may begin anything."""
_OTHER_WORDS = {
    "arendemening": "rubrik",
    "arenderubrik": "rubrik",
    "arendenummer": "diarienummer",
    "beslut": "forslag_till_beslut",
    "beslutande": "ledamoter",
    "beslutsforslag": "forslag_till_beslut",
    "beslutande_ledamoter": "ledamoter",
    "dnr": "diarienummer",
    "epost": "e_post",
    "expedieras_till": "beslutet_skickas_till",
    "forslag": "forslag_till_beslut",
    "handlaggande_tjansteman": "handlaggare",
    "kontaktperson": "kontakt",
    "mail": "e_post",
    "mejl": "e_post",
    "mobil": "telefon",
    "justerande": "justerare",
    "namnd": "mottagare",
    "propositionsordning": "beslutsgang",
    "rost": "roster",
    "skickas_till": "beslutet_skickas_till",
    "telefonnummer": "telefon",
    "till": "mottagare",
    "titel": "rubrik",
    "undertecknare": "underskrifter",
    "votering": "omrostningar",
    "voteringar": "omrostningar",
}


def written(name: str, info: Any) -> str:  # noqa: ANN401 - pydantic's FieldInfo, or None
    """The folded key of a field in the file: its alias where Python keeps the word to itself."""
    return getattr(info, "alias", None) or name


@cache
def fields(model: type[Grund]) -> Mapping[str, Any]:
    """The model's fields by folded key, without the ``avsnitt`` that ordinary keys are gathered into."""
    named = ((written(name, info), info) for name, info in model.model_fields.items())
    return {name: info for name, info in named if name != "avsnitt" or not is_open(info)}


def titles(model: type[Grund]) -> dict[str, str]:
    """The keys of a mapping by folded name, in Swedish spelling."""
    return {name: info.title or name for name, info in fields(model).items()}


def inner(annotation: Any) -> Any:  # noqa: ANN401 - a type
    """The type of one value: without None, ``Annotated``, and the list or the mapping around it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return inner(get_args(annotation)[0])
    if origin in {Union, types.UnionType}:
        return inner(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is tuple:
        return inner(get_args(annotation)[0])
    if origin is dict:
        return inner(get_args(annotation)[1])
    return annotation


def is_open(info: Any) -> bool:  # noqa: ANN401 - pydantic's FieldInfo
    """Whether the field is a mapping whose keys are the author's own names."""
    return get_origin(info.annotation) is dict


def choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type
    """The values of an enumeration, folded; nothing for other types."""
    kind = inner(annotation)
    return get_args(kind) if get_origin(kind) is Literal else ()


def submodel(info: Any) -> type[Grund] | None:  # noqa: ANN401 - pydantic's FieldInfo
    """The model of a field's mappings, where it has one."""
    kind = inner(info.annotation)
    return kind if isinstance(kind, type) and issubclass(kind, Grund) else None


@cache
def submodels(model: type[Grund]) -> Mapping[str, type[Grund]]:
    """The models of the fields that have one, by folded key."""
    found = ((name, submodel(info)) for name, info in fields(model).items())
    return {name: deeper for name, deeper in found if deeper is not None}


def has(node: Any, step: str | int) -> bool:  # noqa: ANN401 - a tree of plain values
    """Whether a mapping has the key or a list the position."""
    if isinstance(node, list):
        return isinstance(step, int) and step < len(node)
    return isinstance(node, dict) and step in node


def model_at(model: type[Grund], path: FieldPath) -> type[Grund] | None:
    """The model of the mapping at a path; None where the path leads to something else."""
    current: type[Grund] | None = model
    for step in path:
        if current is not None and isinstance(step, str) and step in fields(current):
            current = submodel(fields(current)[step])
    return current


def info_at(model: type[Grund], path: FieldPath) -> Any:  # noqa: ANN401 - pydantic's FieldInfo, or None
    """The field that a path leads to."""
    names = [position for position, step in enumerate(path) if isinstance(step, str)]
    for last in reversed(names):
        holder = model_at(model, path[:last])
        if holder is not None and path[last] in fields(holder):
            return fields(holder)[str(path[last])]
    return None


def levels(model: type[Grund], under: str = "", seen: tuple[type[Grund], ...] = ()) -> Iterator[tuple[str, str]]:
    """Every key of a kind of file with the key that it stands under (``""``: at the top)."""
    for name, info in fields(model).items():
        yield name, under
        deeper = submodel(info)
        if deeper is not None and deeper not in seen:
            yield from levels(deeper, info.title or name, (*seen, model))


def has_sections(model: type[Grund] | None) -> bool:
    """Whether sections of running text are ordinary keys among the model's own."""
    info = model.model_fields.get("avsnitt") if model is not None else None
    return info is not None and is_open(info)


def written_path(path: FieldPath) -> FieldPath:
    """The path as the file has it: sections are keys among the others, not of an ``avsnitt`` that holds them."""
    gathered = (n for n, step in enumerate(path) if step == "avsnitt" and (n == 0 or isinstance(path[n - 1], int)))
    at = next(gathered, len(path))
    return (*path[:at], *path[at + 1 :])


def belongs(model: type[Grund], key: str, sections: Mapping[str, str]) -> tuple[str, ...]:
    """The titles of the keys that ``key`` may stand under; ``""`` is the top of the file."""
    found = dict.fromkeys(under for name, under in levels(model) if name == key)
    if key in sections:
        homes = (info.title or name for name, info in fields(model).items() if has_sections(submodel(info)))
        found["" if has_sections(model) else next(homes, "")] = None
    return tuple(found)


def nearest(key: str, known: Collection[str]) -> str:
    """The known key that was most likely meant; empty when none is near."""
    other = _OTHER_WORDS.get(key, "")
    if other in known:
        return other
    cut_short = [name for name in known if len(key) >= _AN_ABBREVIATION and name.startswith(key)]
    if len(cut_short) == 1:
        return cut_short[0]
    return next(iter(difflib.get_close_matches(key, known, n=1, cutoff=_NEAR_ENOUGH)), "")


_SPELLED = {
    "andring": "ändring",
    "anmalan": "anmälan",
    "arende": "ärende",
    "aterremiss": "återremiss",
    "aterremitteras": "återremitteras",
    "bordlaggning": "bordläggning",
    "bordlaggs": "bordläggs",
    "forvaltningsbesvar": "förvaltningsbesvär",
    "kan_inte_overklagas": "kan inte överklagas",
    "laglighetsprovning": "laglighetsprövning",
    "tillagg": "tillägg",
    "utgar": "utgår",
    "vagledning": "vägledning",
    "vid_flera": "vid flera",
}


def spelled(value: str) -> str:
    """A value of an enumeration as people write it."""
    return _SPELLED.get(value, value)
