"""ID11: people are named first name first, one in each value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from memogen.diagnostics import Remark, Severity
from memogen.rules.grund import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.person import Person
    from memogen.rules.grund import Context

Said: TypeAlias = "tuple[str, str, Severity | None]"
"""A message, what to do, and its weight where it is not the rule's."""

_FIELDS = ("handlaggare", "underskrifter", "kontakt", "justerare")
_LISTED = ("ovriga_narvarande",)
"""Where many stand, with other names than those of officials."""
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
    """Names with the family name first, several in one value, and titles that a comma made a person of their own."""
    for field in (*_FIELDS, *_LISTED):
        people: tuple[Person, ...] = getattr(document, field, ())
        for position, person in enumerate(people):
            remark = _split(person, people[:position])
            if remark is None and field in _FIELDS:
                remark = _joined(person) or _turned(person)
            if remark:
                message, advice, severity = remark
                yield Remark("ID11", (field, position), message, advice, severity=severity)


def _split(person: Person, before: tuple[Person, ...]) -> Said | None:
    """What is no name but a title, cut off from the name before it; or a title and the next name."""
    said = person.namn
    if person.titel or (";" not in said and re.search(r"[^\W\d_a-zåäö]", said)):
        return None
    named = [name for one in before if (name := re.split("[;,]", one.namn)[-1].strip())[:1].isupper()]
    if not named:
        return None
    rest = said.split(";")[0].strip()
    key = "e-post" if "@" in rest else "telefon" if rest[:1].isdigit() else "titel"
    advice = f"skriv {{namn: {named[-1]}, {key}: {rest}}}, en sådan för varje person"
    return f'"{said}" läses som en egen person, skild från "{named[-1]}"', advice, Severity.WARNING


def _joined(person: Person) -> Said | None:
    """Several whole names in one value."""
    names = [part.strip() for part in person.namn.split(",")]
    if len(names) == 1 or not all(len(name.split()) > 1 and name[:1].isupper() for name in names):
        return None
    message = f'"{person.namn}" blir en enda person'
    return message, f"skriv dem som en lista: [{', '.join(names)}]", Severity.WARNING


def _turned(person: Person) -> Said | None:
    """A name whose last part is a common first name while its first part is not."""
    better = _first_name_first(person.namn)
    return (f'namnet "{person.namn}" verkar stå med efternamnet först', f'skriv "{better}"', None) if better else None


def _first_name_first(name: str) -> str:
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
    title="Efternamnet står först, eller flera namn står ihop",
    severity=Severity.INFO,
    what="Namn skrivs med förnamnet först, på samma sätt överallt, och varje person för sig. I klamrar delar varje "
    "kommatecken: [Anna Ek, utredare] är två personer. En titel skrivs {namn: Anna Ek, titel: Utredare}.",
    why="Samma person ska se likadan ut i alla handlingar. Omvända namn går inte heller att hitta vid sökning.",
    example="handläggare: Ek Anna",
    instead="handläggare: Anna Ek",
    check=check,
)
