"""Hold values against a model: every fault a remark, and the best document that the rest makes."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from memogen.model.grund import Grund
from memogen.model.nyckel import fold
from memogen.validate.keys import (
    choices,
    fields,
    has,
    has_sections,
    info_at,
    inner,
    is_open,
    model_at,
    submodel,
    submodels,
)
from memogen.validate.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from memogen.artifacts import CaseFile, Plain
    from memogen.diagnostics import FieldPath, Remark

_Model = TypeVar("_Model", bound=Grund)
_MAX_PASSES = 8
_LAST_STAND_IN = 4
_NEVER = "9000-12-31"
_STAND_IN_DAY = re.compile(r"\b(?:9000|(?:19|20)\d\d)-12-31\b")
_ABSENT = object()


def shaped(
    model: type[_Model], values: dict[str, Plain], sections: Mapping[str, str], source: CaseFile
) -> tuple[_Model | None, list[Remark]]:
    """The document and the remarks on its shape.

    What is faulty is left out, or gets a stand-in of the right type, so that the rules can look at the rest
    in the same run. None only where something required cannot be stood in for.
    """
    given: dict[str, Any] = without_empty(values, model)
    remarks: list[Remark] | None = None
    for turn in range(1, _MAX_PASSES):
        try:
            return model.model_validate(given), remarks or []
        except ValidationError as error:
            faults = error.errors(include_url=False)
        faults = [fault for fault in faults if not _folded_choice(model, given, fault)]
        if remarks is None:
            wording = Wording(model, sections, values, source)
            remarks = wording.remarks(faults)
            for wrong, meant in wording.meant.items():
                _rename(model, given, wrong, meant, sections)
            mended = wording.meant.keys() | {(*wrong[:-1], meant) for wrong, meant in wording.meant.items()}
            faults = [fault for fault in faults if fault["loc"] not in mended]
        for fault in reversed(faults):
            _repair(model, given, fault, turn)
    return None, remarks or []


def speaks_of_a_stand_in(message: str, text: str) -> bool:
    """Whether the message names a day that stands in for a faulty or missing one and that the file does not have."""
    return any(day[0] not in text for day in _STAND_IN_DAY.finditer(message))


def without_empty(value: Any, model: type[Grund] | None) -> Any:  # noqa: ANN401 - a tree of plain values
    """A known key without a value counts as not there; an empty list item stays and is refused.

    A name in a mapping of records (an organ, say) may stand alone: it is a record with nothing said.
    """
    if isinstance(value, list):
        return [without_empty(item, model) for item in value]
    if not isinstance(value, dict):
        return value
    known = fields(model) if model is not None else {}
    below = submodels(model) if model is not None else {}
    kept: dict[str, Any] = {}
    for key, said in value.items():
        if _is_empty(said):
            if model is not None and key not in known and key != "avsnitt":
                kept[key] = None
        elif isinstance(said, dict) and key in below and is_open(known[key]):
            kept[key] = {name: without_empty(record or {}, below[key]) for name, record in said.items()}
        else:
            kept[key] = without_empty(said, below.get(key))
    return kept


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _folded_choice(model: type[Grund], given: dict[str, Any], fault: ErrorDetails) -> bool:
    """Put the folded word where an enumeration wants it; false when it is none of its words."""
    if fault["type"] != "literal_error" or not isinstance(fault["input"], str):
        return False
    word = fold(fault["input"])
    info = info_at(model, fault["loc"])
    if info is None or word not in choices(info.annotation):
        return False
    _put(given, fault["loc"], word)
    return True


def _repair(model: type[Grund], given: dict[str, Any], fault: ErrorDetails, turn: int) -> None:
    """First a stand-in, then nothing, then nothing in place of what holds it."""
    path = fault["loc"]
    if turn == 1:
        _put(given, path, _stand_in(model, fault))
    elif fault["type"] == "missing" and turn < _LAST_STAND_IN:
        _put(given, path, _nothing_said(model, path))
    else:
        _put(given, path[: len(path) - max(0, turn - 2)], _ABSENT)


def _stand_in(model: type[Grund], fault: ErrorDetails) -> object:
    value = fault["input"]
    match fault["type"]:
        case "missing":
            return _nothing_said(model, fault["loc"])
        case "VA01":
            return ""
        case "VA05":
            return re.sub(r"[()]", "", str(value)).strip() or "?"
        case "ID04":
            # Rules that only ask for the year can still be held against a date that does not exist.
            year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", str(value))
            return f"{year[0]}-12-31" if year else _ABSENT
        case _:
            return _ABSENT


def _nothing_said(model: type[Grund], path: FieldPath) -> object:
    """A value that no rule can hold anything against: for a day, one that nothing comes after."""
    info = info_at(model, path)
    if info is None:
        return ""
    if inner(info.annotation) is dt.date:
        return _NEVER
    words = choices(info.annotation)
    return words[0] if words else {} if submodel(info) is not None else ""


def _put(given: dict[str, Any], path: FieldPath, value: object) -> None:
    """Replace or remove the value at a path; steps that only the long form has are passed over."""
    holder: Any = None
    key: str | int = ""
    node: Any = given
    for position, step in enumerate(path):
        if has(node, step):
            holder, key, node = node, step, node[step]
        elif isinstance(node, dict) and position == len(path) - 1 and value is not _ABSENT:
            node[step] = value
            return
    if holder is None:
        return
    if value is _ABSENT:
        del holder[key]
    else:
        holder[key] = value


def _rename(
    model: type[Grund], given: dict[str, Any], wrong: FieldPath, meant: str, sections: Mapping[str, str]
) -> None:
    """Read the unknown key as the one that it was meant for, so that no rule misses that one."""
    node: Any = given
    for step in wrong[:-1]:
        node = node[step] if has(node, step) else node
    if isinstance(node, dict) and wrong[-1] in node:
        value = node.pop(wrong[-1])
        if meant in sections and has_sections(model_at(model, wrong[:-1])):
            node.setdefault("avsnitt", {})[meant] = value
        else:
            node[meant] = value
