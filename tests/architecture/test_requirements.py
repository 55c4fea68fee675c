"""What is pinned can be installed anywhere, and is what it was when it was pinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FILES = sorted((Path(__file__).parents[2] / "requirements").glob("*.txt"))
PINNED = re.compile(r"^[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def test_there_are_pinned_files() -> None:
    assert [path.name for path in FILES] == ["run.txt", "test.txt"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_pins_a_version_or_a_hash_and_names_no_address_or_folder(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []
    assert "/" not in "".join(lines)
