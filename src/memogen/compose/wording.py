"""Small pieces of Swedish: lists of names, and phrases with places to fill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from memogen.compose.organs import Organs
    from memogen.model.person import Person

_PLACE = re.compile(r"\{(\w+)\}")


def enumeration(words: Sequence[str]) -> str:
    """``A``, ``A och B``, ``A, B och C``."""
    return words[0] if len(words) == 1 else " och ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def persons(people: Sequence[Person]) -> str:
    """``Anna Ek (S) och Bo Ask (M)``."""
    return enumeration([person.med_parti for person in people])


def filled(phrase: str, values: Mapping[str, str]) -> str:
    """The phrase with ``{datum}`` and the like filled in; unknown places are left, a check has named them."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), phrase)


def filled_with_organs(phrase: str, organs: Organs, names: Mapping[str, str]) -> str:
    """The phrase with organ names filled in: a capital at the phrase's start, else as inside a sentence."""

    def name(found: re.Match[str]) -> str:
        given = names.get(found[1])
        if not given:
            return found[0] if given is None else ""
        return organs.at_start(given) if found.start() == 0 else organs.in_sentence(given)

    return re.sub(" {2,}", " ", _PLACE.sub(name, phrase)).strip()


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
