"""A file that stands as it was is done again where something else that its documents build on does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.render import text
from tests.acceptance.conftest import CASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.acceptance.conftest import Result

EXCERPT = """\
typ: protokollsutdrag
organ: KS
datum: 2026-04-14
paragraf: 41
ärende: KS-2026-00123
"""
MEETING = """\
typ: sammanträde
organ: KS
datum: 2026-04-14
tid: 13.00
plats: Kommunhuset
paragrafer:
  - rubrik: Information om torget
    typ: information
    text: Arbetet på torget har börjat.
"""
MADE = "output/KS-2026-04-14/utdrag/paragraf-41_KS-2026-00123.docx"


def said(place: Path) -> str:
    return "\n".join(text((place / MADE).read_bytes()))


def test_an_excerpt_is_made_again_when_the_case_behind_it_has_changed(
    place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "cases" / "utdrag.yaml").write_text(EXCERPT, encoding="utf-8")
    assert memogen("render", "cases/utdrag.yaml").code == 0
    (place / "cases" / "taxa.yaml").write_text(CASE.replace("uteserveringar\nä", "torghandel\nä"), encoding="utf-8")

    assert memogen("render", "cases/utdrag.yaml").err.splitlines()[-1] == "1 dokument gjordes."
    assert "anta taxa för torghandel" in said(place)


def test_an_excerpt_is_made_again_when_its_number_leads_to_another_file(
    place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "cases" / "utdrag.yaml").write_text(EXCERPT, encoding="utf-8")
    assert memogen("render", "cases/utdrag.yaml").code == 0
    (place / "cases" / "ny.yaml").write_text(CASE.replace("uteserveringar\nä", "torghandel\nä"), encoding="utf-8")

    assert memogen("render", "cases/utdrag.yaml").err.splitlines()[-1] == "1 dokument gjordes."
    assert "anta taxa för torghandel" in said(place)


def test_a_case_gives_way_to_one_of_the_same_number_that_comes_before_it(
    place: Path, memogen: Callable[..., Result]
) -> None:
    assert memogen("render", "cases/taxa.yaml").out == "output/KS-2026-00123/tjansteskrivelse.docx\n"
    (place / "cases" / "annan.yaml").write_text(CASE.replace("uteserveringar", "torghandel"), encoding="utf-8")

    assert memogen("render", "cases/taxa.yaml").out == "output/KS-2026-00123/tjansteskrivelse_taxa.docx\n"


def test_a_case_with_a_warning_is_refused_where_warnings_count_though_it_was_made_before(
    place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "cases" / "taxa.yaml").write_text(CASE.replace("  näringsliv: Företagen betalar mer.\n", ""), "utf-8")
    assert memogen("render").code == 0

    strict = memogen("render", "--strict")
    assert (strict.code, strict.out) == (1, "")


def test_what_was_made_before_a_change_is_made_again_though_something_else_was_made_since(
    place: Path, memogen: Callable[..., Result]
) -> None:
    meeting = place / "cases" / "mote.yaml"
    meeting.write_text(MEETING, encoding="utf-8")
    assert memogen("render", "--only", "protokoll", "cases/mote.yaml").code == 0
    meeting.write_text(MEETING.replace("har börjat", "är klart"), encoding="utf-8")
    assert memogen("render", "--only", "kallelse", "cases/mote.yaml").code == 0

    assert memogen("render", "--only", "protokoll", "cases/mote.yaml").code == 0
    words = "\n".join(text((place / "output/KS-2026-04-14/protokoll.docx").read_bytes()))
    assert "Arbetet på torget är klart." in words


def test_a_register_that_says_what_it_said_is_not_told_as_made(place: Path, memogen: Callable[..., Result]) -> None:
    (place / "cases" / "mote.yaml").write_text(MEETING, encoding="utf-8")
    assert memogen("render").code == 0
    (place / "cases" / "taxa.yaml").write_text(CASE.replace("40 000", "50 000"), encoding="utf-8")

    assert memogen("render").err.splitlines()[-1] == "1 dokument gjordes, 2 filer var oförändrade."
