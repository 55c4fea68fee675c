"""What persons say in the minutes: jäv, yrkanden, reservationer, särskilda yttranden, anteckningar.

A reservation is regulated (KL 4 kap. 27 §), jäv too (KL 6 kap. 28-32 §§), a särskilt yttrande is not.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts import Paragraph, Run
from memogen.compose.typography import typeset
from memogen.compose.wording import persons
from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memogen.artifacts import Block
    from memogen.compose.draft import Draft
    from memogen.model.bilaga import Bilaga
    from memogen.model.person import Person
    from memogen.model.protokollsutdrag import Inlagg


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


def statements(draft: Draft, name: str, entries: Sequence[Inlagg], bilagor: Sequence[Bilaga]) -> tuple[Block, ...]:
    """The paragraphs of one section; persons who only are named stand in one sentence together."""
    wording = WORDINGS[name]
    blocks: list[Block] = []
    numbered = enumerate(entries)
    for bare, group in groupby(numbered, key=lambda entry: _is_bare(entry[1])):
        found = list(group)
        if bare:
            blocks.append(_said(draft, name, _of_persons(wording, [entry for _, entry in found]), found[0][0]))
        else:
            for index, entry in found:
                blocks += _full(draft, name, index, entry, bilagor)
    return tuple(blocks)


def _is_bare(entry: Inlagg) -> bool:
    return bool(entry.av) and not entry.text and not entry.bilaga


def _of_persons(wording: Wording, entries: Sequence[Inlagg]) -> str:
    people: list[Person] = [person for entry in entries for person in entry.av]
    if len(people) == 1:
        return wording.alone.format(persons(people))
    phrase = wording.together if len(entries) == 1 else wording.several
    return phrase.format(persons(people))


def _said(draft: Draft, name: str, sentence: str, index: int, *, before_text: bool = False) -> Paragraph:
    text = draft.line(sentence, (name, index, "av"), name)
    return Paragraph((Run(text),), keep_with_next=before_text)


def _full(draft: Draft, name: str, index: int, entry: Inlagg, bilagor: Sequence[Bilaga]) -> Iterator[Block]:
    wording = WORDINGS[name]
    path = (name, index, "text")
    text = (entry.text or "").strip("\n")
    if not entry.av:
        yield from draft.markdown(text, path, name)
        if entry.bilaga:
            yield _said(draft, name, f"Se {reference(entry.bilaga, bilagor)}.", index)
        return
    who = persons(entry.av)
    if name == "yrkanden" and text[:1].islower() and not entry.bilaga:
        yield from _moved(draft, who, text, index)
        return
    if entry.bilaga:
        phrase = wording.in_bilaga_with_text if text else _in_bilaga(wording, entry.av)
        sentence = phrase.format(who, reference(entry.bilaga, bilagor))
    else:
        sentence = wording.before_text.format(who)
    yield _said(draft, name, sentence, index, before_text=bool(text))
    if text:
        yield from draft.markdown(text, path, name)


def _in_bilaga(wording: Wording, people: Sequence[Person]) -> str:
    return wording.in_bilaga if len(people) == 1 else wording.in_bilaga_together


def _moved(draft: Draft, who: str, text: str, index: int) -> Iterator[Block]:
    """The words of a yrkande in one sentence: ``Anna Ek (S) yrkar bifall till förslaget.``."""
    path = ("yrkanden", index, "text")
    text = text.removeprefix("yrkar ")
    first, *rest = draft.untraced(text, path)
    if isinstance(first, Paragraph):
        ending = (Run("."),) if not rest and not text.rstrip().endswith((".", ":", "!", "?")) else ()
        first = Paragraph((Run(f"{who} yrkar "), *first.content, *ending))
    blocks = (first, *rest)
    draft.trace_blocks(blocks, path, "yrkanden")
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
