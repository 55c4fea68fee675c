from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen import load

if TYPE_CHECKING:
    from pathlib import Path

    from memogen.artifacts import Silencer


def silencers(folder: Path, content: str) -> tuple[Silencer, ...]:
    path = folder / "case.yaml"
    path.write_text(content, encoding="utf-8")
    return load.case_file(path).silencers


@pytest.mark.parametrize(
    ("content", "first", "last"),
    [
        ("a: x # memogen: tillåt ST04 – skäl\nb: y\n", 1, 1),
        ("# memogen: tillåt ST04 – skäl\na: x\nb: y\n", 2, 2),
        ("# memogen: tillåt ST04 – skäl\n\n# en annan kommentar\na: x\nb: y\n", 4, 4),
        ("# memogen: tillåt ST04 – skäl\na: |\n  x\n  y\nb: z\n", 2, 4),
        ("a: # memogen: tillåt ST04 – skäl\n  - x\n  - y\nb: z\n", 1, 3),
        ("a:\n  - x\n  # memogen: tillåt ST04 – skäl\n  - b: y\n    c: z\n  - w\n", 4, 5),
        ("a: x\n# memogen: tillåt ST04 – skäl\n", 2, 2),
    ],
    ids=["same line", "line above", "over other comments", "block of text", "list", "item of a list", "nothing below"],
)
def test_a_silencer_covers_the_value_that_it_stands_at(tmp_path: Path, content: str, first: int, last: int) -> None:
    found = silencers(tmp_path, content)
    assert [(one.code, one.reason, one.first, one.last) for one in found] == [("ST04", "skäl", first, last)]


def test_a_silencer_knows_where_it_stands(tmp_path: Path) -> None:
    (found,) = silencers(tmp_path, "a: x\nb: yy # memogen: tillåt ST04 – skäl\n")
    assert (found.line, found.column) == (2, 7)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("tillåt ST04, be09 – skäl", [("ST04", "skäl"), ("BE09", "skäl")]),
        ("Tillat ST04: skäl med ord", [("ST04", "skäl med ord")]),
        ("tillåt ST04", [("ST04", "")]),
        ("tillåt – skäl", [("", "skäl")]),
        ("förbjud ST04", [("", "")]),
    ],
)
def test_a_silencer_is_read_as_far_as_it_says_anything(
    tmp_path: Path, comment: str, said: list[tuple[str, str]]
) -> None:
    assert [(one.code, one.reason) for one in silencers(tmp_path, f"a: x # memogen: {comment}\n")] == said


@pytest.mark.parametrize(
    "content",
    [
        "a: |\n  # memogen: tillåt ST04 – text\n",
        'a: "x # memogen: tillåt ST04 – text"\n',
        "a: x#memogen tillåt ST04 – text\n",
        "a: x # en vanlig kommentar\n",
        "a: x\n",
    ],
)
def test_text_and_other_comments_silence_nothing(tmp_path: Path, content: str) -> None:
    assert silencers(tmp_path, content) == ()
