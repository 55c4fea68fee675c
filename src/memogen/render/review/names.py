"""Names that are not there: what may have been meant."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from memogen.artifacts.catalogue import KINDS
from memogen.model.nyckel import fold
from memogen.render.faults import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memogen.render.review.shapes import Shape


def unknown(name: str, known: Mapping[str, Shape], loops: Mapping[str, str]) -> tuple[str, str]:
    """Message and advice for a name that is not there; ``loops`` are the loops that are over, by their names."""
    message = f"okänt namn {quoted(name)}"
    if name == "loop":
        return '"loop" finns bara inne i en slinga', "flytta taggen in i slingan"
    if name in loops:
        return f"{quoted(name)} finns bara inne i slingan {quoted(loops[name])}", "flytta taggen in i slingan"
    inner = next((loop for loop, shape in known.items() if name in shape.fields and not shape.is_list), None)
    if inner is not None:
        return message, f'menade du "{inner}.{name}"?'
    if name[:1] in {"p", "r"} and name[1:] in known and known[name[1:]].is_rich:
        return message, f'skriv "{{{{{name[:1]} {name[1:]} }}}}", med mellanslag efter {name[:1]}'
    near = meant(name, known)
    if near:
        return message, f'menade du "{near}"?'
    kinds = [swedish for swedish, fields in KINDS.values() if name in {field.name for field in fields}]
    if kinds:
        return message, f"fältet finns i mallar för {', '.join(kinds)}; ta bort taggen här"
    return message, "rätta namnet, eller ta bort taggen ur mallen; memogen template fields visar alla namn"


def meant(name: str, known: Iterable[str], least: float = 0.6) -> str:
    """The known name that a wrong one is nearest to, at ``least`` so alike; empty where none is near."""
    names = list(known)
    folded = re.sub(r"\W+", "_", fold(name))
    if folded in names:
        return folded
    near = difflib.get_close_matches(folded, names, 1, least)
    return near[0] if near else ""
