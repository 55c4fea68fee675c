"""What persons say in the minutes: jäv, yrkanden, reservationer, särskilda yttranden, anteckningar.

A reservation is regulated (KL 4 kap. 27 §), jäv too (KL 6 kap. 28-32 §§), a särskilt yttrande is not.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts import Paragraph, Run
from memogen.compose.motions import PROPOSAL, VERBS, as_clause, continuation
from memogen.compose.pieces import joined
from memogen.compose.typography import typeset
from memogen.compose.wording import persons
from memogen.model.nyckel import fold
from memogen.model.protokollsutdrag import Yrkande

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.compose.motions import Continuation
    from memogen.diagnostics import FieldPath
    from memogen.model.bilaga import Bilaga
    from memogen.model.person import Person
    from memogen.model.protokollsutdrag import Inlagg
    from memogen.model.sammantrade import TjanstgorandeErsattare


_NAMED = re.compile(r"(?:bifall|avslag|återremiss|bordläggning)", re.IGNORECASE)
"""A text that says itself what is moved."""


class Wording(NamedTuple):
    """What is said of persons: alone, of several at once, of several together, before their text, in a bilaga."""

    alone: str
    several: str
    together: str
    before_text: str
    in_bilaga: str
    in_bilaga_together: str
    in_bilaga_with_text: str


def _same(alone: str, before_text: str, in_bilaga: str, in_bilaga_with_text: str) -> Wording:
    return Wording(alone, alone, alone, before_text, in_bilaga, in_bilaga, in_bilaga_with_text)


WORDINGS = {
    "jav": _same(
        "{} anmäler jäv och deltar inte i handläggningen av ärendet.",
        "{} anmäler jäv och deltar inte i handläggningen av ärendet med följande motivering:",
        "{} anmäler jäv enligt {} och deltar inte i handläggningen av ärendet.",
        "{} anmäler jäv enligt {} och deltar inte i handläggningen av ärendet med följande motivering:",
    ),
    "deltar_inte_i_beslutet": _same(
        "{} deltar inte i beslutet.",
        "{} deltar inte i beslutet med följande motivering:",
        "{} deltar inte i beslutet, se {}.",
        "{} deltar inte i beslutet, se {}, med följande motivering:",
    ),
    "yrkanden": Wording(
        "{} framställer ett yrkande.",
        "{} framställer yrkanden.",
        "{} framställer ett gemensamt yrkande.",
        "{} yrkar följande:",
        "{} yrkar enligt {}.",
        "{} yrkar enligt {}.",
        "{} yrkar följande enligt {}:",
    ),
    "reservationer": _same(
        "{} reserverar sig mot beslutet.",
        "{} reserverar sig mot beslutet med följande motivering:",
        "{} reserverar sig mot beslutet enligt {}.",
        "{} reserverar sig mot beslutet enligt {} med följande motivering:",
    ),
    "sarskilda_yttranden": Wording(
        "{} lämnar ett särskilt yttrande.",
        "{} lämnar särskilda yttranden.",
        "{} lämnar ett gemensamt särskilt yttrande.",
        "{} lämnar följande särskilda yttrande:",
        "{} lämnar ett särskilt yttrande enligt {}.",
        "{} lämnar ett gemensamt särskilt yttrande enligt {}.",
        "{} lämnar följande särskilda yttrande, se även {}:",
    ),
    "protokollsanteckningar": Wording(
        "{} lämnar en anteckning till protokollet.",
        "{} lämnar anteckningar till protokollet.",
        "{} lämnar en gemensam anteckning till protokollet.",
        "{} lämnar följande anteckning till protokollet:",
        "{} lämnar en anteckning till protokollet enligt {}.",
        "{} lämnar en gemensam anteckning till protokollet enligt {}.",
        "{} lämnar följande anteckning till protokollet, se även {}:",
    ),
}


def _motion(phrase: str) -> Wording:
    sentence, with_reason = f"{phrase}.", f"{phrase} med följande motivering:"
    return _same(sentence, with_reason, f"{phrase}, se {{}}.", f"{phrase}, se {{}}, med följande motivering:")


def _own_proposal(name: str, short: str) -> Wording:
    return Wording(
        f"{{}} framställer ett {name}.",
        f"{{}} framställer {name}n.",
        f"{{}} framställer ett gemensamt {name}.",
        f"{{}} yrkar följande {short}:",
        f"{{}} framställer ett {name} enligt {{}}.",
        f"{{}} framställer ett gemensamt {name} enligt {{}}.",
        f"{{}} yrkar följande {short}, se även {{}}:",
    )


_MOTIONS = {
    "bifall": _motion(f"{{}} yrkar bifall till {PROPOSAL}"),
    "avslag": _motion(f"{{}} yrkar avslag på {PROPOSAL}"),
    "aterremiss": _motion("{} yrkar att ärendet återremitteras"),
    "bordlaggning": _motion("{} yrkar att ärendet bordläggs"),
    "tillagg": _own_proposal("tilläggsyrkande", f"tillägg till {PROPOSAL}"),
    "andring": _own_proposal("ändringsyrkande", f"ändring av {PROPOSAL}"),
}


def statements(draft: Draft, name: str, entries: Sequence[Inlagg], bilagor: Sequence[Bilaga]) -> tuple[Block, ...]:
    """The paragraphs of one section; persons who only are named stand in one sentence together."""
    blocks: list[Block] = []
    numbered = enumerate(entries)
    for (bare, typ), group in groupby(numbered, key=lambda entry: (_is_bare(entry[1]), _typ(entry[1]))):
        found = list(group)
        wording = _MOTIONS[typ] if typ else WORDINGS[name]
        if bare:
            blocks.append(_said(draft, name, _of_persons(wording, [entry for _, entry in found]), found[0][0]))
        else:
            for index, entry in found:
                blocks += _full(draft, name, index, entry, bilagor)
    return tuple(blocks)


def stepping_in(
    draft: Draft,
    jav: Sequence[Inlagg],
    stand_ins: Sequence[TjanstgorandeErsattare],
    presiding: tuple[Person, Person] | None = None,
) -> tuple[Block, ...]:
    """Who serves, and who presides, in the place of those who are jäviga, one sentence each."""
    away = {fold(person.namn) for entry in jav for person in entry.av}
    sentences = [
        f"{one.med_parti} tjänstgör i stället för {one.for_.med_parti}."
        for one in stand_ins
        if one.for_ and fold(one.for_.namn) in away
    ]
    if presiding and fold(presiding[0].namn) in away:
        sentences.append(f"{presiding[1].med_parti} tjänstgör som ordförande.")
    return tuple(Paragraph((Run(draft.line(sentence, ("jav",), "jav")),)) for sentence in sentences)


def _typ(entry: Inlagg) -> str | None:
    return entry.typ if isinstance(entry, Yrkande) and entry.av else None


def _is_bare(entry: Inlagg) -> bool:
    return bool(entry.av) and not entry.text and not entry.bilaga


def _of_persons(wording: Wording, entries: Sequence[Inlagg]) -> str:
    # Who is named in two entries does the same once.
    people: list[Person] = list(dict.fromkeys(person for entry in entries for person in entry.av))
    if len(people) == 1:
        return wording.alone.format(persons(people))
    phrase = wording.together if len(entries) == 1 else wording.several
    return phrase.format(persons(people))


def _said(draft: Draft, name: str, sentence: str, index: int, *, before_text: bool = False) -> Paragraph:
    text = draft.line(sentence, (name, index, "av"), name)
    return Paragraph((Run(text),), keep_with_next=before_text)


def _full(draft: Draft, name: str, index: int, entry: Inlagg, bilagor: Sequence[Bilaga]) -> Iterator[Block]:
    text, who = (entry.text or "").strip("\n"), persons(entry.av)
    if not entry.av:
        yield from draft.markdown(text, (name, index, "text"), name)
        if entry.bilaga:
            yield _said(draft, name, f"Se {reference(entry.bilaga, bilagor)}.", index)
        return
    text = as_clause(name, text.removeprefix(VERBS.get(name, "\0")))
    way = None if entry.bilaga else continuation(name, _typ(entry), text)
    if way is not None:
        yield from _continued(draft, way, who, text, (name, index, "text"))
        return
    yield _said(draft, name, _introduced(name, entry, text, who, bilagor), index, before_text=bool(text))
    if text:
        yield from draft.markdown(text, (name, index, "text"), name)


def _introduced(name: str, entry: Inlagg, text: str, who: str, bilagor: Sequence[Bilaga]) -> str:
    """The sentence before a text that stands by itself, or the one that tells of a bilaga."""
    typ = _typ(entry)
    wording = WORDINGS[name] if typ is None or _NAMED.match(text) else _MOTIONS[typ]
    if not entry.bilaga:
        return wording.before_text.format(who)
    together = wording.in_bilaga if len(entry.av) == 1 else wording.in_bilaga_together
    phrase = wording.in_bilaga_with_text if text else together
    return phrase.format(who, reference(entry.bilaga, bilagor))


def _continued(draft: Draft, way: Continuation, who: str, text: str, path: FieldPath) -> Iterator[Block]:
    """The words in one sentence: ``Anna Ek (S) yrkar bifall till förslaget.``."""
    if way.tail and "\n\n" not in text:
        text = text.rstrip().rstrip(".") + way.tail
    first, *rest = draft.untraced(text, path)
    if isinstance(first, Paragraph):
        ending = (Run("."),) if not rest and not text.rstrip().endswith((".", ":", "!", "?")) else ()
        first = Paragraph(joined((Run(way.lead.format(who)), *first.content, *ending)))
    blocks = (first, *rest)
    draft.trace_blocks(blocks, path, str(path[0]))
    yield from blocks


def reference(bilaga: str, bilagor: Sequence[Bilaga]) -> str:
    """``1``, ``Bilaga 1`` or the title of a bilaga → ``bilaga 1`` as it stands inside a sentence."""
    written = bilaga.strip()
    if written.isdecimal():
        return typeset(f"bilaga {written}")
    for nr, one in enumerate(bilagor, start=1):
        if fold(one.titel) == fold(written):
            return typeset(f"bilaga {nr}")
    if fold(written).startswith("bilaga"):
        return typeset(written[:1].lower() + written[1:])
    return typeset(f"bilagan {written}")
