"""Layers (optional content) of all parts under one configuration, as PDF/A wants it (ISO 19005-2, 6.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.archive.joining.carrying import Carried

_ALL_NAMED_IN_ORDER = (Name.Order, Name.OFF, Name.Locked, Name.RBGroups)


def layers(parts: Sequence[Carried]) -> Dictionary | None:
    """The layers of the act, shown and hidden as each part has them; None where no part has any."""
    groups = Array()
    lists: dict[str, Array] = {str(key): Array() for key in _ALL_NAMED_IN_ORDER}
    for carried in parts:
        properties = carried.catalog.get(Name.OCProperties)
        if not isinstance(properties, Dictionary):
            continue
        own = _listed(properties.get(Name.OCGs))
        setting = properties.get(Name.D)
        setting = setting if isinstance(setting, Dictionary) else Dictionary()
        groups.extend(own)
        lists["/Order"].extend(_listed(setting.get(Name.Order)) or own)
        lists["/OFF"].extend(_hidden(own, setting))
        for key in ("/Locked", "/RBGroups"):
            lists[key].extend(_listed(setting.get(key)))
    if not len(groups):
        return None
    shown = Dictionary({key: value for key, value in lists.items() if len(value)})
    shown.Name = "Lager"
    return Dictionary(OCGs=groups, D=shown)


def _hidden(own: list[Any], setting: Dictionary) -> list[Any]:
    if setting.get(Name.BaseState) != Name.OFF:
        return _listed(setting.get(Name.OFF))
    shown = {group.objgen for group in _listed(setting.get(Name.ON))}
    return [group for group in own if group.objgen not in shown]


def _listed(groups: Object | None) -> list[Any]:
    return list(groups) if isinstance(groups, Array) else []
