"""For which kind of document a template is made: its name says so, or else its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen.render.review.kinds import kind_of

if TYPE_CHECKING:
    from tests.unit.render.conftest import Desk


@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("remiss", "remiss"),
        ("Remiss skolan", "remiss"),
        ("Tjänsteskrivelse", "tjansteskrivelse"),
        ("protokoll-2026", "protokoll"),
        ("protokollsutdrag-ny", "protokollsutdrag"),
    ],
)
def test_the_name_of_the_file_says_the_kind(stem: str, kind: str) -> None:
    assert kind_of(b"", stem) == kind


@pytest.mark.parametrize(
    ("field", "kind"), [("svar_senast", "remiss"), ("kategori", "styrdokument"), ("paragrafspann", "protokoll")]
)
def test_without_a_telling_name_the_fields_say_it(desk: Desk, field: str, kind: str) -> None:
    path = desk.template(desk.p(f"{{{{ rubrik }}}} {{{{ {field} }}}}"))
    assert kind_of(path.read_bytes(), "mall") == kind


def test_a_file_that_cannot_be_read_is_taken_for_a_tjansteskrivelse() -> None:
    assert kind_of(b"no zip file", "mall") == "tjansteskrivelse"
