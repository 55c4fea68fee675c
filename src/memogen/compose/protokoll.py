"""The words of a protokoll: the first page, the list of ärenden, and every paragraph in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.artifacts import Blocks, Heading, Memo, PageReference, Run, Table
from memogen.compose import attendance, head, notices, paragraf, underlag
from memogen.compose.dates import in_words, with_weekday
from memogen.compose.protokollsutdrag import subject
from memogen.compose.spans import spans
from memogen.model import lagdatum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block, Trace, Value
    from memogen.compose.draft import Draft
    from memogen.compose.paragraf import Words
    from memogen.diagnostics import FieldPath
    from memogen.model.person import Person
    from memogen.model.sammantrade import Sammantrade

_KIND = "Protokoll"
_TEXT = "protokollstext"


def compose(draft: Draft, meeting: Sammantrade, organ: str, first: int, found: Sequence[Words]) -> Memo:
    """The memo of the minutes: ``protokoll``; ``found`` has the words of every paragraph in order."""
    rubrik = f"Protokoll från {draft.organs.in_sentence(organ)} den {in_words(meeting.datum)}"
    # A first page alone, without its paragraphs, has them in its notices.
    numbers = [number for number, _ in meeting.numrerade(first)] or notices.announced(meeting)
    span = spans(numbers)
    fields: dict[str, Value] = head.municipality(draft) | head.meeting(draft, meeting, organ, rubrik, _KIND)
    fields |= head.circumstances(draft, meeting)
    fields |= {
        "paragrafspann": draft.line(span, ("paragrafer",), "paragrafspann"),
        "forstasida": _first_page(draft, meeting, span),
        "narvaro": attendance.table(draft, meeting, span),
        "underskrifter": _signatures(draft, meeting, numbers),
        "anslag": notices.fields(draft, meeting, organ, first),
        "arendelista": _contents(draft, found),
        "paragrafer": [paragraf.loop(words) for words in found],
        "bilagor": underlag.fields(draft, meeting.bilagor),
        _TEXT: Blocks((*_paragraphs(found), *_last(draft, meeting))),
    }
    fields["uppgifter"] = head.details(draft, (), ("Datum", fields["datum"]), ("Paragrafer", span))
    return Memo(
        kind="protokoll", title=rubrik, fields=fields, subject=subject(_KIND, organ, meeting.datum), author=organ
    )


def traces(found: Sequence[Trace]) -> tuple[Trace, ...]:
    """The traces of a paragraph as the protokoll has them: all of it is poured as one text."""
    return tuple(trace._replace(name=_TEXT) for trace in found)


def _first_page(draft: Draft, meeting: Sammantrade, span: str) -> list[Value]:
    """The labelled lines of the first page, only those with content."""
    name = "forstasida"
    people = {group.label: group.lines for group in attendance.groups(draft, meeting)}
    lines: dict[str, Sequence[str]] = {
        "Plats och tid": [draft.line(line, ("tid",), name) for line in _place_and_time(meeting)],
        "Ajournering": [
            draft.line(f"Kl. {tid.text}", ("ajournering", n), name) for n, tid in enumerate(meeting.ajournering)
        ],
        **people,
        "Justerare": [draft.line(one.med_parti, ("justerare", n), name) for n, one in enumerate(meeting.justerare)],
        "Ersättare för justerare": [
            draft.line(one.med_parti, ("ersattare_for_justerare", n), name)
            for n, one in enumerate(meeting.ersattare_for_justerare)
        ],
        "Justeringens plats och tid": [draft.line(line, ("justering",), name) for line in _adjusting(meeting)],
        "Paragrafer": [span] if span else [],
    }
    keys = {label: key for key, (label, _) in attendance.GROUPS.items()} | {"Justeringens plats och tid": "justering"}
    return [
        {"etikett": head.label(draft, usual, keys.get(usual, "")), "rader": [*rows]}
        for usual, rows in lines.items()
        if rows
    ]


def _place_and_time(meeting: Sammantrade) -> Iterator[str]:
    if meeting.plats:
        yield meeting.plats
    clock = f", kl. {meeting.tid.text}" if meeting.tid else ""
    yield f"{with_weekday(meeting.datum)}{clock}"


def _adjusting(meeting: Sammantrade) -> Iterator[str]:
    """Where, when and how; without a day, the last day that the law gives."""
    justering = meeting.justering
    place = justering.plats if justering else None
    if place:
        yield place
    clock = f", kl. {justering.tid}" if justering and justering.tid else ""
    if justering and justering.datum:
        yield f"{with_weekday(justering.datum)}{clock}"
    else:
        yield f"Senast den {in_words(lagdatum.sista_dag_for_justering(meeting.datum))}"
    if justering and justering.satt and justering.satt.lower() not in (place or "").lower():
        yield f"Justeringssätt: {justering.satt}"


def _signatures(draft: Draft, meeting: Sammantrade, numbers: Sequence[int]) -> list[Value]:
    signing: list[tuple[str, Person | None, FieldPath, str]] = [
        ("Sekreterare", meeting.sekreterare, ("sekreterare",), ""),
        *_chairs(meeting, numbers),
        *(("Justerare", one, ("justerare", n), "") for n, one in enumerate(meeting.justerare)),
    ]
    return [
        {
            "roll": role,
            "namn": draft.line(", ".join(filter(None, (head.with_title(one, role), of))), path, "underskrifter"),
        }
        for role, one, path, of in signing
        if one
    ]


def _chairs(meeting: Sammantrade, numbers: Sequence[int]) -> Iterator[tuple[str, Person | None, FieldPath, str]]:
    """Everyone who presided, with the paragraphs that each of several signs for."""
    role, acting = "Ordförande", meeting.tjanstgorande_ordforande
    led = [number for number in numbers if meeting.leder(number) is meeting.ordforande]
    if led or not acting:
        yield role, meeting.ordforande, ("ordforande",), spans(led) if acting else ""
    for n, one in enumerate(acting):
        yield role, one, ("tjanstgorande_ordforande", n), spans(one.paragrafer)


def _contents(draft: Draft, found: Sequence[Words]) -> Blocks:
    """The list of ärenden, with the page that each one starts on."""
    header = tuple((Run(head.label(draft, name)),) for name in ("§", "Ärende", "Sida"))
    rows = [((Run(words.paragraf),), (Run(words.rubrik),), (PageReference(_anchor(words)),)) for words in found]
    return Blocks((Table(header, tuple(rows), ("left", "left", "right")),)) if rows else Blocks()


def _paragraphs(found: Sequence[Words]) -> Iterator[Block]:
    return (block for words in found for block in words.in_protokoll(_anchor(words)))


def _anchor(words: Words) -> str:
    return f"paragraf_{words.number}"


def _last(draft: Draft, meeting: Sammantrade) -> tuple[Block, ...]:
    """The bilagor of the minutes, after the last paragraph."""
    rows = [underlag.row(bilaga, nr) for nr, bilaga in enumerate(meeting.bilagor, start=1)]
    return (Heading(2, (Run(head.label(draft, "Bilagor till protokollet")),)), *underlag.bullets(rows)) if rows else ()
