"""A template that was found sound is not looked through again by the next run; one that is not is, every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.render.review import known

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_sound_template_is_known_by_its_bytes_and_its_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    known.remember(b"mall", "remiss")

    assert known.is_known(b"mall", "remiss")
    assert not known.is_known(b"mall", "kallelse")
    assert not known.is_known(b"en annan", "remiss")


def test_without_a_place_nothing_is_remembered_and_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    known.remember(b"mall", "remiss")

    assert not known.is_known(b"mall", "remiss")


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "memogen").write_text("en fil", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    known.remember(b"mall", "remiss")

    assert not known.is_known(b"mall", "remiss")
