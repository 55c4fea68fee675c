"""People: ``Förnamn Efternamn``, ``Förnamn Efternamn (S)`` or a mapping."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from memogen.model.grund import Grund, Rad, radvis

_PARTI = re.compile(r"\([A-ZÅÄÖ][^\W\d_]{0,4}\)")
_NASTA = re.compile(r"(?<=\))\s*(?:[,;]?\s*\b(?:och|samt)\b|[,;&])\s*")
_NAMN_MED_PARTI = re.compile(r"(?!.*\bför\b)[^\W\d_a-zåäö][^(),;:§0-9]*\([^()]{1,6}\)")
_MED_PARTI = re.compile(r"(?P<namn>[^()]+?)\s*\((?P<parti>[^()]*)\)")


class Person(Grund):
    """A person as the document names them."""

    namn: Rad = Field(title="namn", description="Förnamn och efternamn", examples=["Anna Ek"])
    titel: Rad | None = Field(None, title="titel", description="Befattning", examples=["Kommundirektör"])
    parti: Rad | None = Field(None, title="parti", description="Partibeteckning", examples=["S"])
    telefon: Rad | None = Field(None, title="telefon", examples=["0123-456 78"])
    e_post: Rad | None = Field(None, title="e-post", examples=["anna.ek@bjorkvalla.example"])

    @property
    def med_parti(self) -> str:
        """``Anna Ek (S)``, or the name alone."""
        return f"{self.namn} ({self.parti})" if self.parti else self.namn


def flera_personer(text: str) -> list[str]:
    """The persons of ``Anna Ek (S), Bo Ask (M) och Cia Dal (C)``; empty where it is not several with a party each."""
    parts = _NASTA.split(text.strip())
    return parts if len(parts) > 1 and all(map(_NAMN_MED_PARTI.fullmatch, parts)) else []


def personvis(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """As :func:`radvis`, where several persons with a party each may stand in one line."""
    return (flera_personer(value) if isinstance(value, str) else []) or radvis(value)


def person_av_text(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """``Anna Ek (S)`` → ``{namn: Anna Ek, parti: S}``; a mapping's ``namn`` may carry the party likewise."""
    if isinstance(value, str):
        _check(value)
        value = {"namn": value}
    if isinstance(value, dict) and isinstance(value.get("namn"), str):
        found = _MED_PARTI.fullmatch(value["namn"].strip())
        if found:
            return {**value, **_med_ett_parti(found, value.get("parti"))}
    return value


def _med_ett_parti(found: re.Match[str], parti: object) -> dict[str, str]:
    """The name and the party apart, where ``parti`` says the same or nothing."""
    if isinstance(parti, str) and parti.strip().lower() != found["parti"].strip().lower():
        told = {"text": found["namn"], "ett": found["parti"], "annat": parti.strip(), "help": "skriv ett av dem"}
        raise PydanticCustomError("VA05", 'personen "{text}" har två partier, {ett} och {annat}', told)
    return found.groupdict()


def _check(text: str) -> None:
    """Refuses a party without a name, an empty party, a parenthesis that is not closed or opened, and two parties."""
    written = " ".join(text.split())
    if re.match(r"\(|$", written) or re.search(r"\(\s*\)", written) or written.count("(") != written.count(")"):
        advice = {"help": "skriv personen som Förnamn Efternamn eller Förnamn Efternamn (S)"}
        raise PydanticCustomError("VA05", 'personen "{text}" är ofullständigt skriven', {"text": written, **advice})
    if len(_PARTI.findall(written)) > 1:
        advice = {
            "help": "skriv en person i taget: [Anna Ek (S), Bo Ask (M)], och annat än namn och parti under nycklar"
        }
        raise PydanticCustomError("VA05", '"{text}" har mer än ett parti', {"text": written, **advice})


EnPerson = Annotated[Person, BeforeValidator(person_av_text)]
Personer = Annotated[tuple[EnPerson, ...], BeforeValidator(personvis)]
