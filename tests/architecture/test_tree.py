"""What the whole tree keeps to: rooms of a size that one can read, and files that could lie on any machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 300

# One letter stands in brackets, so that this file does not speak of what it forbids.
FOREIGN = {
    "a registry": r"files\.pythonhoste[d]|pypi\.or[g]|registry\.npmj[s]|repo1?\.mave[n]|deb\.debia[n]",
    "a machine's folder": r"/wor[k]/|/far[m]/|/tmp/researc[h]",
    "how it was made": r"\bsubagen[t]s?\b|\bclaud[e]\b|\bthis sessio[n]\b|\bissue #?[0-9]",
}


def texts() -> dict[str, str]:
    """Every text file that git knows, by its name."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout  # noqa: S607 - git is where it is
    names = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    contents = {name: (ROOT / name).read_bytes() for name in names}
    return {name: content.decode() for name, content in contents.items() if b"\0" not in content[:8000]}


def test_a_module_is_no_longer_than_one_can_read() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_names(what: str) -> None:
    named = re.compile(FOREIGN[what], re.IGNORECASE)
    found = [
        f"{name}: {line.strip()[:100]}"
        for name, text in texts().items()
        for line in text.splitlines()
        if named.search(line)
    ]
    assert found == []
