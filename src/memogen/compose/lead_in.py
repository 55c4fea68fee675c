"""Lead-ins: who decides, or proposes to whom: ``Kommunstyrelsen föreslår kommunfullmäktige besluta``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memogen.compose.wording import capital, filled_with_organs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memogen.compose.organs import Organs
    from memogen.model.profil import DokumentVal, Ingress, Profil

_BESLUTAR = "{organ} beslutar"
_FORESLAR = "{organ} föreslår {mottagare} besluta"
_OWN = " för egen del"
_ONWARDS = (("att {mottagare}", " föreslår att "), ("föreslå", " att föreslå "), ("", " att lämna vidare till "))
"""What stands between two organs of a chain, by what the phrase has: a clause, a verb, or neither."""


class Phrases(NamedTuple):
    """The lead-ins of one kind of document; ``given`` is false where the profile names none."""

    beslutar: str
    foreslar: str
    for_egen_del: str
    given: bool


def phrases(val: DokumentVal, upwards: Ingress | None = None) -> Phrases:
    """The profile's phrases; ``upwards`` has the phrase for proposals where ``val`` names none."""
    own = val.ingress
    beslutar = (own and own.beslutar) or _BESLUTAR
    foreslar = (own and own.foreslar) or (upwards and upwards.foreslar)
    return Phrases(
        beslutar,
        foreslar or _FORESLAR,
        (own and own.for_egen_del) or _before_colon(beslutar, _OWN),
        given=own is not None,
    )


def of_tjansteskrivelse(profil: Profil) -> Phrases:
    """The phrases of a tjänsteskrivelse."""
    return phrases(profil.tjansteskrivelse)


def of_protokoll(profil: Profil) -> Phrases:
    """The phrases of the minutes: what a tjänsteskrivelse proposes is decided here, so its own do not serve."""
    return phrases(profil.protokoll, profil.tjansteskrivelse.ingress)


def lead_in(chain: Sequence[str], phrases: Phrases, organs: Organs, *, for_egen_del: bool = False) -> str:
    """The sentence for a chain of organs, from the one that acts up to the one that decides.

    One organ ``beslutar``, two ``A föreslår B besluta``, three ``A föreslår B att föreslå C besluta``, or, where the
    profile has no such verb, ``A lämnar förslag till B att lämna vidare till C``. Empty where no organ is known.
    """
    if not chain:
        return ""
    if len(chain) == 1:
        phrase = phrases.for_egen_del if for_egen_del else phrases.beslutar
        return filled_with_organs(phrase, organs, {"organ": chain[0], "mottagare": chain[0]})
    phrase = _before_colon(phrases.foreslar, _OWN) if for_egen_del else phrases.foreslar
    onwards = next(between for sign, between in _ONWARDS if sign in phrase.casefold())
    upwards = onwards.join(organs.in_sentence(name) for name in chain[1:])
    sentence = filled_with_organs(phrase, organs, {"organ": chain[0]})
    return (
        capital(sentence.replace("{mottagare}", upwards))
        if sentence.startswith("{")
        else sentence.replace("{mottagare}", upwards)
    )


def _before_colon(phrase: str, words: str) -> str:
    return f"{phrase[:-1].rstrip()}{words}:" if phrase.endswith(":") else phrase + words
