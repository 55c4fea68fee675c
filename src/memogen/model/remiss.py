"""``typ: remiss``: a request for opinions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memogen.model.bilaga import Bilagor
from memogen.model.grund import Datum, Grund, Markdown, Rad, Rader
from memogen.model.person import Personer


class Remiss(Grund):
    """A remiss: what the opinion should cover and when it must be in (cf. 26 § FL)."""

    typ: Literal["remiss"] = Field("remiss", title="typ")
    rubrik: Rad = Field(title="rubrik")
    diarienummer: Rad | None = Field(None, title="diarienummer")
    datum: Datum | None = Field(None, title="datum")
    avsandare: Rad | None = Field(None, title="avsändare")
    remissinstanser: Rader = Field((), title="remissinstanser")
    svar_senast: Datum | None = Field(None, title="svar senast")
    svar_till: Rad | None = Field(None, title="svar till")
    kontakt: Personer = Field((), title="kontakt")
    text: Markdown = Field(title="text")
    bilagor: Bilagor = Field((), title="bilagor")
