"""Yrkanden: what they are called, and the phrases that their texts continue."""

from __future__ import annotations

from dataclasses import dataclass

from memogen.rules.beslutsord import BESLUTSVERB

PROPOSAL = "föreliggande förslag"
"""What the organ has before it: the proposal that was prepared."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """A phrase that a text goes on: ``{} yrkar `` + ``att …``; ``tail`` is said after the text."""

    beginnings: tuple[str, ...]
    lead: str
    tail: str = ""


_PART = ("i punkt ", "i punkterna ", "i den del ", "i fråga om ", "vad gäller ", "såvitt avser ", "avseende ")
"""How a text begins that is about a part of the decision."""

CONTINUED = {
    "yrkanden": (Continuation(("",), "{} yrkar "),),
    "yrkanden aterremiss": (Continuation(("för ", "med ", "i syfte "), "{} yrkar att ärendet återremitteras "),),
    "yrkanden bordlaggning": (Continuation(("till ", "för ", "i avvaktan "), "{} yrkar att ärendet bordläggs "),),
    "yrkanden tillagg": (Continuation(("att ",), "{} yrkar som tillägg "),),
    "yrkanden andring": (Continuation(("att ",), "{} yrkar som ändring "),),
    "reservationer": (
        Continuation(("mot ", "i första hand ", "i andra hand ", "skriftligt ", "muntligt "), "{} reserverar sig "),
        Continuation(("till förmån ", "med hänvisning ", *_PART), "{} reserverar sig mot beslutet "),
    ),
    "deltar_inte_i_beslutet": (
        Continuation(_PART, "{} deltar inte i beslutet "),
        Continuation(("i ",), "{} deltar inte "),
        Continuation(("på grund av ", "eftersom ", "med hänvisning "), "{} deltar inte i beslutet "),
    ),
    "jav": (
        Continuation(
            ("enligt ", "på grund av ", "eftersom ", "som ", "i egenskap "),
            "{} anmäler jäv ",
            " och deltar inte i handläggningen av ärendet.",
        ),
    ),
}
"""By section, and by section and kind of yrkande: how a text that begins with a small letter goes on a sentence."""

VERBS = {
    "yrkanden": "yrkar ",
    "reservationer": "reserverar sig ",
    "deltar_inte_i_beslutet": "deltar inte ",
    "jav": "anmäler jäv ",
}
"""What an author may write before the text though the sentence has it already."""


def continuation(name: str, kind: str | None, text: str) -> Continuation | None:
    """The phrase that a text goes on; None for a text that stands by itself."""
    if not text[:1].islower():
        return None
    ways = (*CONTINUED.get(f"{name} {kind}", ()), *CONTINUED.get(name, ()))
    return next((way for way in ways if text.startswith(way.beginnings)), None)


def as_clause(name: str, text: str) -> str:
    """A yrkande in the bare form of a decision point, ``anta taxan``, as what one yrkar: ``att anta taxan``."""
    return f"att {text}" if name == "yrkanden" and text.partition(" ")[0] in BESLUTSVERB else text
