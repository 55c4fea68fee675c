"""The documents that are measured: a short memo, and a meeting of 60 paragraphs and 60 people of Björkvalla kommun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen import pipeline, workspace
from memogen.setting import Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from memogen.artifacts import Memo

PARAGRAPHS: Final = 60
_FIRST_NAMES: Final = (
    *("Ada", "Björn", "Cecilia", "David", "Elin", "Fredrik"),
    *("Gunilla", "Håkan", "Inger", "Jonas", "Karin", "Lars"),
)
_SURNAMES: Final = ("Alm", "Björk", "Dahlin", "Ekdal", "Forsman")
_PARTIES: Final = ("S", "S", "S", "M", "M", "C", "V", "SD", "KD", "MP")
_MEMBERS, _YES, _SUBSTITUTES = 41, 30, 15
_VOTE_EVERY, _RESERVATION_EVERY, _LIST_EVERY = 8, 5, 3
_LONG_PARAGRAPHS, _SOME_PARAGRAPHS, _HEADING_EVERY, _LIST_AFTER, _LEAST_SENTENCES = 50, 14, 6, 15, 4
_SENTENCES: Final = (
    "Kommunledningskontoret har sett över frågan tillsammans med de förvaltningar som berörs.",
    "Förslaget ger tydligare ansvar och kortare väntan, och det ryms inom den ram som redan är beslutad.",
    "Under våren har kontoret talat med föreningar, näringsidkare och boende i området.",
    "De flesta är nöjda med hur det fungerar i dag, men många efterlyser bättre information – också på andra språk.",
    "Kontoret bedömer att arbetet kan genomföras under 2027 utan att annan verksamhet påverkas.",
    "Erfarenheterna från andra kommuner av samma storlek är goda.",
    "Kostnaden beräknas till 40 000 kronor det första året & till hälften därefter.",
)
_SUBJECTS: Final = (
    *("Taxa för upplåtelse av torgplats", "Plan för underhåll av gångvägar", "Riktlinje för föreningsbidrag"),
    *("Avtal om gemensam växel", "Detaljplan för kvarteret Lönnen", "Försäljning av mark vid Södra vägen"),
    *("Program för cykelparkering", "Svar på motion om lekplatser"),
)


def short_case(number: int) -> str:
    """A case of about one page as YAML; ``number`` (1–99999) tells one from another."""
    return f"""\
diarienummer: KS-2026-{number:05}
rubrik: Taxa för uteserveringar i område {number}
datum: 2026-03-12
förvaltning: Kommunledningskontoret
handläggare: Anna Ek
mottagare: Kommunstyrelsen
förslag till beslut:
  - anta taxa för uteserveringar i område {number}
ärendet: |
  Taxan har varit densamma sedan 2019 & behöver ändras. Den nya taxan gäller från och med den 1 januari 2027.
ekonomiska konsekvenser: |
  Intäkterna beräknas öka med {number + 1000} kronor under 2027.
konsekvenser:
  barn: 'ej relevant: frågan rör näringsidkare'
  jämställdhet: 'ej relevant: frågan rör näringsidkare'
  näringsliv: Företagen betalar mer.
underskrifter:
  - {{namn: Karin Mossberg, titel: Kommundirektör}}
