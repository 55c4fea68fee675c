"""An invented municipality, and documents as text, as the reader of files gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen import compose
from memogen.artifacts import Blocks, ListBlock, Memo, Paragraph
from memogen.compose.pieces import pieces, plain
from memogen.diagnostics import Remark
from memogen.model.arende import Arende
from memogen.model.profil import Profil
from memogen.model.protokollsutdrag import Protokollsutdrag
from memogen.model.remiss import Remiss
from memogen.model.sammantrade import Sammantrade
from memogen.model.styrdokument import Styrdokument

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from memogen.model.grund import Grund

Made = tuple[Memo, tuple[Remark, ...]]
Meeting = tuple[tuple[Memo, ...], tuple[Remark, ...]]

ORGAN = {
    "Kommunstyrelsens arbetsutskott": {"kortnamn": "KSAU", "bereder_for": "Kommunstyrelsen"},
    "Kommunstyrelsen": {"kortnamn": "KS", "bereder_for": "KF"},
    "Kommunfullmäktige": {"kortnamn": "KF"},
    "Nämnden för Lärande": {"kortnamn": "NL", "bereder_for": "Kommunfullmäktige"},
    "VA-nämnden": {"kortnamn": "VAN"},
}


def _no_picture(name: str) -> Path:
    raise FileNotFoundError(name)


@pytest.fixture
def profil() -> Callable[..., Profil]:
    """The profile of Björkvalla kommun; keys are folded, as the reader of files gives them."""

    def make(**choices: object) -> Profil:
        return Profil.model_validate({"kommun": "Björkvalla kommun", "organ": ORGAN, **choices})

    return make


@pytest.fixture
def arende() -> Callable[..., Arende]:
    def make(**keys: object) -> Arende:
        usual = {
            "diarienummer": "KS-2026-00123",
            "rubrik": "Antagande av taxa för torghandel",
            "datum": "2026-03-12",
            "mottagare": "Kommunstyrelsen",
        }
        return Arende.model_validate(usual | keys)

    return make


@pytest.fixture
def memo(profil: Callable[..., Profil]) -> Callable[..., Made]:
    """Composes a document from its folded keys; ``typ`` chooses the kind, ``profil`` the choices."""

    def make(document: Grund | None = None, /, **keys: object) -> Made:
        choices = keys.pop("profil", {})
        behind = keys.pop("bakom", None)
        find = keys.pop("bild", _no_picture)
        kind = {"styrdokument": Styrdokument, "remiss": Remiss, "protokollsutdrag": Protokollsutdrag}.get(
            keys.get("typ", ""), Arende
        )
        made = document or kind.model_validate(keys)
        return compose.memo(made, compose.Context(profil(**choices), find, behind))

    return make


@pytest.fixture
def meeting(
    profil: Callable[..., Profil], arende: Callable[..., Arende]
) -> Callable[..., tuple[Sammantrade, compose.Context]]:
    """A meeting from its folded keys, and its context; ``bakom`` has the keys of the cases that its paragraphs name."""

    def make(
        *, bakom: Sequence[dict[str, Any]] = (), val: dict[str, Any] | None = None, forsta: int = 1, **keys: object
    ) -> tuple[Sammantrade, compose.Context]:
        cases = [arende(**case) for case in bakom]
        behind = {case.diarienummer: compose.CaseBehind(case, _no_picture) for case in cases if case.diarienummer}
        made = Sammantrade.model_validate({"organ": "KS", "datum": "2026-04-08", **keys})
        return made, compose.Context(profil(**(val or {})), _no_picture, arenden=behind, forsta_paragraf=forsta)

    return make


@pytest.fixture
def minutes(meeting: Callable[..., tuple[Sammantrade, compose.Context]]) -> Callable[..., Meeting]:
    """Composes every document of a meeting."""
    return lambda **keys: compose.memos(*meeting(**keys))


@pytest.fixture
def case_lines(arende: Callable[..., Arende], memo: Callable[..., Made]) -> Callable[..., list[str]]:
    """The lines of one section of a tjänsteskrivelse, list numbers shown."""

    def make(section: str, *, profil: dict[str, Any] | None = None, **keys: object) -> list[str]:
        return lines(memo(arende(**keys), profil=profil or {})[0].fields[section])

    return make


@pytest.fixture
def paragraph_lines(memo: Callable[..., Made]) -> Callable[..., list[str]]:
    """The lines of one section of a protokollsutdrag."""

    def make(section: str, **keys: object) -> list[str]:
        usual = {"typ": "protokollsutdrag", "organ": "KS", "datum": "2026-04-02", "paragraf": "44", "rubrik": "Taxa"}
        return lines(memo(**(usual | keys))[0].fields[section])

    return make


@pytest.fixture
def shown() -> Callable[..., list[str]]:
    """Blocks as lines of text with list numbers and bullets."""
    return lines


def lines(value: object) -> list[str]:
    assert isinstance(value, Blocks)
    result: list[str] = []
    for block in value.blocks:
        if isinstance(block, ListBlock):
            numbers = block.numbers or range(block.start, block.start + len(block.items))
            for number, item in zip(numbers, block.items, strict=True):
                first, *rest = lines(Blocks(item))
                result.append(f"{number}. {first}" if block.ordered else f"- {first}")
                result += [f"  {line}" for line in rest]
        elif isinstance(block, Paragraph):
            result.append(plain(block.content).replace("\u00a0", " "))
        else:
            result += [piece.replace("\u00a0", " ") for piece in pieces([block])]
    return result
