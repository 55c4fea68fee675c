"""An archive to file in, and acts to file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

import pytest

from memogen.archive.shelf import Act, Filed, Filing, chain_remarks, file_act, look, stock
from memogen.artifacts.act import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.diagnostics import Remark


class Files(Protocol):
    """Files an act in the archive."""

    def __call__(self, name: str, underlag: str = "a", *names: str) -> Filed: ...


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "arkiv"


@pytest.fixture
def act() -> Callable[..., Act]:
    def make(name: str, underlag: str = "a", *names: str) -> Act:
        files = [
            Filing(
                "tjansteskrivelse.pdf", f"%PDF {name!a}".encode(), "huvuddokument", "Taxa", 2, Level(), "cases/a.yaml"
            ),
            Filing("bilagor/bilaga-1.pdf", b"%PDF 1", "bilaga", "Karta", 1, Level(2, "b", ua=False), "cases/karta.pdf"),
            Filing("original/karta.pdf", b"%PDF 1.3", "original", "Karta", source="cases/karta.pdf", kept=True),
            *(Filing(extra, extra.encode(), "bilaga") for extra in names),
        ]
        made = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
        return Act(name, tuple(files), {"diarienummer": name}, underlag, made)

    return make


@pytest.fixture
def file(archive: Path, act: Callable[..., Act]) -> Files:
    def filed(name: str, underlag: str = "a", *names: str) -> Filed:
        return file_act(archive, act(name, underlag, *names))

    return filed


@pytest.fixture
def verified(archive: Path) -> Callable[[], tuple[Remark, ...]]:
    """Everything that is wrong with the archive."""

    def remarks() -> tuple[Remark, ...]:
        seen = stock(archive)
        looks = [look(folder) for folder in seen.folders]
        found = tuple(remark for look_ in looks for remark in look_.remarks)
        return (*seen.remarks, *found, *chain_remarks(seen, looks))

    return remarks
