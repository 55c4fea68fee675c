"""Yrkanden: what they are called, and the phrases that their texts continue."""

from __future__ import annotations

import re
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

_REASON = ("eftersom ", "därför att ", "med hänvisning ", "med motiveringen ", "på grund av ")
_AS_WRITTEN = Continuation(("",), "{} yrkar ")

CONTINUED = {
    "yrkanden": (_AS_WRITTEN,),
    "yrkanden bifall": (
        Continuation(("till ",), "{} yrkar bifall "),
        Continuation(_REASON, f"{{}} yrkar bifall till {PROPOSAL} "),
    ),
    "yrkanden avslag": (
        Continuation(("på ",), "{} yrkar avslag "),
        Continuation(_REASON, f"{{}} yrkar avslag på {PROPOSAL} "),
    ),
    "yrkanden aterremiss": (
        Continuation(("för ", "med ", "i syfte ", *_REASON), "{} yrkar att ärendet återremitteras "),
    ),
    "yrkanden bordlaggning": (
        Continuation(("till ", "för ", "i avvaktan ", *_REASON), "{} yrkar att ärendet bordläggs "),
    ),
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

_TELLS = {
    "bifall": re.compile(r"bif(?:all|öll)"),
    "avslag": re.compile(r"avsl(?:ag|å|og)"),
    "aterremiss": re.compile(r"återremi"),
    "bordlaggning": re.compile(r"bord(?:lägg|lagd|lade)"),
    "tillagg": re.compile(r"^som |tillägg"),
    "andring": re.compile(r"^som |ändr"),
}
"""Words by which a text says itself what kind of yrkande it is."""

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
    known = next((way for way in CONTINUED.get(f"{name} {kind}", ()) if text.startswith(way.beginnings)), None)
    if known is None and kind is not None and not _TELLS[kind].search(text):
        return None
    return known or next((way for way in CONTINUED.get(name, ()) if text.startswith(way.beginnings)), None)


def as_clause(name: str, text: str) -> str:
    """A yrkande in the bare form of a decision point, ``anta taxan``, as what one yrkar: ``att anta taxan``."""
    return f"att {text}" if name == "yrkanden" and text.partition(" ")[0] in BESLUTSVERB else text
