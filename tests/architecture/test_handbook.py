"""The handbook names everything that a template author may use, and every command."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from memogen.cli.door import COMMANDS, memogen
from memogen.render.filters import FILTERS

HANDBOOK = (Path(__file__).parents[2] / "docs" / "handledning.md").read_text(encoding="utf-8")
SHORT_FORMS = {"d", "count", "escape"}
EVERYWHERE = {"--workspace", "--verbose", "--quiet", "--color", "--version", "--help"}


def options(group: click.Command, name: str) -> list[tuple[str, str]]:
    """Every option that is a command's own, with the command as a person writes it."""
    if isinstance(group, click.Group):
        context = click.Context(group)
        commands = [(each, group.get_command(context, each)) for each in group.list_commands(context)]
        return [found for each, command in commands if command for found in options(command, f"{name} {each}")]
    own = (max(each.opts, key=len) for each in group.params if isinstance(each, click.Option))
    return [(name, option) for option in own if option not in EVERYWHERE]


@pytest.mark.parametrize(
    "name", sorted(name for name in FILTERS if not name.startswith("_") and name not in SHORT_FORMS)
)
def test_every_filter_that_is_allowed_is_in_the_handbook(name: str) -> None:
    assert f"`{name}`" in HANDBOOK


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_handbook(name: str) -> None:
    assert f"`memogen {name}" in HANDBOOK


@pytest.mark.parametrize(("command", "option"), options(memogen, "memogen"))
def test_every_option_stands_in_the_handbook_with_its_command(command: str, option: str) -> None:
    (row,) = re.findall(rf"^\| `{command}\b.*$", HANDBOOK, re.MULTILINE)
    assert option in row


@pytest.mark.parametrize("option", sorted(EVERYWHERE))
def test_every_option_that_all_commands_have_is_in_the_handbook(option: str) -> None:
    assert f"`{option}" in HANDBOOK[HANDBOOK.index("Till alla kommandon") : HANDBOOK.index("Slutkoder")]


def test_the_handbook_promises_no_filter_that_is_refused() -> None:
    sentence = HANDBOOK[HANDBOOK.index("de här filtren") : HANDBOOK.index("Makron, `include`")]

    assert set(re.findall(r"`(\w+)`", sentence)) <= FILTERS.keys()
