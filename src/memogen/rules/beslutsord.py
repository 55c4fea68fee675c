"""The verbs that decisions are made of."""

from __future__ import annotations

BESLUTSVERB = frozenset(
    """acceptera adjungera anmoda anmäla anse ansluta anslå anställa ansöka anta anvisa arrendera arvodera avbryta avge
    avgränsa avskriva avsluta avslå avstyrka avsätta avtala avveckla avvisa befria befullmäktiga begränsa begära
    bekräfta bemyndiga benämna besluta bestämma besvara betala bevilja bibehålla bidra bifalla bilda bjuda bordlägga
    byta debitera dela delegera delge delta disponera efterge emotta entlediga erbjuda erhålla ersätta expediera
    expropriera fastslå fastställa finansiera flytta fortsätta frånträda fullfölja föra förbjuda fördela förelägga
    föreslå förklara förlänga förordna försälja förvärva garantera ge genomföra godkänna gå göra hemställa hyra
    hänskjuta häva höja höra informera införa ingå inhämta initiera inkalla inköpa inleda inrätta instämma investera
    justera komplettera konstatera kungöra köpa låna låta lägga lämna lösa meddela medfinansiera medge medverka
    minska namnge nominera notera ombudgetera omfördela ompröva ordna organisera placera planlägga prolongera pröva
    publicera ratificera redovisa reglera rekommendera remittera reservera revidera rikta samråda se sluta starta
    ställa stänga stödja säga sälja sända sänka ta teckna tilldela tillföra tillskriva tillstyrka tillsända tillsätta
    tillträda tillåta tillämpa undanta underrätta underteckna uppdra upphandla upphäva upplysa upplåta uppmana
    upprätta uppskjuta uppta utdela utfärda utlysa utnämna utreda utse uttala utträda utöka utöva vidarebefordra
    vidhålla vidta välja yttra åta återkalla återremittera återta ändra öka öppna överenskomma överföra överklaga
    överlåta överlämna översända överta""".split()  # noqa: SIM905 - words read better as running text
)
"""First words of decision points in their basic form; vague ones (``verka``, ``sträva``) left out."""

PRESENSVERB = frozenset(
    """anslår antar avger avskriver avslår avstyrker avsätter beslutar bemyndigar beviljar bifaller bordlägger delegerar
    entledigar fastställer föreslår förordnar ger godkänner ingår inrättar konstaterar lägger lämnar medger noterar
    remitterar ställer tillstyrker uppdrar upphäver upprättar utser väljer återremitterar överlämnar
    översänder""".split()  # noqa: SIM905 - words read better as running text
)
"""Verbs of decisions that are full sentences."""
