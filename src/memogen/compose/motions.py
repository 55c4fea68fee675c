"""Yrkanden: what they are called, and the phrases that their texts continue."""

from __future__ import annotations

from dataclasses import dataclass

PROPOSAL = "föreliggande förslag"
"""What the organ has before it: the proposal that was prepared."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """A phrase that a text goes on: ``{} yrkar `` + ``att …``; ``tail`` is said after the text."""

    beginnings: tuple[str, ...]
    lead: str
    tail: str = ""


CONTINUED = {
    "yrkanden": (Continuation(("",), "{} yrkar "),),
    "yrkanden aterremiss": (Continuation(("för ", "med ", "i syfte "), "{} yrkar att ärendet återremitteras "),),
    "yrkanden bordlaggning": (Continuation(("till ", "för ", "i avvaktan "), "{} yrkar att ärendet bordläggs "),),
    "yrkanden tillagg": (Continuation(("att ",), "{} yrkar som tillägg "),),
    "yrkanden andring": (Continuation(("att ",), "{} yrkar som ändring "),),
    "reservationer": (
        Continuation(("mot ", "i första hand ", "i andra hand ", "skriftligt ", "muntligt "), "{} reserverar sig "),
        Continuation(("till förmån ", "med hänvisning ", "i den del "), "{} reserverar sig mot beslutet "),
    ),
    "deltar_inte_i_beslutet": (
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
