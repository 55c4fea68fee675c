"""The handbook names everything that a template author may use, and every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from memogen.cli.door import COMMANDS
from memogen.render.filters import FILTERS

HANDBOOK = (Path(__file__).parents[2] / "docs" / "handledning.md").read_text(encoding="utf-8")
SHORT_FORMS = {"d", "count", "escape"}


@pytest.mark.parametrize(
    "name", sorted(name for name in FILTERS if not name.startswith("_") and name not in SHORT_FORMS)
)
def test_every_filter_that_is_allowed_is_in_the_handbook(name: str) -> None:
    assert f"`{name}`" in HANDBOOK


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_handbook(name: str) -> None:
    assert f"`memogen {name}" in HANDBOOK


def test_the_handbook_promises_no_filter_that_is_refused() -> None:
    sentence = HANDBOOK[HANDBOOK.index("de här filtren") : HANDBOOK.index("Makron, `include`")]

    assert set(re.findall(r"`(\w+)`", sentence)) <= FILTERS.keys()
