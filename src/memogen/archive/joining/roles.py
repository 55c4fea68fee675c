"""Names of structure types: two parts may use one name for two things, and only one can keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name, Object

from memogen.archive.standard_types import STANDARD

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_CHAIN = 20


def said(role_map: Object | None) -> dict[str, str]:
    """The role map of a part as names without their slash; what maps to itself says nothing and is left out."""
    if not isinstance(role_map, Dictionary):
        return {}
    pairs = ((key[1:], str(value)[1:]) for key, value in role_map.items() if isinstance(value, Name))
    return {name: target for name, target in pairs if name != target}


def standard(name: str, roles: Mapping[str, str]) -> str:
    """The standard type that the name stands for in the end."""
    for _ in range(_LONGEST_CHAIN):
        if name not in roles:
            break
        name = roles[name]
    return name


def renamed(own: Mapping[str, str], merged: Mapping[str, str], number: int) -> dict[str, str]:
    """Which names of part ``number`` need another name beside those of the parts before, and which."""
    names = {}
    for name in own:
        taken = name in merged and standard(name, merged) != standard(name, own)
        if taken or name in STANDARD:
            fresh = f"{name}-{number}"
            while fresh in merged or fresh in own:
                fresh += "x"
            names[name] = fresh
    return names
