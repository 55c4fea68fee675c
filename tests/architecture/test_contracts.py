"""The contracts on imports speak of every module of the house."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "memogen"
MODULES = {
    f"memogen.{path.stem}" for path in HOUSE.glob("[!_]*") if path.suffix == ".py" or (path / "__init__.py").is_file()
}
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = [one for one in SETTINGS["tool"]["importlinter"]["contracts"] if one["type"] == "forbidden"]


@pytest.mark.parametrize("contract", ROOMS, ids=lambda one: one["name"])
def test_what_only_one_room_knows_is_forbidden_to_all_others(contract: dict[str, Any]) -> None:
    (room,) = MODULES - set(contract["source_modules"])
    assert room.removeprefix("memogen.") in contract["name"]
