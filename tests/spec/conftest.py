"""Collects the specifications: prose, YAML blocks and the remarks that are expected of them (README.md)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from memogen import load, rules, validate
from memogen.errors import Rejected
from memogen.model.nyckel import fold
from memogen.rules.grund import Ansikte, Context, Foregaende
from memogen.workspace import FileStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memogen.artifacts import CaseFile
    from memogen.diagnostics import Diagnostic
    from memogen.model.arende import Arende
    from memogen.model.profil import Profil

_BLOCK = re.compile(
    r"^```(?P<kind>yaml|check)(?P<words>[^\n]*)\n(?P<body>.*?)^```$|^#+ (?P<heading>[^\n]*)$", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"\b[A-Z]{2}[0-9]{2}\b")
_TOP_KEY = re.compile(r"^(?=[^\s#-])", re.MULTILINE)


@dataclass
class Example:
    """One check block and the YAML blocks before it. ``blocks`` maps the first word of each to its text."""

    title: str
    codes: frozenset[str]
    blocks: dict[str, str] = field(default_factory=dict)
    base: str = ""
    file_name: str = "fall.yaml"
    expected: str = ""
    position: tuple[int, int] = (0, 0)


def examples(text: str) -> Iterator[Example]:
    """Every example of a specification, in order."""
    example = Example("", frozenset())
    for found in _BLOCK.finditer(text):
        words = (found["words"] or "").split()
        if found["heading"]:
            codes = frozenset(_CODE.findall(found["heading"])) or example.codes
            example = Example(found["heading"], codes)
        elif found["kind"] == "yaml":
            role = words[0] if words[:1] in (["profil"], ["bakom"], ["före"], ["bilaga"]) else "fall"
            example.blocks[role] = found["body"]
            if role == "fall":
                example.base = words[0] if words else ""
                example.file_name = words[1] if len(words) > 1 else example.file_name
        else:
            example.expected, example.position = found["body"], found.span("body")
            yield example
            example = Example(example.title, example.codes)


def merged(fragment: str, base: str) -> str:
    """The fragment, then every top-level key of the base that the fragment does not have."""

    def keys(text: str) -> dict[str, str]:
        return {fold(part.split(":", 1)[0]): part for part in _TOP_KEY.split(text) if ":" in part}

    own = keys(fragment)
    return fragment + "".join(part for key, part in keys(base).items() if key not in own)


class SpecFile(pytest.File):
    def collect(self) -> Iterator[SpecItem]:
        for number, example in enumerate(examples(self.path.read_text(encoding="utf-8")), 1):
            yield SpecItem.from_parent(self, name=f"{number} {example.title}", example=example, number=number)


class SpecItem(pytest.Item):
    def __init__(self, *, example: Example, number: int, **more: object) -> None:
        super().__init__(**more)
        self.example = example
        self.number = number
        self.grund = self.path.parent / "grund"

    def runtest(self) -> None:
        found = self._found()
        if found != self.example.expected and self.config.getoption("--update-golden"):
            self._rewrite(found)
        else:
            assert found == self.example.expected

    def _found(self) -> str:
        profil = self._profil()
        fragment = self.example.blocks["fall"]
        source = self._written(self.example.file_name, fragment, self.example.base)
        if not isinstance(source, tuple):
            validated = validate.document(source, profil)
            remarks = list(validated.remarks)
            if validated.document is not None:
                remarks += rules.remarks(validated.document, self._context(profil, source.path.stem))
            source = validate.diagnostics(remarks, source, profil.regler)
        codes, lines = self.example.codes, fragment.count("\n")
        return "".join(_line(one, lines) for one in source if one.code in codes or not codes)

    def _written(self, name: str, fragment: str, base: str) -> CaseFile | tuple[Diagnostic, ...]:
        below = (self.grund / f"{base}.yaml").read_text(encoding="utf-8") if base else ""
        folder = self.config.stash.setdefault(_FOLDER, None) or _new_folder(self.config)
        path = folder / name
        path.write_text(merged(fragment, below), encoding="utf-8")
        try:
            return load.case_file(path)
        except Rejected as rejected:
            return rejected.diagnostics

    def _profil(self) -> Profil:
        source = self._written("memogen.yaml", self.example.blocks.get("profil", ""), "profil")
        assert not isinstance(source, tuple), source
        profil, remarks = validate.profil(source)
        assert profil is not None, remarks
        return profil

    def _context(self, profil: Profil, stem: str) -> Context:
        behind, before = self._behind(profil), self._before()
        arenden = {behind.diarienummer: behind} if behind and behind.diarienummer else {}
        forsta = before.sista + 1 if before else 1
        return Context(profil, stem, _file_status, behind, arenden, forsta, before, self._protokoll(), self._face)

    def _face(self, _fil: str) -> Ansikte | None:
        """What the bilaga says of itself, where the example tells it."""
        if "bilaga" not in self.example.blocks:
            return None
        source = self._written("bilaga.yaml", self.example.blocks["bilaga"], "")
        assert not isinstance(source, tuple), source
        said = {fold(key): str(value or "") for key, value in source.plain().items()}
        return Ansikte(tuple(filter(None, [said["titel"]])), said.get("text", ""))

    def _before(self) -> Foregaende | None:
        path, said = self._said_before()
        if not said or "organ" in said:
            return None
        return Foregaende(path, said["datum"], int(said["sista"]))

    def _protokoll(self) -> dict[tuple[str, dt.date], tuple[int, int]]:
        """The minutes in the workspace, where the example names an organ's."""
        _, said = self._said_before()
        if "organ" not in said:
            return {}
        return {(said["organ"], dt.date.fromisoformat(said["datum"])): (int(said["forsta"]), int(said["sista"]))}

    def _said_before(self) -> tuple[Path, dict[str, str]]:
        source = self._written("fore.yaml", self.example.blocks.get("före", "datum:"), "")
        assert not isinstance(source, tuple), source
        said = source.plain()
        assert isinstance(said, dict)
        return source.path, {fold(key): str(value) for key, value in said.items() if value}

    def _behind(self, profil: Profil) -> Arende | None:
        if "bakom" not in self.example.blocks:
            return None
        source = self._written("bakom.yaml", self.example.blocks["bakom"], "arende")
        assert not isinstance(source, tuple), source
        document = validate.document(source, profil).document
        assert document is not None
        return document

    def _rewrite(self, found: str) -> None:
        text = self.path.read_text(encoding="utf-8")
        start, end = list(examples(text))[self.number - 1].position
        self.path.write_text(text[:start] + found + text[end:], encoding="utf-8")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
        return str(excinfo.getrepr(style="short"))

    def reportinfo(self) -> tuple[Path, int, str]:
        line = self.path.read_text(encoding="utf-8").count("\n", 0, self.example.position[0])
        return self.path, line, self.name


_FOLDER: pytest.StashKey[Path | None] = pytest.StashKey()


def _new_folder(config: pytest.Config) -> Path:
    folder = config._tmp_path_factory.mktemp("spec")
    config.stash[_FOLDER] = folder
    return folder


def _file_status(reference: str) -> FileStatus:
    """Files of the examples do not exist; their names say what is to be known of them."""
    if reference.startswith(".."):
        return FileStatus.OUTSIDE
    return FileStatus.MISSING if "saknas" in reference else FileStatus.FOUND


def _line(diagnostic: Diagnostic, lines: int) -> str:
    place = diagnostic.place
    where = f"{place.line}:{place.column}" if place.line <= lines else "grund"
    severity = diagnostic.severity.value
    return f"{severity} {diagnostic.code} {where} {diagnostic.message}\n"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> SpecFile | None:
    if file_path.suffix == ".md" and file_path.name != "README.md":
        return SpecFile.from_parent(parent, path=file_path)
    return None
