"""What every type of the model stands on: the base class and the exact text types.

Every value arrives as the text of the file; a type says what the text must be. Pydantic's own generous
readings (``"86400"`` as a date, ``"1"`` as true) are not used. A refusal is a ``PydanticCustomError``
whose type is the diagnostic's code and whose context may carry ``help``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from memogen.model.dagar import meant


class Grund(BaseModel):
    """Base of the model: frozen, unknown keys refused, places looked up by the folded name."""

    # A command that reads one kind of file should not wait for the validators of the others to be built.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    found = "en lista" if isinstance(value, list) else "en mappning (nyckel: värde)"
    raise PydanticCustomError("VA01", "här ska det stå text, inte {found}", {"found": found})


def _line(value: object) -> str:
    text = _text(value)
    return " ".join(filter(None, (part.strip() for part in text.split("\n")))) if "\n" in text else text.strip()


def _markdown(value: object) -> str:
    return _text(value).strip("\n")


_BLANK_DATE = re.compile(r"(?i)[åy]{4}-mm-dd")


def _datum(value: object) -> dt.date:
    text = _line(value)
    wanted = {"help": "skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-03-12"}
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        if _BLANK_DATE.fullmatch(text):
            advice = "skriv datumet, till exempel 2026-03-12; ett styrdokument som inte är antaget har inget"
            raise PydanticCustomError("ID04", "datumet är inte ifyllt", {"help": advice})
        day = meant(text)
        if day:
            wanted = {"help": f"skriv {day.isoformat()}"}
        raise PydanticCustomError("ID04", '"{text}" är inte ett datum på formen ÅÅÅÅ-MM-DD', {"text": text, **wanted})
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("ID04", "datumet {text} finns inte i kalendern", {"text": text, **wanted}) from None


_JA_NEJ = {"ja": True, "nej": False, "true": True, "false": False}


def _ja_nej(value: object) -> bool:
    text = _line(value)
    try:
        return _JA_NEJ[text.lower()]
    except KeyError:
        raise PydanticCustomError("VA04", '"{text}" är varken ja eller nej', {"text": text}) from None


def _heltal(value: object) -> int:
    text = _line(value)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise PydanticCustomError("VA03", '"{text}" är inte ett heltal', {"text": text})
    return int(text)


def en_eller_flera(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """A single value stands for a list of one; nothing for an empty list."""
    if value is None:
        return ()
    return value if isinstance(value, list) else [value]


_PUNKT = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")


def radvis(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """As :func:`en_eller_flera`, where each line of a block of text is a value too: nobody breaks a name in two."""
    if not isinstance(value, str) or "\n" not in value.strip():
        return en_eller_flera(value)
    return [_PUNKT.sub("", line.strip(), count=1) for line in value.split("\n") if line.strip()]


def punktvis(value: Any) -> Any:  # noqa: ANN401 - as above
    """As :func:`en_eller_flera`, where a block of text may be a list; lines that may go on one another are refused."""
    if isinstance(value, str) and "\n" in value.strip():
        lines = [line.strip() for line in value.split("\n") if line.strip()]
        if not all(map(_PUNKT.match, lines)):
            advice = 'ta bort "|" och börja varje värde med "- "; är det ett enda, skriv det på en rad'
            raise PydanticCustomError("VA01", "flera rader text", {"help": advice})
    return radvis(value)


Rad = Annotated[str, BeforeValidator(_line)]
"""One line of text; a line break in the file is a space."""

Markdown = Annotated[str, BeforeValidator(_markdown)]
"""Running text in Markdown (docs/handledning.md, "Löptext")."""

Datum = Annotated[dt.date, BeforeValidator(_datum)]
"""A calendar day, written ISO 8601 (``2026-03-12``)."""

JaNej = Annotated[bool, BeforeValidator(_ja_nej)]
"""``ja`` or ``nej``."""

Heltal = Annotated[int, BeforeValidator(_heltal)]
"""A whole number, zero or more."""

Rader = Annotated[tuple[Rad, ...], BeforeValidator(punktvis)]
"""One line of text or a list of them."""
