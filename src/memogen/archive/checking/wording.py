"""From faults to findings: the words of a clause, and which clauses a level asks for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from memogen.archive.checking.words_pdfa import RULES
from memogen.archive.checking.words_pdfua import TI01, TI02
from memogen.artifacts.act import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memogen.archive.checking.document import UnreadableError
    from memogen.archive.checking.fault import Fault
    from memogen.artifacts.act import Level

_MOST_OF_A_CLAUSE = 10
"""So that a file of ten thousand pages does not say the same thing ten thousand times."""
_WORDS = {
    clause: (code, message, advice)
    for code, rules in (("AR01", RULES), ("TI01", TI01), ("TI02", TI02))
    for clauses, message, advice in rules
    for clause in clauses.split()
}
_UNICODE, _PRIVATE, _TAGGED = "6.2.11.7.2-", "6.2.11.7.3-1", "6.7."
_ONLY_3 = frozenset({"6.8-1", "6.8-3", "6.8-4"})
_ONLY_2 = frozenset({"6.8-5"})
_FONT_CLAUSES = tuple(f"6.2.11.{chapter}" for chapter in "34568")


def worded(faults: Iterable[Fault], level: Level) -> tuple[Finding, ...]:
    """The findings of a level, in order and without doubles."""
    found: dict[Finding, None] = {}
    said: Counter[str] = Counter()
    for fault in faults:
        for clause in _clauses(fault.clause):
            finding = _finding(fault, clause)
            if _is_asked(clause, level) and finding not in found and said[clause] < _MOST_OF_A_CLAUSE:
                said[clause] += 1
                found[finding] = None
    return tuple(sorted(found, key=lambda finding: (finding.standard, finding.page)))


def not_readable(error: UnreadableError) -> Finding:
    """That nothing can be said of the file."""
    return Finding(
        "AR01", "A", "unreadable", f"{error}", "spara filen på nytt, utan lösenord, i programmet som gjorde den"
    )


def image_only(page: int) -> Finding:
    """That a page has an image and no text: nobody can search it or hear it."""
    advice = "byt ut den inskannade sidan mot en fil med text, eller tolka texten i den"
    return Finding("TI03", "UA", "", "sidan är en bild utan text", advice, page)


def _finding(fault: Fault, clause: str) -> Finding:
    code, message, advice = _WORDS[clause]
    standard = "A" if code == "AR01" else "UA"
    told = f"{message} ({fault.what})" if fault.what else message
    return Finding(code, standard, clause, told, advice, fault.page)


def _clauses(clause: str) -> Iterator[str]:
    """The clause, and the one that says the same in PDF/UA."""
    yield clause
    if clause.startswith(_UNICODE):
        yield f"7.21.7-{clause[-1]}"
    elif clause.startswith(_FONT_CLAUSES):
        yield clause.replace("6.2.11.", "7.21.", 1)
    elif clause in {"6.9-1", "6.9-4"}:
        yield "7.10-1" if clause == "6.9-1" else "7.10-2"


def _is_asked(clause: str, level: Level) -> bool:
    if _WORDS[clause][0] != "AR01":
        return level.ua
    if clause in (_ONLY_3 if level.part == 2 else _ONLY_2):  # noqa: PLR2004 - PDF/A-2
        return False
    if clause == _PRIVATE or clause.startswith(_TAGGED):
        return level.letter == "a"
    return not (clause.startswith(_UNICODE) and level.letter == "b")
