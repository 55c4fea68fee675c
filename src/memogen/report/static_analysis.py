"""Remarks as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from memogen import __version__, rules
from memogen.diagnostics import Severity
from memogen.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath

    from memogen.diagnostics import Diagnostic

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(found: Iterable[Diagnostic]) -> dict[str, Any]:
    """One run with its results and the rules that they name; help and messages are Swedish."""
    found = list(found)
    codes = sorted({diagnostic.code for diagnostic in found})
    driver = {
        "name": "memogen",
        "version": __version__,
        "language": "sv-SE",
        "rules": [_rule(code) for code in codes],
    }
    results = [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": "sv-SE", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    rule = rules.by_code(code)
    if rule is None:
        return {"id": code, "help": {"text": f"memogen explain {code}"}}
    described = {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.what},
        "help": {"text": f"{rule.why}\n\nSkriv inte: {rule.example}\n\nSkriv i stället: {rule.instead}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if rule.law:
        described["properties"] = {"law": rule.law}
    return described


def _result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    place = diagnostic.place
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.excerpt:
        region["endColumn"] = place.column + place.width
        region["snippet"] = {"text": printable(place.excerpt)}
    text = printable(diagnostic.message + (f". Hjälp: {diagnostic.help}" if diagnostic.help else ""))
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": region}}
    if place.where:
        location["logicalLocations"] = [{"fullyQualifiedName": printable(place.where)}]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [location],
    }


def _uri(path: PurePath) -> str:
    """A relative reference, or a ``file`` URI where the path is absolute."""
    written = quote(path.as_posix(), errors="replace")
    return f"file://{written}" if path.is_absolute() else written
