"""The document of a file: its kind, its sections, its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from memogen.diagnostics import Remark
from memogen.model.beslut import Beslutsblock
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Paragraf
from memogen.model.sammantrade import Sammantrade
from memogen.validate.keys import nearest, written_path
from memogen.validate.kind import KINDS, Kind
from memogen.validate.shape import shaped
from memogen.workspace import PROFILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import CaseFile, Plain
    from memogen.diagnostics import FieldPath
    from memogen.model.grund import Grund
    from memogen.model.profil import Profil

_DECISIONS = ("forslag_till_beslut", "beslut")
_IN_A_BLOCK = frozenset(Beslutsblock.model_fields)
_IN_A_POINT = frozenset({"text", "nr"})


class Validated(NamedTuple):
    """What a file turned out to be. ``document`` is None when something that it cannot do without is unusable."""

    document: Grund | None
    remarks: tuple[Remark, ...] = ()


def document(source: CaseFile, profil: Profil) -> Validated:
    """The file as a frozen model, with every remark on its shape; never raises."""
    if source.path.name == PROFILE:
        advice = "kör memogen check på ärendena, så kontrolleras profilen också"
        return Validated(None, (Remark("NY04", (), "filen är kommunens profil, inte en handling", advice),))
    values = source.plain()
    kind, refusal = _kind(values.pop("typ", None))
    if kind is None:
        return Validated(None, refusal)
    remarks: list[Remark] = []
    sections = kind.sections(profil)
    for path, record in _records(kind, values):
        for name in _DECISIONS:
            if name in record and name in (kind.record or kind.model).model_fields:
                record[name] = _blocks(record[name], (*path, name), remarks)
        if kind.known:
            _refuse_avsnitt(record, path, remarks)
            record["avsnitt"] = {name: record.pop(name) for name in list(record) if name in sections}
    made, faults = shaped(kind.model, values, sections, source)
    remarks.extend(_without_avsnitt(fault) for fault in faults)
    remarks.extend(_without_a_rubrik(made))
    return Validated(made, tuple(remarks))


def _records(kind: Kind, values: dict[str, Plain]) -> Iterator[tuple[FieldPath, dict[str, Plain]]]:
    """The mappings that may have decisions and sections: the file itself, or each record of one of its lists."""
    if not kind.within:
        yield (), values
        return
    held = values.get(kind.within)
    for position, item in enumerate(held if isinstance(held, list) else [held]):
        if isinstance(item, dict):
            yield (kind.within, position), item


def _kind(said: Plain) -> tuple[Kind | None, tuple[Remark, ...]]:
    if said is None:
        return KINDS["arende"], ()
    name = fold(said) if isinstance(said, str) else ""
    if name in KINDS:
        return KINDS[name], ()
    titles = ", ".join(kind.title for kind in KINDS.values())
    message = f'typen "{said}" finns inte' if isinstance(said, str) else '"typ" ska vara ett enda ord'
    near = nearest(name, KINDS)
    advice = f'menade du "{KINDS[near].title}"?' if near else f"skriv någon av: {titles}"
    return None, (Remark("NY04", ("typ",), message, advice),)


def _refuse_avsnitt(record: dict[str, Plain], path: FieldPath, remarks: list[Remark]) -> None:
    if "avsnitt" in record:
        del record["avsnitt"]
        where, level = ("en paragraf", "i paragrafen") if path else ("en fil", "längst ut i filen")
        advice = f"skriv varje avsnitt som en egen nyckel {level}"
        message = f'nyckeln "avsnitt" finns inte i {where}'
        remarks.append(Remark("NY01", (*path, "avsnitt"), message, advice, at_key=True))


def _blocks(value: Plain, path: FieldPath, remarks: list[Remark]) -> Any:  # noqa: ANN401 - a tree of plain values
    """The short form as the long one; a point that an unquoted colon broke is mended and remarked on."""
    items = value if isinstance(value, list) else [] if value is None else [value]
    points = _mended(items, path, remarks)
    if any(isinstance(item, dict) and not item.keys() <= _IN_A_POINT for item in points):
        return [_block(item, (*path, position), remarks) for position, item in enumerate(points)]
    return [{"att": points}] if points else []


def _block(item: Plain, path: FieldPath, remarks: list[Remark]) -> Plain:
    """A block whose points are mended likewise."""
    if not isinstance(item, dict):
        return item
    points = item.get("att")
    return item | {"att": _mended(points, (*path, "att"), remarks)} if isinstance(points, list) else item


def _mended(items: Sequence[Plain], path: FieldPath, remarks: list[Remark]) -> list[Plain]:
    """The items; those that an unquoted colon broke are texts again, and remarked on."""
    points: list[Plain] = []
    for position, item in enumerate(items):
        if isinstance(item, dict) and _is_broken_point(item):
            remarks.append(_unquoted((*path, position)))
            points.append(": ".join(f"{key} {inner}" for key, inner in item.items()))
        else:
            points.append(item)
    return points


def _is_broken_point(item: dict[str, Plain]) -> bool:
    """``- anta taxan: 2026`` was read as a key and its value."""
    [first, *more] = item.items() or [("", None)]
    return not more and first[0] not in _IN_A_BLOCK | _IN_A_POINT and not isinstance(first[1], (list, dict))


def _unquoted(path: FieldPath) -> Remark:
    message = "beslutspunkten har läst kolonet som slutet på en nyckel"
    return Remark("VA01", path, message, "sätt hela punkten inom citattecken")


def _without_a_rubrik(document: Grund | None) -> Iterator[Remark]:
    """A paragraph has its own rubrik, or that of the ärende behind it."""
    within = isinstance(document, Sammantrade)
    found = document.paragrafer if isinstance(document, Sammantrade) else (document,)
    for position, paragraf in enumerate(found):
        if isinstance(paragraf, Paragraf) and not paragraf.rubrik and not paragraf.arende:
            where = f' i punkt {position + 1} under "paragrafer"' if within else ""
            path = ("paragrafer", position) if within else ()
            advice = 'lägg till "rubrik: …", eller "ärende: …" med ärendets diarienummer'
            yield Remark("NY02", (*path, "rubrik"), f'nyckeln "rubrik" saknas{where}', advice)


def _without_avsnitt(remark: Remark) -> Remark:
    """In the file, sections are ordinary keys."""
    path = written_path(remark.path)
    return Remark(remark.code, path, remark.message, remark.help, at_key=remark.at_key)
