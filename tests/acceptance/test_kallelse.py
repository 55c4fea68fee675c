"""Before a meeting: the file says when and where and what is up, and nothing of what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Result

BEFORE = """\
typ: sammanträde
organ: Kommunstyrelsen
datum: 2026-05-12
tid: 13.00
plats: Kommunhuset, sal Björken
paragrafer:
  - {rubrik: Val av justerare, typ: val}
  - ärende: KS-2026-00123
  - {rubrik: Information om budgeten, typ: information, föredragande: {namn: Eva Dal, titel: ekonomichef}}
"""


def test_a_meeting_that_is_to_be_held_is_sound_and_gives_a_kallelse(
    place: Path, memogen: Callable[..., Result]
) -> None:
    (place / "cases/mote.yaml").write_text(BEFORE, encoding="utf-8")

    checked = memogen("check", "cases/mote.yaml")
    made = memogen("render", "cases/mote.yaml", "--only", "kallelse")

    assert (checked.code, checked.out) == (0, "")
    assert (made.code, made.out) == (0, "output/KS-2026-05-12/kallelse.docx\n")
