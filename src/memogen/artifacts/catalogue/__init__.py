"""The catalogue: every field that a template of each kind may ask for. ``compose`` fills them all, no more, no less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from memogen.artifacts.catalogue.documents import (
    INNEHALL,
    REMISS,
    STYRDOKUMENT,
    TJANSTESKRIVELSE,
)
from memogen.artifacts.catalogue.form import Field, Form, section
from memogen.artifacts.catalogue.meetings import (
    ANSLAGSBEVIS,
    KALLELSE,
    PROTOKOLL,
    PROTOKOLLSUTDRAG,
    REGISTER,
)
from memogen.artifacts.catalogue.tags import written
from memogen.model import rubriker

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "SECTIONS", "Field", "Form", "fields", "written"]

KINDS: Final = {
    "tjansteskrivelse": ("tjänsteskrivelse", TJANSTESKRIVELSE),
    "styrdokument": ("styrdokument", STYRDOKUMENT),
    "remiss": ("remiss", REMISS),
    "protokollsutdrag": ("protokollsutdrag", PROTOKOLLSUTDRAG),
    "kallelse": ("kallelse", KALLELSE),
    "protokoll": ("protokoll", PROTOKOLL),
    "anslagsbevis": ("anslagsbevis", ANSLAGSBEVIS),
    "register": ("register", REGISTER),
    "innehall": ("innehållsförteckning", INNEHALL),
}
"""The kinds of documents, each with its Swedish name and its fields."""

SECTIONS: Final = {
    "tjansteskrivelse": rubriker.TJANSTESKRIVELSE,
    "protokollsutdrag": rubriker.PROTOKOLL,
    "styrdokument": rubriker.STYRDOKUMENT,
}
"""The usual sections of the kinds that have sections under their own names."""


def fields(kind: str, further: Mapping[str, str] | None = None) -> tuple[Field, ...]:
    """The fields of a kind; ``further`` are the sections that a profile adds, by name with their headings.

    Raises:
        KeyError: there is no such kind.
    """
    _, known = KINDS[kind]
    names = {field.name for field in known}
    added = (field for key, heading in (further or {}).items() for field in section(key, heading))
    return (*known, *(field for field in added if kind in SECTIONS and field.name not in names))
