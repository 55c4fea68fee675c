"""The verbs that decisions are made of."""

from __future__ import annotations

BESLUTSVERB = frozenset(
    """acceptera adjungera anmoda anmäla anse ansluta anslå ansöka anta anvisa arrendera arvodera avbryta avge
    avgränsa avskriva avsluta avslå avstyrka avsätta avtala avveckla avvisa befria begära bekräfta bemyndiga besluta
    bestämma besvara bevilja bibehålla bidra bifalla bilda bjuda bordlägga byta dela delegera delge delta disponera
    efterge emotta entlediga ersätta erbjuda erhålla expropriera fastslå fastställa finansiera flytta
    fortsätta frånträda fullfölja fördela förelägga förklara förlänga förordna försälja förvärva föra föreslå ge
    genomföra godkänna gå göra hemställa häva höja hyra höra ingå inleda inrätta införa inhämta initiera
    inkalla instämma inköpa investera justera komplettera konstatera kungöra köpa lägga lämna låta medge meddela
    medverka minska nominera notera ompröva omfördela ordna organisera pröva publicera placera planlägga
    reglera remittera revidera rikta ratificera redovisa samråda se sluta ställa starta stödja säga sälja sända sänka
    ta teckna tillföra tillsätta tillstyrka tillsända tillträda tillåta tilldela tillskriva upphandla
    upphäva uppdra uppmana upplåta upprätta uppskjuta upplysa uttala utlysa utöka utse utreda utfärda utnämna utöva
    uppta underteckna välja vidarebefordra vidta vidhålla yttra återkalla återremittera återta åta ändra överenskomma
    överföra överklaga överlåta överlämna översända överta öppna öka""".split()  # noqa: SIM905 - words read better as running text
)
"""First words of decision points in their basic form; vague ones (``verka``, ``sträva``) left out."""

PRESENSVERB = frozenset(
    """anslår antar avger avskriver avslår avstyrker avsätter beslutar bemyndigar beviljar bifaller bordlägger delegerar
    entledigar fastställer föreslår förordnar ger godkänner ingår inrättar konstaterar lägger lämnar medger noterar
    remitterar ställer tillstyrker uppdrar upphäver upprättar utser väljer återremitterar överlämnar
    översänder""".split()  # noqa: SIM905 - words read better as running text
)
"""Verbs of decisions that are full sentences."""
