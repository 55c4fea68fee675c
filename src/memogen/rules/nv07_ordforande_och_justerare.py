"""NV07: the meeting has a chair, a secretary and adjusters who can adjust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.diagnostics import FieldPath, Remark, Severity
from memogen.model.sammantrade import Sammantrade
from memogen.rules.behandling import behandlingar, first_number
from memogen.rules.grund import Context, Rule
from memogen.rules.narvaro import Narvaro, narvaro
from memogen.rules.personer import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.model.grund import Grund
    from memogen.model.person import Person


def check(document: Grund, context: Context) -> Iterator[Remark]:
    """Who is missing, and adjusters who chair the meeting or did not serve."""
    if not isinstance(document, Sammantrade):
        return
    there = narvaro(document, first_number(document, context))
    if there is None:
        return
    advice = "skriv vem det var"
    for key, title in (("ordforande", "ordförande"), ("sekreterare", "sekreterare")):
        if getattr(document, key) is None:
            yield Remark("NV07", (key,), f"sammanträdet saknar {title}", advice)
    if not document.justerare and (document.justering or document.anslag):
        yield Remark("NV07", ("justerare",), "protokollet är justerat men det står inte av vem", advice)
    chair = name_key(document.ordforande.namn) if document.ordforande else ""
    for key in ("justerare", "ersattare_for_justerare"):
        for position, person in enumerate(getattr(document, key)):
            yield from _adjuster(there, person, (key, position), chair)
    yield from _uncovered(document, there, context)
    yield from _in_the_chairs_place(document, there, context)


def _adjuster(there: Narvaro, person: Person, path: FieldPath, chair: str) -> Iterator[Remark]:
    if name_key(person.namn) == chair and path[0] == "justerare":
        message = f"{person.med_parti} är ordförande och kan inte också vara justerare"
        yield Remark("NV07", path, message, "skriv den som utsågs att justera jämte ordföranden")
    elif not there.of(person.namn, person.parti):
        message = f"justeraren {person.med_parti} finns inte bland de närvarande"
        yield Remark("NV07", path, message, "rätta namnet eller partiet, eller skriv personen bland dem som var med")
    elif not any(plats.serves for plats in there.find(person.namn)):
        message = f"justeraren {person.med_parti} tjänstgjorde inte"
        yield Remark("NV07", path, message, "protokollet justeras av den som tjänstgjorde")


def _uncovered(document: Sammantrade, there: Narvaro, context: Context) -> Iterator[Remark]:
    people = (*document.justerare, *document.ersattare_for_justerare)
    adjusters = {plats.key for person in people for plats in there.find(person.namn) if plats.serves}
    for one in behandlingar(document, context) if adjusters else ():
        if one.slag == "utgar" or one.nummer is None:
            continue
        if adjusters.isdisjoint(plats.key for plats in there.serving(one.nummer)):
            message = f"ingen av justerarna tjänstgjorde i {one.label}"
            advice = 'utse en annan för den paragrafen under "ersättare för justerare"'
            yield Remark("NV07", ("justerare",), message, advice, severity=Severity.WARNING)
            return


def _in_the_chairs_place(document: Sammantrade, there: Narvaro, context: Context) -> Iterator[Remark]:
    """Those who presided in paragraphs where they did not serve, or were jäviga."""
    for position, person in enumerate(document.tjanstgorande_ordforande):
        led = [one for one in behandlingar(document, context) if document.leder(one.nummer or 0) is person]
        key = name_key(person.namn)
        for one in led:
            if one.slag == "utgar" or key in {plats.key for plats in there.serving(one.nummer or 0, one.jav)}:
                continue
            message = f"{person.med_parti} är ordförande i {one.label} men tjänstgör inte där"
            advice = "bara den som tjänstgör kan leda sammanträdet; rätta paragraferna, eller namnet"
            yield Remark("NV07", ("tjanstgorande_ordforande", position), message, advice)
            break


RULE = Rule(
    code="NV07",
    title="Ordförande, sekreterare eller justerare saknas",
    severity=Severity.ERROR,
    what="Sammanträdet har en ordförande och en sekreterare, och ett justerat protokoll har justerare. En justerare är "
    "inte ordföranden, och tjänstgjorde i de paragrafer som justeras. Den som leder sammanträdet i ordförandens ställe "
    "tjänstgör i de paragraferna.",
    why="Protokollet förs på ordförandens ansvar, och den som justerar går i god för att det är rätt.",
    example="ordförande: Erik Alm (S)\njusterare: Erik Alm (S)",
    instead="ordförande: Erik Alm (S)\njusterare: Bo Lind (M)",
    law="5 kap. 65, 66 och 69 §§ kommunallagen (2017:725)",
    check=check,
    whole=True,
)
