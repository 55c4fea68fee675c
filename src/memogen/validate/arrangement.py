"""Whether a profile's sections, headings and head lines are ones that memogen knows, each said once."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.nyckel import fold
from memogen.model.rubriker import AVSNITT, ETIKETTER, UPPGIFTER
from memogen.validate.keys import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.artifacts import CaseFile
    from memogen.diagnostics import FieldPath
    from memogen.model.profil import Profil, Upplagg

_OPEN = frozenset({"tjansteskrivelse", "protokoll"})
"""The kinds where an author may write sections of the profile's own making."""
_ALIKE = 0.88
_KINDS = {
    "tjansteskrivelse": "en tjänsteskrivelse",
    "protokoll": "ett protokoll",
    "styrdokument": "ett styrdokument",
    "remiss": "en remiss",
}
_SPELLED = {"text": "text", "relaterade_dokument": "relaterade dokument"}


def remarks(profil: Profil, source: CaseFile) -> Iterator[Remark]:
    """What is said twice, or is not one of the names that memogen knows."""
    for kind in AVSNITT:
        val: Upplagg = getattr(profil, kind)
        yield from _twice(kind, "avsnitt", [section.nyckel for section in val.avsnitt], "avsnittet")
        yield from _twice(kind, "uppgifter", list(val.uppgifter), "uppgiften")
        yield from _sections(kind, val)
        yield from _head(kind, val)
    yield from _headings(profil, source)


def _twice(kind: str, key: str, names: list[str], what: str) -> Iterator[Remark]:
    seen: set[str] = set()
    for position, name in enumerate(names):
        if fold(name) in seen:
            message = f'{what} "{name}" står redan tidigare i listan'
            yield Remark("PF06", (kind, key, position), message, "ta bort det ena")
        seen.add(fold(name))


def _sections(kind: str, val: Upplagg) -> Iterator[Remark]:
    usual = AVSNITT[kind]
    for position, section in enumerate(val.avsnitt):
        if section.namn in usual:
            continue
        near = next(iter(difflib.get_close_matches(section.namn, usual, 1, _ALIKE)), "")
        path: FieldPath = (kind, "avsnitt", position)
        if kind not in _OPEN:
            yield _unknown(path, f'avsnittet "{section.nyckel}"', kind, section.namn, _titles(usual))
        elif near and all(other.namn != near for other in val.avsnitt):
            message = f'avsnittet "{section.nyckel}" blir en ny nyckel i ärendefilerna'
            advice = f'menade du "{_titles(usual)[near].lower()}"?'
            yield Remark("PF06", path, message, advice, severity=Severity.WARNING)


def _head(kind: str, val: Upplagg) -> Iterator[Remark]:
    known = {fold(name): name for name in UPPGIFTER[kind]}
    for position, name in enumerate(val.uppgifter):
        if fold(name) not in known:
            yield _unknown((kind, "uppgifter", position), f'uppgiften "{name}"', kind, fold(name), known)


def _unknown(path: FieldPath, what: str, kind: str, name: str, known: Mapping[str, str]) -> Remark:
    near = nearest(name, known)
    names = ", ".join(title.lower() for title in known.values())
    advice = f'menade du "{known[near].lower()}"?' if near else f"välj bland: {names}"
    return Remark("PF06", path, f"{what} finns inte i {_KINDS[kind]}", advice)


def _titles(usual: Mapping[str, str]) -> dict[str, str]:
    """The sections as people write their keys."""
    return {key: _SPELLED.get(key) or heading for key, heading in usual.items()}


def _headings(profil: Profil, source: CaseFile) -> Iterator[Remark]:
    known = {key: title for usual in AVSNITT.values() for key, title in _titles(usual).items()}
    known |= {fold(name): name for names in (*UPPGIFTER.values(), ETIKETTER) for name in names}
    known |= {section.namn: section.nyckel for kind in _OPEN for section in getattr(profil, kind).avsnitt}
    for key in profil.rubriker:
        if key not in known:
            _, entry = source.node(("rubriker", key))
            near = nearest(key, known)
            advice = f'menade du "{known[near].lower()}"?' if near else "docs/profil.md räknar upp rubrikerna"
            message = f'"{entry.key if entry else key}" är ingen rubrik som memogen skriver'
            yield Remark("PF06", ("rubriker", key), message, advice, at_key=True, severity=Severity.WARNING)
