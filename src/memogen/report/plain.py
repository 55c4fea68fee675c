"""Remarks on one line each, as JSON, and in one closing sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.report.full import full
from memogen.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memogen.diagnostics import Diagnostic

_MANY = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "upplysningar"}
_ONE = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "upplysning"}


def diagnostics(found: Iterable[Diagnostic], layout: str, *, colour: bool = False) -> str:
    """The remarks in one of the layouts ``full``, ``concise``, ``json`` and ``sarif``; JSON ends without a newline."""
    match layout:
        case "concise":
            return concise(found)
        case "json":
            return _json(json_diagnostics(found))
        case "sarif":
            from memogen.report.static_analysis import sarif  # noqa: PLC0415 - the rules are woken for it

            return _json(sarif(found))
        case _:
            return full(found, colour=colour)


def _json(value: object) -> str:
    import json  # noqa: PLC0415 - people need not wait for what programs ask for

    return json.dumps(value, ensure_ascii=False, indent=2)


def concise(found: Iterable[Diagnostic]) -> str:
    """One line a remark: ``file:line:column: nivå KOD text``."""
    return "\n".join(
        f"{printable(str(d.place.path))}:{d.place.line}:{d.place.column}: "
        f"{d.severity.value} {d.code} {printable(d.message)}"
        for d in found
    )


def json_diagnostics(found: Iterable[Diagnostic]) -> list[dict[str, str | int]]:
    """Each remark as the plain object of ``check --format json``."""
    return [json_diagnostic(diagnostic) for diagnostic in found]


def json_diagnostic(diagnostic: Diagnostic) -> dict[str, str | int]:
    """One remark as a plain object; line and column are 1-based, severity is ``fel``, ``varning`` or ``info``.

    Where the place is said in words (in a Word template), ``where`` says it and ``excerpt`` is the text there.
    """
    place = diagnostic.place
    words = {"where": printable(place.where), "excerpt": printable(place.excerpt)} if place.where else {}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": printable(diagnostic.message),
        "path": printable(str(place.path)),
        "line": place.line,
        "column": place.column,
        "help": printable(diagnostic.help),
        "law": diagnostic.law,
        **words,
    }


def summary(found: Iterable[Diagnostic], files: int = 0) -> str:
    """One sentence: ``2 fel och 1 varning i 1 fil.`` ``files`` is how many were looked at."""
    found = list(found)
    count = Counter(diagnostic.severity for diagnostic in found)
    parts = [
        f"{count[level]} {_ONE[level] if count[level] == 1 else _MANY[level]}" for level in Severity if count[level]
    ]
    told = " och ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "inga anmärkningar"
    remarked = len({diagnostic.place.path for diagnostic in found}) or files
    share = f"{remarked} av {files} filer" if files > remarked else _files(remarked)
    return f"{told} i {share}." if remarked else f"{told}."


def archive_summary(found: Iterable[Diagnostic], acts: int) -> str:
    """One sentence about an archive: ``412 akter är hela och oförändrade.`` or how many faults there are."""
    faults = len(list(found))
    if faults:
        return f"{faults} fel i arkivet; {_acts(acts)} kontrollerades."
    return f"{_acts(acts)} är {'hel och oförändrad' if acts == 1 else 'hela och oförändrade'}."


def _acts(number: int) -> str:
    return f"{number} akt" if number == 1 else f"{number} akter"


def _files(number: int) -> str:
    return f"{number} fil" if number == 1 else f"{number} filer"
