"""File names as they come: bytes that are no text, letters in two parts, nothing at all."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.acceptance.conftest import Result


def named(place: Path, name: str) -> Path:
    """The sample case under another name."""
    return (place / "cases" / "taxa.yaml").rename(place / "cases" / name)


def test_a_name_that_is_no_text_as_from_an_old_zip_file_stops_nothing(
    place: Path, memogen: Callable[..., Result]
) -> None:
    named(place, os.fsdecode(b"taxa p\xe5 torg.yaml"))

    first = memogen("render", "--report", "rapport.json")
    again = memogen("render", "-v")

    (item,) = json.loads((place / "rapport.json").read_bytes())["items"]
    assert (first.code, again.code) == (0, 0)
    assert os.fsencode(item["input"]) == b"cases/taxa p\xe5 torg.yaml"
    assert "oförändrad" in again.err


def test_a_name_that_the_disk_stores_decomposed_is_found_as_it_is_typed(
    place: Path, memogen: Callable[..., Result]
) -> None:
    named(place, unicodedata.normalize("NFD", "åäö.yaml"))

    assert memogen("check", unicodedata.normalize("NFC", "cases/åäö.yaml")).code == 0


def test_a_name_with_control_characters_does_not_command_the_terminal(
    place: Path, memogen: Callable[..., Result]
) -> None:
    named(place, "röd\x1b[31m.yaml").write_text("rubrik: [", encoding="utf-8")
    (place / "cases" / "annan\nrad.yaml").write_text("rubrik: [", encoding="utf-8")

    told = memogen("render").err

    assert "\x1b" not in told
    assert "annan\n" not in told


@pytest.mark.parametrize(
    "arguments",
    [("check", ""), ("render", "--out", ""), ("render", "--report", ""), ("check", "--workspace", ""), ("init", "")],
)
def test_an_empty_path_is_refused_and_not_taken_for_the_folder_where_one_stands(
    place: Path, memogen: Callable[..., Result], arguments: tuple[str, ...]
) -> None:
    before = sorted(place.rglob("*"))
    result = memogen(*arguments)

    assert result.code == 2
    assert "sökvägen är tom" in result.err
    assert sorted(place.rglob("*")) == before


def test_a_workspace_is_made_where_the_option_points(place: Path, memogen: Callable[..., Result]) -> None:
    assert memogen("init", "--workspace", "ny").code == 0
    assert (place / "ny" / "memogen.yaml").is_file()
    assert not (place / "templates").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("render", "--jobs", "0"), "0 går inte; det ska vara minst 1"),
        (("new", "ärend"), "välj bland ärende, sammanträde"),
        (("new", "remiss", "cases"), '"cases" är en mapp, inte en fil'),
        (("verify", "nej"), '"nej" finns inte'),
        (("init", "memogen.yaml"), '"memogen.yaml" är en fil, inte en mapp'),
        (("template", "fields", "hej"), "välj bland tjänsteskrivelse"),
        (("explain", "zz"), 'kör "memogen explain" för alla koder'),
    ],
)
def test_a_wrong_argument_is_told_in_words_that_help(
    place: Path, memogen: Callable[..., Result], arguments: tuple[str, ...], told: str
) -> None:
    assert place == Path.cwd()
    result = memogen(*arguments)

    assert result.code == 2
    assert told in result.err


@pytest.mark.parametrize("arguments", [("check",), ("render", "--workspace", "{place}"), ("check", "{place}/cases")])
def test_a_folder_that_is_gone_while_one_stands_in_it_is_told(
    place: Path, memogen: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    gone = place / "borta"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = memogen(*(each.format(place=place) for each in arguments))

    assert (result.code, result.out) == (2, "")
    assert "mappen som du står i finns inte längre" in result.err
