"""Another municipality needs no code: its profile alone, the shipped templates, and every line in its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen import render

if TYPE_CHECKING:
    from collections.abc import Callable

FJARDSUND = Path(__file__).parents[1] / "resources/fjardsund"


@pytest.fixture
def fjardsund(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the municipality's workspace, and memogen started in it."""
    folder = tmp_path / "fjardsund"
    shutil.copytree(FJARDSUND, folder)
    monkeypatch.chdir(folder)
    return folder


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("case", "document"),
    [
        ("taxa", "output/KS-2025-298---04.1/tjansteskrivelse.docx"),
        ("ks-oktober", "output/KS-2025-10-27/protokoll.docx"),
    ],
)
def test_every_line_stands_in_the_document_in_order(
    fjardsund: Path, memogen: Callable[..., object], case: str, document: str
) -> None:
    done = memogen("render", f"cases/{case}.yaml")
    assert done.code == 0, done.err  # type: ignore[attr-defined]
    text, position = tight("\n".join(render.text((fjardsund / document).read_bytes()))), 0
    for line in (fjardsund / f"lines/{case}.txt").read_text(encoding="utf-8").splitlines():
        found = text.find(tight(line), position)
        assert found >= 0, line
        position = found + len(tight(line))


def test_what_is_warned_of_is_true(fjardsund: Path, memogen: Callable[..., object]) -> None:
    assert fjardsund.is_dir()
    done = memogen("check")
    found = re.findall(r"(?m)^(\w+)\[(\w+)\]: (.*)$", done.err + done.out)  # type: ignore[attr-defined]
    assert sorted(found) == [
        ("varning", "ID10", "ingen undertecknar tjänsteskrivelsen"),
        ("varning", "UL02", "bilaga 1 saknar fil än"),
    ]