"""


def usual_case(number: int) -> str:
    """A case of about four pages; ``number`` tells it apart."""
    return long_case(number, _SOME_PARAGRAPHS)


def long_case(number: int, paragraphs: int = _LONG_PARAGRAPHS) -> str:
    """A case of about nine pages of ordinary text, with headings, lists and a table; ``number`` tells it apart."""
    lines = [short_case(number), "bakgrund: |"]
    for paragraph in range(paragraphs):
        if paragraph and paragraph % _HEADING_EVERY == 0:
            lines += [f"  ## Område {paragraph // _HEADING_EVERY}", ""]
        said = running_text(paragraph, _LEAST_SENTENCES + paragraph % 3)
        lines += [f"  {said} Det gäller del {paragraph + 1} av område {number}.", ""]
        if paragraph % _LIST_AFTER == 1:
            lines += [f"  - {share} procent av platserna, del {paragraph + 1}" for share in (20, 30, 50)] + [""]
    lines += ["  | Post | 2027 | 2028 |", "  |---|--:|--:|"]
    lines += [f"  | Område {area} | {area * number} | {area * number + 40} |" for area in range(1, 7)]
    return "\n".join(lines) + "\n"


def meeting(number: int = 1, paragraphs: int = PARAGRAPHS) -> str:
    """A meeting of kommunfullmäktige as YAML: every list that a protokoll has, on a busy evening.

    ``number`` (1 to 12) tells it from others: it has another day, and its paragraphs other numbers.
    """
    everyone = people()
    members, substitutes = everyone[:_MEMBERS], everyone[_MEMBERS : _MEMBERS + _SUBSTITUTES]
    lines = [
        "typ: sammanträde",
        "organ: Kommunfullmäktige",
        f"datum: 2026-05-{19 + number}",
        "tid: 17.00–22.45",
        "plats: Kommunhuset, sal Björken",
        f"ordförande: {members[0]}",
        "sekreterare: Klara Nyman",
        f"justerare: [{members[1]}, {members[2]}]",
        "justering: {datum: 2026-06-03, plats: Kommunledningskontoret, tid: 8.30}",
        *_listed("ledamöter", members),
        *_listed("ej tjänstgörande ersättare", substitutes),
        "övriga närvarande:",
        *(f"  - {{namn: {_plain(name)}, titel: utredare}}" for name in everyone[_MEMBERS + _SUBSTITUTES :]),
        "anslag:",
        "  - {uppsatt: 2026-06-04, förvaring: Kommunledningskontoret i Kommunhuset}",
        f"första paragraf: {number * 100 + 1}",
        "paragrafer:",
    ]
    for index in range(paragraphs):
        lines += _paragraph(index, members)
    return "\n".join(lines) + "\n"


def people() -> list[str]:
    """Sixty people and their parties, as minutes name them."""
    named = ((last, first) for last in _SURNAMES for first in _FIRST_NAMES)
    return [f"{first} {last} ({_PARTIES[number % len(_PARTIES)]})" for number, (last, first) in enumerate(named)]


def running_text(start: int, count: int) -> str:
    """So many sentences, from the ``start``:th on."""
    return " ".join(_SENTENCES[(start + step) % len(_SENTENCES)] for step in range(count))


def memo(path: Path, kind: str) -> Memo:
    """The words of one document that a file makes.

    Raises:
        ValueError: the file has errors.
    """
    setting = pipeline.prepare(workspace.find(path), Choices(path.parent / "output"), [path])
    checked = pipeline.check(path, setting)
    if checked.refused(strict=False):
        raise ValueError("\n".join(f"{found.code} {found.message}" for found in checked.diagnostics))
    return next(memo for memo in checked.memos if memo.kind == kind)


def _paragraph(number: int, members: list[str]) -> Iterator[str]:
    mover, other = members[number % _YES], members[_YES + number % (_MEMBERS - _YES)]
    subject = f"{_SUBJECTS[number % len(_SUBJECTS)]}, del {number // len(_SUBJECTS) + 1}"
    yield f"  - rubrik: {subject}"
    yield f"    diarienummer: KS-2026-{500 + number:05}"
    yield "    beslut:"
    yield f"      - godkänna förslaget till {subject[0].lower()}{subject[1:]}"
    yield f"      - avsätta {number + 20} 000 kronor ur kommunfullmäktiges medel till förfogande under 2026"
    yield f"      - uppdra åt kommunstyrelsen att redovisa arbetet senast den {number % 28 + 1} februari 2027"
    yield "    sammanfattning: |"
    yield f"      Kommunledningskontoret har sett över frågan om {subject[0].lower()}{subject[1:]} med dem som"
    yield f"      berörs. Förslaget ger *tydligare* ansvar & {number + 2} dagars kortare väntan, och ryms inom ramen."
    if number % _LIST_EVERY == 0:
        yield ""
        yield from (f"      - Område {area}: {area * number} platser, varav {area} är nya" for area in range(1, 5))
    yield ""
    yield f"      Kostnaden beräknas till **{number + 20} 000 kronor** det första året och till hälften därefter."
    yield "    beslutsunderlag:"
    yield f"      - Kommunstyrelsens beslut den 20 maj 2026, § {number + 300}"
    yield f"      - Kommunledningskontorets tjänsteskrivelse den {number % 28 + 1} april 2026"
    yield "    yrkanden:"
    yield f"      - {mover} yrkar bifall till kommunstyrelsens förslag."
    yield f"      - {other} yrkar avslag på kommunstyrelsens förslag."
    yield from _vote(members) if number % _VOTE_EVERY == 0 else _no_vote()
    if number % _RESERVATION_EVERY == 0:
        yield "    reservationer:"
        yield f"      - {other} reserverar sig mot beslutet till förmån för sitt eget yrkande."
    yield "    beslutet skickas till: [Kommunledningskontoret, Ekonomiavdelningen]"


def _no_vote() -> Iterator[str]:
    yield "    beslutsgång: Ordföranden finner att kommunfullmäktige bifaller kommunstyrelsens förslag."


def _vote(members: list[str]) -> Iterator[str]:
    yield "    beslutsgång: |"
    yield "      Ordföranden finner att kommunfullmäktige bifaller förslaget. Omröstning begärs. Den som vill bifalla"
    yield "      förslaget röstar ja, och den som vill avslå det röstar nej. Med 30 ja-röster mot 11 nej-röster"
    yield "      bifaller kommunfullmäktige förslaget."
    yield "    omröstningar:"
    yield "      - ja:"
    yield "          för: bifall till förslaget"
    yield from _listed("röster", members[:_YES], " " * 10)
    yield "        nej:"
    yield "          för: avslag på förslaget"
    yield from _listed("röster", members[_YES:], " " * 10)


def _listed(key: str, names: Iterable[str], indent: str = "") -> Iterator[str]:
    yield f"{indent}{key}:"
    yield from (f"{indent}  - {name}" for name in names)


def _plain(name: str) -> str:
    return name.rsplit(" (", 1)[0]
