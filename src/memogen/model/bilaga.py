"""Bilagor, further sections and the small records that several kinds of document share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from memogen.model.grund import Datum, Grund, Markdown, Rad, en_eller_flera, punktvis
from memogen.model.nyckel import fold


class Sekretess(Grund):
    """Secrecy: the provision, and what or how long it covers."""

    lagrum: Rad = Field(title="lagrum", description="Lagrummet", examples=["39 kap. 2 § OSL"])
    galler: Rad | None = Field(None, title="gäller", description="Vad eller hur länge sekretessen gäller")


_INGEN = frozenset({"nej", "false", "ingen"})
_NAGON = frozenset({"ja", "true"})


def _sekretess(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """``nej`` says that there is none; ``ja`` alone does not say under which provision, and is refused."""
    word = fold(value) if isinstance(value, str) else ""
    if word in _NAGON:
        told = {"text": value, "help": "skriv lagrummet, till exempel 39 kap. 2 § OSL"}
        raise PydanticCustomError("VA02", 'sekretess "{text}" säger inte enligt vilket lagrum', told)
    if word in _INGEN:
        return None
    return {"lagrum": value} if isinstance(value, str) else value


EnSekretess = Annotated[Sekretess | None, BeforeValidator(_sekretess)]


class Bilaga(Grund):
    """A bilaga, numbered by its place in the list. ``fil`` is relative to the file that names it."""

    titel: Rad = Field(title="titel", description="Bilagans titel")
    fil: Rad | None = Field(None, title="fil", description="PDF, Word-fil, bild eller memogen-fil")
    datum: Datum | None = Field(None, title="datum")
    diarienummer: Rad | None = Field(None, title="diarienummer")
    sekretess: EnSekretess = Field(None, title="sekretess")


def _bilaga(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    return {"titel": value} if isinstance(value, str) else value


Bilagor = Annotated[tuple[Annotated[Bilaga, BeforeValidator(_bilaga)], ...], BeforeValidator(punktvis)]


class Avsnitt(Grund):
    """A section beyond the profile's; ``efter`` names the section that it follows (none: last)."""

    rubrik: Rad = Field(title="rubrik")
    text: Markdown = Field(title="text", description="Löptext i Markdown")
    efter: Rad | None = Field(None, title="efter", description="Avsnittet som det här kommer efter")


FlerAvsnitt = Annotated[tuple[Avsnitt, ...], BeforeValidator(en_eller_flera)]


class Relaterat(Grund):
    """An earlier decision that the case builds on."""

    diarienummer: Rad | None = Field(None, title="diarienummer")
    organ: Rad | None = Field(None, title="organ")
    datum: Datum | None = Field(None, title="datum")
    paragraf: Rad | None = Field(None, title="paragraf")


def _relaterat(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    return {"diarienummer": value} if isinstance(value, str) else value


def _ej_relevant(value: Any) -> Any:  # noqa: ANN401 - a validator before the type is known
    """``{ej relevant: skäl}`` → the words that the document says."""
    if isinstance(value, dict) and value.keys() == {"ej_relevant"} and isinstance(value["ej_relevant"], str):
        return f"Ej relevant: {value['ej_relevant'].strip()}"
    return value


Perspektiv = Annotated[Markdown, BeforeValidator(_ej_relevant)]


class Konsekvenser(Grund):
    """Consequences by perspective: text, or ``ej relevant: skäl``."""

    barn: Perspektiv | None = Field(None, title="barn")
    jamstalldhet: Perspektiv | None = Field(None, title="jämställdhet")
    naringsliv: Perspektiv | None = Field(None, title="näringsliv")
    klimat: Perspektiv | None = Field(None, title="klimat")


Relaterade = Annotated[tuple[Annotated[Relaterat, BeforeValidator(_relaterat)], ...], BeforeValidator(en_eller_flera)]
