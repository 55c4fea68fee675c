"""Colours keep the meaning that each part's own output intent gave them, under the one intent of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Stream

from memogen.archive.joining import carrying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.archive.joining.carrying import Carried

_DEFAULT = {1: Name.DefaultGray, 3: Name.DefaultRGB, 4: Name.DefaultCMYK}


def intent(parts: Sequence[Carried]) -> Array | None:
    """The output intent of the first part that has one. Parts with another profile draw with their own from now on."""
    own = [(carried, found) for carried in parts if (found := _intent(carried)) is not None]
    if not own:
        return None
    chosen = own[0][1]
    for carried, other in own[1:]:
        if other.DestOutputProfile.read_bytes() != chosen.DestOutputProfile.read_bytes():
            _calibrate(carried, other.DestOutputProfile)
    return Array([chosen])


def _intent(carried: Carried) -> Dictionary | None:
    listed = carried.catalog.get(Name.OutputIntents)
    for each in listed if isinstance(listed, Array) else ():
        if isinstance(each, Dictionary) and isinstance(each.get(Name.DestOutputProfile), Stream):
            return each
    return None


def _calibrate(carried: Carried, profile: Any) -> None:  # noqa: ANN401 - a stream, as its finder has seen
    key = _DEFAULT.get(profile.get(Name.N, 0))
    if key is None:
        return
    for thing in carrying.drawn(carried.pages):
        if Name.Resources not in thing:
            continue
        spaces = thing.Resources.get(Name.ColorSpace)
        if not isinstance(spaces, Dictionary):
            spaces = thing.Resources.ColorSpace = Dictionary()
        if key not in spaces:
            spaces[key] = Array([Name.ICCBased, profile])
