"""NV03: a substitute serves for somebody who does not serve in the same paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import Narvaro, Plats, Roll, narvaro
from memogen.rules.personer import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memogen.model.grund import Grund
    from memogen.model.person import Person


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Substitutes without anybody to serve for, for somebody who serves, or for somebody who has one already."""
    if not isinstance(document, Sammantrade):
        return
    there = narvaro(document, first_number(document, context))
    if there is None:
        return
    away = {one.nummer or 0: one.jav for one in behandlingar(document, context)}
    taken: dict[tuple[str, int], str] = {}
    for plats in there.platser:
        if plats.roll is not Roll.ERSATTARE:
            continue
        replaced = document.tjanstgorande_ersattare[int(plats.path[1])].for_
        if replaced is None:
            message = f"det står inte för vem {plats.person.med_parti} tjänstgör"
            advice = 'skriv {namn: …, för: ledamoten, paragrafer: …}, utan "paragrafer" om det gäller hela sammanträdet'
            yield Remark("NV03", plats.path, message, advice, severity=Severity.WARNING)
            continue
        yield from _for_somebody(plats, replaced, there, away)
        key = name_key(replaced.namn)
        numbers = sorted(number for number in plats.nummer if (key, number) in taken)
        if numbers:
            message = f"{replaced.med_parti} har redan ersättare i § {numbers[0]}, {taken[key, numbers[0]]}"
            yield Remark("NV03", (*plats.path, "for"), message, "ange olika paragrafer, eller en annan ledamot")
        taken |= {(key, number): plats.person.med_parti for number in plats.nummer}


def _for_somebody(
    plats: Plats, replaced: Person, there: Narvaro, away: Mapping[int, frozenset[str]]
) -> Iterator[Remark]:
    members = [one for one in there.of(replaced.namn, replaced.parti) if one.roll is not Roll.EJ_TJANSTGORANDE]
    for member in members:
        if not member.serves:
            continue
        shared = sorted(n for n in plats.nummer & member.nummer if member.key not in away.get(n, frozenset()))
        if shared:
            message = (
                f"{plats.person.med_parti} tjänstgör för {replaced.med_parti} i § {shared[0]}, "
                f"men {replaced.namn} tjänstgör också där"
            )
            advice = f'ange under "paragrafer" när {replaced.namn} var med, och när ersättaren tjänstgjorde'
            yield Remark("NV03", (*plats.path, "for"), message, advice)
            return


RULE = Rule(
    code="NV03",
    title="Ersättaren tjänstgör inte i någons ställe",
    severity=Severity.ERROR,
    what="Varje tjänstgörande ersättare har ”för” med den ledamot som ersätts, och ledamoten är frånvarande eller "
    "jävig i just de paragraferna. Att ”för” saknas är en varning.",
    why="Protokollet ska visa vilka som tjänstgjorde i varje ärende. En plats kan bara en fylla i taget.",
    example="ledamöter: [Maria Berg (S)]\ntjänstgörande ersättare:\n"
    "  - {namn: Olle Ström (C), för: Maria Berg (S), paragrafer: 47}",
    instead="ledamöter:\n  - {namn: Maria Berg (S), paragrafer: [45–46, 48–60]}\ntjänstgörande ersättare:\n"
    "  - {namn: Olle Ström (C), för: Maria Berg (S), paragrafer: 47}",
    law="5 kap. 66 § kommunallagen (2017:725)",
    check=check,
    whole=True,
)
