"""``typ: styrdokument``: policy, riktlinje, rutin or vägledning."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from memogen.model.bilaga import Bilagor
from memogen.model.grund import Datum, Grund, Markdown, Rad, Rader


class Styrdokument(Grund):
    """A governing document. ``datum`` is empty until it is adopted."""

    typ: Literal["styrdokument"] = Field("styrdokument", title="typ")
    kategori: Literal["policy", "riktlinje", "rutin", "vagledning"] = Field(title="kategori")
    rubrik: Rad = Field(title="rubrik")
    beslutsfattare: Rad | None = Field(None, title="beslutsfattare", description="Organet som antar dokumentet")
    dokumentansvarig: Rad | None = Field(None, title="dokumentansvarig", description="Rollen som svarar för det")
    datum: Datum | None = Field(None, title="datum", description="Dagen då det antogs; tomt i ett förslag")
    diarienummer: Rad | None = Field(None, title="diarienummer")
    innehall: Markdown = Field(title="innehåll", description="Dokumentets text i Markdown, med rubriker")
    relaterade_dokument: Rader = Field((), title="relaterade dokument")
    bilagor: Bilagor = Field((), title="bilagor")
