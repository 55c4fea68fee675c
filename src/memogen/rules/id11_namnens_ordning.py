"""ID11: people are named first name first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.rules.grund import Context

_FIELDS = ("handlaggare", "underskrifter", "kontakt", "justerare")
_FIRST_NAMES = frozenset(
    """adam agneta albin alexander ali alice alva anders andreas anette angelica anita ann anna anneli annika anton
    arne arvid astrid axel barbro bengt berit birgitta björn bo britt britta camilla carina carl caroline cecilia
    charlotta charlotte christer christian christina christoffer dan daniel david ebba elin elina elisabeth ella ellen
    elsa emelie emil emilia emma erik erika eva fatima felicia filip fredrik frida gabriel gun gunilla gustav göran
    hanna hans helen helena henrik hugo håkan ida inga inger ingrid isabelle jakob jan jennie jennifer jenny jessica
    joakim johan johanna johannes john jonas jonathan josef josefin julia karin karl katarina kenneth kerstin klara
    kristina kurt lars leif lena lennart linda linnea linnéa linus lisa louise lovisa lucas ludvig madeleine magnus
    maja malin marcus margareta maria marie marta martin mathias matilda mats mattias mia michael mikael mohamed monica
    monika moa nathalie niklas nils nina ola olle olof oscar oskar patrik per pernilla peter petra pia rasmus rebecka
    rickard robert robin roger roland rolf rune sandra sara sebastian simon siv sofia sofie stefan stig susanne sven
    therese thomas tobias tomas tommy torbjörn ulf ulla ulrika urban victor viktor viktoria william yvonne åke åsa
    örjan""".split()  # noqa: SIM905 - names read better as running text
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """A name whose last part is a common first name while its first part is not."""
    for field in _FIELDS:
        for position, person in enumerate(getattr(document, field, ())):
            better = _turned(person.namn)
            if better:
                message = f'namnet "{person.namn}" verkar stå med efternamnet först'
                yield Remark("ID11", (field, position), message, f'skriv "{better}"')


def _turned(name: str) -> str:
    """The name with its first name first, where it seems to stand last; else empty."""
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma:
        # What follows a comma with a small letter is a title, and what goes before one may be a person of its own.
        is_name = re.match(r"[^\W\d_a-zåäö]", first) is not None
        is_whole = len(last.split()) > 1 and last.split()[0].lower() in _FIRST_NAMES
        return f"{first} {last}" if is_name and not is_whole else ""
    parts = name.split()
    if len(parts) != len(("first", "last")):
        return ""
    turned = parts[1].lower() in _FIRST_NAMES and parts[0].lower() not in _FIRST_NAMES
    return f"{parts[1]} {parts[0]}" if turned else ""


RULE = Rule(
    code="ID11",
    title="Efternamnet står först",
    severity=Severity.INFO,
    what="Namn skrivs med förnamnet först, på samma sätt överallt.",
    why="Samma person ska se likadan ut i alla handlingar. Omvända namn går inte heller att hitta vid sökning.",
    example="handläggare: Ek Anna",
    instead="handläggare: Anna Ek",
    check=check,
)
