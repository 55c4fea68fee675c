"""The table of faulty templates in the handbook is what the two programs say today."""

from __future__ import annotations

from pathlib import Path

from tests.mallar.table import page

TABLE = Path(__file__).parents[2] / "docs" / "mallkontroll.md"


def test_the_table_of_faulty_templates_is_in_step() -> None:
    assert TABLE.read_text(encoding="utf-8") == page(), "kör: python -m tests.mallar > docs/mallkontroll.md"
