"""Sections of a document: their order, their headings, and where an author's further ones go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from memogen.artifacts import Blocks
from memogen.compose.typography import typeset
from memogen.compose.wording import capital, filled_with_organs
from memogen.diagnostics import Remark
from memogen.model.nyckel import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memogen.artifacts import Block, Value
    from memogen.compose.draft import Draft
    from memogen.model.bilaga import Avsnitt
    from memogen.model.profil import AvsnittVal

_LAST = ("beslutsunderlag", "bilagor", "relaterade", "overklagande", "beslutet_skickas_till", "oversands")
"""Lists for the reader's further way: they close the document where the profile does not place them."""


class Section(NamedTuple):
    """One section that is printed."""

    nyckel: str
    rubrik: str
    text: Blocks


@dataclass(frozen=True)
class Plan:
    """How one kind of document is put together: the profile's choice, the usual order, and names for headings."""

    chosen: Sequence[AvsnittVal]
    usual: Mapping[str, str]
    rubriker: Mapping[str, str]
    names: Mapping[str, str]

    def order(self, further: Sequence[str]) -> list[str]:
        """The profile's sections in its order; the usual ones and ``further`` each after its nearest predecessor."""
        return list(_ordered(tuple(self._chosen), tuple(self.usual), tuple(further)))

    def heading(self, key: str, draft: Draft) -> str:
        """The heading: the section's own, else the profile's wording, else the section's Swedish name."""
        val = self._chosen.get(key)
        given = (val and val.rubrik) or self._worded.get(key)
        if given:
            return typeset(filled_with_organs(given, draft.organs, self.names))
        if key in self.usual:
            return self.usual[key]
        return capital(val.nyckel if val else key.replace("_", " "))

    @cached_property
    def _chosen(self) -> Mapping[str, AvsnittVal]:
        """The profile's sections by folded name; of two with one name, the first."""
        chosen: dict[str, AvsnittVal] = {}
        for val in self.chosen:
            chosen.setdefault(val.namn, val)
        return chosen

    @cached_property
    def _worded(self) -> Mapping[str, str]:
        """The profile's wording of headings by folded name."""
        return {fold(name): text for name, text in self.rubriker.items()}


@lru_cache(maxsize=256)
def _ordered(chosen: tuple[str, ...], *sequences: tuple[str, ...]) -> tuple[str, ...]:
    """One order for all documents with the same sections."""
    order = list(chosen)
    for sequence in sequences:
        for index, key in enumerate(sequence):
            if key not in order:
                order.insert(_place_among(order, sequence, index), key)
    return tuple(order)


def _place_among(order: Sequence[str], sequence: Sequence[str], index: int) -> int:
    """After the nearest predecessor that is there; else before the first successor, or last.

    One that closes the document looks only among those that close it: the minutes may have their beslutsunderlag before
    the yrkanden.
    """
    closes = sequence[index] in _LAST
    known = _closing(order) if closes else order
    before = [name for name in sequence[:index] if name in known]
    if before:
        return order.index(before[-1]) + 1
    after = sequence[index:] if closes else sequence
    return min((order.index(name) for name in after if name in known), default=len(order))


def _closing(order: Sequence[str]) -> Sequence[str]:
    """The sections at the end that close the document, with nothing after them that does not."""
    others = [place for place, name in enumerate(order) if name not in _LAST]
    return order[others[-1] + 1 :] if others else order


def assembled(
    draft: Draft, plan: Plan, texts: Mapping[str, tuple[Block, ...]], further: Sequence[Avsnitt]
) -> list[Section]:
    """The sections that have something to say, in order, with the author's further ones in their places."""
    order = plan.order(list(texts))
    # A further section may name any other as the one that it follows.
    told = order if further else [key for key in order if texts.get(key)]
    sections = {key: Section(key, plan.heading(key, draft), Blocks(texts.get(key, ()))) for key in told}
    behind: dict[str, str] = {}
    for index, avsnitt in _in_turn(further):
        section = _further(draft, avsnitt, index, sections)
        before = _followed(draft, avsnitt, index, order, sections)
        order.insert(_place_behind(before, order, behind) if before else len(order), section.nyckel)
        behind[section.nyckel] = before
        sections[section.nyckel] = section
    return [sections[key] for key in order if key in sections and sections[key].text]


def _in_turn(further: Sequence[Avsnitt]) -> Iterator[tuple[int, Avsnitt]]:
    """The author's sections with their places in the file; one that goes behind a later one waits for it."""
    waiting = list(enumerate(further))
    while waiting:
        still_to_come = {fold(avsnitt.rubrik) for _, avsnitt in waiting}
        ready = (one for one in waiting if fold(one[1].efter or "") not in still_to_come)
        chosen = next(ready, waiting[0])
        waiting.remove(chosen)
        yield chosen


def _further(draft: Draft, avsnitt: Avsnitt, index: int, taken: Mapping[str, Section]) -> Section:
    key = re.sub(r"\W+", "_", fold(avsnitt.rubrik)).strip("_") or "avsnitt"
    while key in taken:
        key = f"{key}_{index + 1}"
    path = ("fler_avsnitt", index)
    rubrik = draft.line(avsnitt.rubrik, (*path, "rubrik"), "avsnitt")
    return Section(key, rubrik, Blocks(draft.markdown(avsnitt.text, (*path, "text"), "avsnitt")))


def _followed(draft: Draft, avsnitt: Avsnitt, index: int, order: list[str], sections: Mapping[str, Section]) -> str:
    """The section that ``efter`` names, by key or heading; empty without one."""
    if avsnitt.efter is None:
        return ""
    wanted = fold(avsnitt.efter)
    found = next((key for key in order if wanted in {key, fold(sections[key].rubrik)}), None)
    if found is not None:
        return found
    known = {fold(sections[key].rubrik): sections[key].rubrik for key in order}
    near = get_close_matches(wanted, known, n=1)
    help_ = f'menade du "{known[near[0]].lower()}"?' if near else "välj bland: " + ", ".join(known.values()).lower()
    message = f'avsnittet "{avsnitt.efter}" finns inte'
    draft.remark(Remark("VA02", ("fler_avsnitt", index, "efter"), message, help_, avsnitt.efter))
    return ""


def _place_behind(before: str, order: Sequence[str], behind: Mapping[str, str]) -> int:
    """After ``before`` and all that already goes behind it: sections with one ``efter`` keep the author's order."""
    led = {before}
    for place, key in enumerate(order[order.index(before) + 1 :], start=order.index(before) + 1):
        if behind.get(key) not in led:
            return place
        led.add(key)
    return len(order)


def fields(plan: Plan, sections: Sequence[Section], draft: Draft) -> dict[str, Value]:
    """What a template sees of the sections: the loop, and each one under its own name."""
    result: dict[str, Value] = {
        "avsnitt": [{"nyckel": one.nyckel, "rubrik": one.rubrik, "text": one.text} for one in sections]
    }
    for key in plan.order([]):
        result[key] = Blocks()
        result[f"{key}_rubrik"] = plan.heading(key, draft)
    for one in sections:
        result[one.nyckel] = one.text
        result[f"{one.nyckel}_rubrik"] = one.rubrik
    return result
