"""People: ``Förnamn Efternamn``, ``Förnamn Efternamn (S)`` or a mapping."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from memogen.model.grund import Grund, Rad, radvis

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


def person_av_text(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """``Anna Ek (S)`` → ``{namn: Anna Ek, parti: S}``; a mapping's ``namn`` may carry the party likewise."""
    if isinstance(value, str):
        _check(value)
        value = {"namn": value}
    if isinstance(value, dict) and isinstance(value.get("namn"), str) and "parti" not in value:
        found = _MED_PARTI.fullmatch(value["namn"].strip())
        if found:
            return {**value, **found.groupdict()}
    return value


def _check(text: str) -> None:
    """Refuses a party without a name, an empty party, and a parenthesis that is not closed or not opened."""
    written = " ".join(text.split())
    if re.match(r"\(|$", written) or re.search(r"\(\s*\)", written) or written.count("(") != written.count(")"):
        advice = {"help": "skriv personen som Förnamn Efternamn eller Förnamn Efternamn (S)"}
        raise PydanticCustomError("VA05", 'personen "{text}" är ofullständigt skriven', {"text": written, **advice})


EnPerson = Annotated[Person, BeforeValidator(person_av_text)]
Personer = Annotated[tuple[EnPerson, ...], BeforeValidator(radvis)]
