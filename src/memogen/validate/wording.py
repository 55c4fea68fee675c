"""Faults of shape in plain Swedish: from pydantic's error types, never its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from memogen.diagnostics import FieldPath, Remark
from memogen.model.beslut import Beslutsblock
from memogen.model.nyckel import fold
from memogen.model.profil import Profil
from memogen.validate.keys import (
    belongs,
    choices,
    has,
    has_sections,
    info_at,
    model_at,
    nearest,
    spelled,
    titles,
    written_path,
)
from memogen.validate.kind import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

    from memogen.artifacts import CaseFile, Plain
    from memogen.model.grund import Grund

_QUOTE_COLON = "sätt texten inom citattecken om den innehåller ett kolon"
_QUOTE_COMMA = "hör orden till värdet före kommat, så sätt hela värdet inom citattecken"
_COMMENT = re.compile(r"\s*:[ ]+#[^\s#]")
_SPECIAL_HELP = {
    "beslutsunderlag": 'beslutsunderlaget görs av sig självt; skriv det som ska läggas till under "underlag"',
    "avsnitt": "skriv varje avsnitt som en egen nyckel längst ut i filen",
}
_SEE_THEM_ALL = "kontrollera stavningen; memogen new visar alla nycklar"
_SEE_THE_PROFILE = "kontrollera stavningen; profilen som memogen init lägger i en ny mapp visar alla nycklar"
_FEW = 12
_MAX_GUESSES = 200
"""A file with more unknown keys than this is another kind of file, and guessing takes time."""
_LONG = 40
_PLAIN_WRONG = {
    "VA03": ("ett heltal", "skriv talet med siffror, utan blanksteg"),
    "VA04": ("ja eller nej", "skriv ja eller nej"),
}


class Wording:
    """Words the faults of one file. ``meant`` has the unknown keys that stand for one that is not there."""

    def __init__(
        self, model: type[Grund], sections: Mapping[str, str], values: dict[str, Plain], source: CaseFile
    ) -> None:
        self._model = model
        self._source = source
        self._sections = sections
        self._values = values
        self._all_titles = _all_titles(model, sections)
        self._guesses = 0
        self.meant: dict[FieldPath, str] = {}

    def remarks(self, faults: Iterable[ErrorDetails]) -> list[Remark]:
        """One remark a fault; a missing key and an unknown one near it are one."""
        faults = list(faults)
        missing = {fault["loc"] for fault in faults if fault["type"] == "missing"}
        unknown = [fault for fault in faults if fault["type"] == "extra_forbidden"]
        made = [self._unknown(fault["loc"], fault["input"], missing) for fault in unknown]
        explained = {(*wrong[:-1], meant) for wrong, meant in self.meant.items()}
        for fault in faults:
            if fault["type"] == "extra_forbidden" or fault["loc"] in explained:
                continue
            made.append(self._missing(fault["loc"]) if fault["type"] == "missing" else self._wrong(fault))
        return made

    # --- keys ---------------------------------------------------------------------------------------

    def _missing(self, path: FieldPath) -> Remark:
        title = self._title(path[-1])
        if self._written(path):
            _, entry = self._source.node(tuple(fold(step) if isinstance(step, str) else step for step in path))
            cut = entry and _COMMENT.match(self._source.text, entry.key_span.end)
            if cut:
                message = f'nyckeln "{title}" är tom: det som står efter "#" läses som en kommentar'
                return Remark("NY02", path, message, "sätt hela texten inom citattecken", at_key=True)
            return Remark("NY02", path, f'nyckeln "{title}" är tom', f'skriv ett värde efter "{title}:"', at_key=True)
        where = f" {self._where(path[:-1])}" if len(path) > 1 else ""
        return Remark("NY02", path, f'nyckeln "{title}" saknas{where}', f'lägg till "{title}: …"')

    def _unknown(self, path: FieldPath, value: object, missing: set[FieldPath]) -> Remark:
        key, colon, _ = str(path[-1]).partition(":")
        if colon and value is None and (*path[:-1], key) in missing:
            self.meant[path] = key
            message = f'blanksteg saknas efter kolon i "{self._as_written(path)}"'
            return Remark("NY01", path, message, f'skriv "{key}: " och sedan värdet', at_key=True, meant=key)
        key = str(path[-1])
        homes = belongs(self._model, fold(key), self._sections)
        if key in _SPECIAL_HELP and len(path) == 1 and not homes:
            return Remark("NY03", path, f'nyckeln "{key}" skrivs inte här', _SPECIAL_HELP[key], at_key=True)
        if homes:
            return self._misplaced(path, homes)
        level = model_at(self._model, path[:-1])
        known = titles(level) if level is not None else {}
        if has_sections(level):
            known = {**known, **self._sections}
        wanted = [name for name in known if (*path[:-1], name) in missing]
        self._guesses += 1
        if self._guesses > _MAX_GUESSES:
            return self._no_such_key(path, value, "", known)
        free = [name for name in known if not self._beside(path, name)]
        near = nearest(fold(key), wanted) or nearest(fold(key), free) or nearest(fold(key), known)
        if near and not self._beside(path, near):
            self.meant[path] = near
        return self._no_such_key(path, value, known.get(near, ""), known)._replace(meant=self.meant.get(path, ""))

    def _no_such_key(self, path: FieldPath, value: object, near: str, known: Mapping[str, str]) -> Remark:
        key = str(path[-1])
        where = f" {self._where(path[:-1])}" if len(path) > 1 else ""
        message = f'nyckeln "{self._as_written(path)}" finns inte{where}'
        if near:
            return Remark("NY01", path, message, f'menade du "{near}"?', at_key=True)
        name = self._as_written(path)
        if isinstance(value, str) and {"namn", "titel"} <= known.keys() and " " in name:
            return Remark("NY01", path, message, f"skriv {{namn: {name}, titel: {value}}}", at_key=True)
        if ":" in key and value is None:
            return Remark("NY01", path, message, "sätt blanksteg efter kolon", at_key=True)
        if value is None and len(path) > 1 and "_" in fold(key):
            return Remark("NY01", path, message, _QUOTE_COMMA, at_key=True)
        others = [kind.title for kind in KINDS.values() if len(path) == 1 and fold(key) in titles(kind.model)]
        if others and self._model is not Profil:
            advice = f'nyckeln hör till typ: {" eller ".join(others)}; ändra "typ" eller ta bort nyckeln'
            return Remark("NY03", path, message, advice, at_key=True)
        if fold(key) in titles(Profil) or belongs(Profil, fold(key), {}):
            advice = "nyckeln hör hemma i profilen, memogen.yaml"
            return Remark("NY03", path, message, advice, at_key=True)
        has_more = "fler_avsnitt" in known
        if has_more and isinstance(value, str) and len(value) > _LONG:
            advice = 'skriv ett eget avsnitt under "fler avsnitt" med "rubrik" och "text", eller namnge det i profilen'
            return Remark("NY01", path, message, advice, at_key=True)
        see_all = _SEE_THE_PROFILE if self._model is Profil else _SEE_THEM_ALL
        advice = f"nycklar som finns här: {_listed(known.values())}" if len(known) <= _FEW else see_all
        return Remark("NY01", path, message, advice, at_key=True)

    def _misplaced(self, path: FieldPath, homes: tuple[str, ...]) -> Remark:
        top = "längst ut i filen, utan indrag"
        first = _listed([f'under "{home}"' if home else top for home in homes[:3]], " eller ")
        where = f" {self._where(path[:-1])}" if len(path) > 1 else " längst ut i filen"
        message = f'nyckeln "{self._as_written(path)}" hör inte hemma{where}'
        return Remark("NY03", path, message, f"nyckeln hör hemma {first}", at_key=True)

    def _beside(self, path: FieldPath, name: str) -> bool:
        """Whether the mapping that has ``path`` has ``name`` too, which then was not what it meant."""
        return self._written((*path[:-1], name))

    # --- values -------------------------------------------------------------------------------------

    def _wrong(self, fault: ErrorDetails) -> Remark:
        path, value = fault["loc"], fault["input"]
        if value is None:
            return Remark("VA01", path, f"{self._subject(path)} är tom", "fyll i punkten eller ta bort bindestrecket")
        if fault["type"] == "literal_error":
            return self._no_choice(path, value)
        if fault["type"] in _PLAIN_WRONG:
            wanted, advice = _PLAIN_WRONG[fault["type"]]
            return Remark(
                fault["type"], path, f'{self._subject(path)} ska vara {wanted}, inte "{_brief(value)}"', advice
            )
        if fault["type"] == "VA01" and isinstance(value, str):
            message = f"{self._subject(path)} ska vara en lista, inte flera rader text"
            return Remark("VA01", path, message, str(fault["ctx"]["help"]), at_key=True)
        if fault["type"] == "VA01":
            advice = _QUOTE_COLON if isinstance(value, dict) else "skriv ett enda värde efter kolon"
            message = f"{self._subject(path)} ska vara text, inte {_kind(value)}"
            return Remark("VA01", path, message, advice, at_key=isinstance(path[-1], str))
        if fault["type"][:2].isupper():
            return Remark(fault["type"], path, fault["msg"], str(fault.get("ctx", {}).get("help", "")))
        return self._no_mapping(path, value)

    def _no_choice(self, path: FieldPath, value: object) -> Remark:
        info = info_at(self._model, path)
        words = [spelled(word) for word in choices(info.annotation)] if info is not None else []
        said = f'"{_brief(value)}"' if isinstance(value, str) else _kind(value)
        near = nearest(fold(value), [fold(word) for word in words]) if isinstance(value, str) else ""
        advice = f'menade du "{spelled(near)}"?' if near else f"skriv {_listed(words, ' eller ')}"
        return Remark("VA02", path, f"{self._subject(path)} kan inte vara {said}", advice)

    def _no_mapping(self, path: FieldPath, value: object) -> Remark:
        model = model_at(self._model, path)
        known = f", till exempel {_listed(list(titles(model).values())[:3])}" if model is not None else ""
        message = f"{self._subject(path)} ska ha nycklar{known}, inte bara {_kind(value)}"
        advice = "skriv varje nyckel på en egen rad, indragen, med kolon och värde"
        if model is Beslutsblock:
            advice = 'skriv alla punkter under "att" i ett block, eller inga block alls'
        return Remark("VA01", path, message, advice)

    # --- names --------------------------------------------------------------------------------------

    def _title(self, step: str | int) -> str:
        return self._all_titles.get(str(step), str(step))

    def _as_written(self, path: FieldPath) -> str:
        """The key as it stands in the file."""
        _, entry = self._source.node(tuple(fold(step) if isinstance(step, str) else step for step in path))
        return entry.key if entry is not None else str(path[-1])

    def _subject(self, path: FieldPath) -> str:
        """``punkt 2 under "underlag"``, ``"titel" i punkt 3 under "bilagor"`` or ``"rubrik"``."""
        is_written = self._written(path)
        path = written_path(path)
        last = path[-1]
        if isinstance(last, int):
            return self._where(path).removeprefix("i ").removeprefix("under ")
        if self._all_titles.get(last) == "text" and len(path) > 1 and not is_written:
            return self._where(path[:-1]).removeprefix("i ").removeprefix("under ")
        return f'"{self._title(last)}"' + (f" {self._where(path[:-1])}" if len(path) > 1 else "")

    def _where(self, path: FieldPath) -> str:
        """``i punkt 3 under "bilagor"`` or ``under "sekretess"``."""
        names = [step for position, step in enumerate(path) if self._stands(path[: position + 1])]
        name = self._title(names[-1]) if names else ""
        if path and isinstance(path[-1], int) and self._is_list(path[:-1]):
            return f'i punkt {path[-1] + 1} under "{name}"'
        return f'under "{name}"'

    def _stands(self, path: FieldPath) -> bool:
        """Whether the last step is a key that the author wrote, not one that only the long form has."""
        _, entry = self._source.node(tuple(fold(step) if isinstance(step, str) else step for step in path))
        return isinstance(path[-1], str) and entry is not None and fold(entry.key) == fold(path[-1])

    def _is_list(self, path: FieldPath) -> bool:
        return isinstance(self._value(path), list)

    def _written(self, path: FieldPath) -> bool:
        holder = self._value(path[:-1])
        return isinstance(holder, dict) and path[-1] in holder

    def _value(self, path: FieldPath) -> Any:  # noqa: ANN401 - a tree of plain values
        node: Any = self._values
        for step in path:
            if has(node, step):
                node = node[step]
        return node


def _all_titles(model: type[Grund], sections: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    waiting = [model]
    seen: set[type[Grund]] = set()
    while waiting:
        level = waiting.pop()
        seen.add(level)
        for name, title in titles(level).items():
            found.setdefault(name, title)
            deeper = model_at(level, (name,))
            if deeper is not None and deeper not in seen:
                waiting.append(deeper)
    return {**sections, **found}


def _listed(words: Iterable[str], last: str = " och ") -> str:
    words = list(words)
    return last.join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _brief(value: object) -> str:
    """The value, or the beginning of one that would fill the screen."""
    text = str(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "en lista"
    return "nycklar med värden" if isinstance(value, dict) else "text"
