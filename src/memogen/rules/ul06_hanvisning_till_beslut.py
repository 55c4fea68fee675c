"""UL06: an earlier decision is cited by organ, date and paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memogen.diagnostics import Severity
from memogen.model.dagar import days
from memogen.model.styrdokument import Styrdokument
from memogen.rules.grund import Rule
from memogen.rules.texter import running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memogen.diagnostics import Remark
    from memogen.model.grund import Grund
    from memogen.rules.grund import Context
    from memogen.rules.texter import Text

_TIGHT = re.compile(r"§[0-9]+")
_CITED = re.compile(r"§{1,2}[ \u00a0]?[0-9]+")
_DECISION = re.compile(r"(?i)beslut(?:ade|ades|at|ats|et|en|)\b")
_ORGAN = re.compile(r"(?i:styrelse|fullmäktige|nämnd|utskott|förbund|direktion)|\b(?:K[SF]|[A-ZÅÄÖ]{1,4}[NU])\b")
_LAW = re.compile(
    r"(?i)\bkap\b|lag(?:en|ens)?\b|förordning|reglemente|föreskrift|balken|stadga|arbetsordning|avtal|ordning"
)


def check(document: Grund, _context: Context) -> Iterator[Remark]:
    """``§`` and its number without a space; a decision cited by paragraph without a date or an organ."""
    for text in running_texts(document):
        if "§" not in text.value:
            continue
        for found in _TIGHT.finditer(text.value):
            number = found[0][1:]
            message = f"mellanslag saknas i {found[0]}"
            yield text.remark("UL06", found, message, help=f"skriv § {number}")
        if not isinstance(document, Styrdokument):
            yield from _citations(text)


def _citations(text: Text) -> Iterator[Remark]:
    before = ""
    for start, sentence in text.sentences():
        found = _CITED.search(sentence)
        if found and _DECISION.search(sentence) and not _LAW.search(sentence):
            missing = [
                word
                for word, there in (("datum", any(days(sentence))), ("organ", _ORGAN.search(before + sentence)))
                if not there
            ]
            if missing:
                message = f"hänvisningen till {found[0]} saknar {' och '.join(missing)}"
                advice = 'skriv till exempel "kommunstyrelsen den 8 februari 2023 § 16"'
                yield text.at("UL06", found[0], start + found.start(), message, help=advice)
        before = sentence


RULE = Rule(
    code="UL06",
    title="Oklar hänvisning till ett beslut",
    severity=Severity.WARNING,
    what="Ett tidigare beslut anges med organ, datum och paragraf, med mellanslag efter paragraftecknet.",
    why="Paragraferna börjar om varje år och varje organ har sin egen serie. ”§ 16” ensamt kan vara vilket "
    "beslut som helst.",
    example="Beslutet om översyn fattades i § 16.",
    instead="Kommunstyrelsen beslutade om översynen den 8 februari 2023 § 16.",
    check=check,
)
