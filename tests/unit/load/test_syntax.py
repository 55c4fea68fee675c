from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen import load
from memogen.errors import Rejected

if TYPE_CHECKING:
    from pathlib import Path

COLON = "texten innehåller kolon följt av blanksteg och måste stå inom citattecken"
NO_KEY = "raden är varken en nyckel med kolon eller en del av texten ovanför"
NO_POINT = "raden ser ut som en listpunkt men läses som löptext"
TYPOGRAPHIC = "texten innehåller kolon följt av blanksteg, och ” räknas inte som citattecken här"
NOT_CLOSED = "citattecknet stängs aldrig"
NOT_INDENTED = "löptexten är inte indragen under sin nyckel"
WRONG_INDENT = "raden har fel indrag"
AFTER_END = "det står text efter citattecknet eller parentesen som avslutar värdet"


@pytest.mark.parametrize(
    ("content", "line", "marked", "message"),
    [
        ("a: b: c\n", 1, ":", COLON),
        ("a: {b: c d: e}\n", 1, ":", COLON),
        ("a: b\n   c: d\n", 2, "c: d", "raden är indragen under en rad som redan har ett värde"),
        ("a: b\n - c\n", 2, "- ", "listpunkten står under en rad som redan har ett värde"),
        ("rubrik\na: b\n", 1, "rubrik", NO_KEY),
        ("a: b\nrubrik\nc: d\n", 2, "rubrik", NO_KEY),
        ("a: b\nutan kolon här\n", 2, "utan kolon här", NO_KEY),
        ("a:b\nc: d\n", 1, ":", "blanksteg saknas efter kolon"),
        ("a: |\ntext\nb: c\n", 2, "text", NOT_INDENTED),
        ("a: |\n\ntext\n", 3, "text", NOT_INDENTED),
        ("a: | text\n", 1, "| text", 'det får inte stå text på samma rad efter "|"'),
        ("a: [x, y\nb: z\n", 1, "[", '"[" stängs aldrig'),
        ("a: {x: [y]\n", 1, "{", '"{" stängs aldrig'),
        ('a: [[x], "y" z]\n', 1, "z", "komma saknas mellan värdena"),
        ("a: ]\n", 1, "]", 'ett värde får inte börja med "]" utan citattecken'),
        ("a: @b\n", 1, "@", 'ett värde får inte börja med "@" utan citattecken'),
        ('a: "x" y\n', 1, "y", AFTER_END),
        ('a: "b" "c"\nd: e\n', 1, '"c"', AFTER_END),
        ('a: "x\nb: "y"\n', 1, '"', NOT_CLOSED),
        ('a: "x"\nb: "y" z\n', 2, "z", AFTER_END),
        ("a: 'x\n", 1, "'", NOT_CLOSED),
        ('a: "\\q"\n', 1, "\\q", "ett omvänt snedstreck inom citattecken följs av en okänd kod"),
        ("a: - b\n", 1, "-", "en lista får inte börja på samma rad som nyckeln"),
        ("a:\n  - b\n  c: d\n", 3, "c: d", "raden står i en lista men börjar inte med bindestreck"),
        ("a:\n  b: c\n - d\n", 3, "- d", "listpunkten står inte under en nyckel"),
        (" a: b\nc: d\n", 1, "a: b", WRONG_INDENT),
        ("# x\n a: b\nc: d\n", 2, "a: b", WRONG_INDENT),
        ("a:\n  b: c\n d: e\n", 3, "d: e", WRONG_INDENT),
        ("%x\na: b\n", 1, "%x", 'en rad får inte börja med "%"'),
        (": b\n", 1, ":", "nyckeln saknas före kolon"),
        ("a: [höja till 21,50 kronor]\n", 1, ",", 'kommat i "21,50" delar värdet i två'),
        ("a:\n  b: [ja, {c: d}, högst 1 500,5 % mer]\n", 2, ",", 'kommat i "500,5" delar värdet i två'),
        ("a: [Bo yrkar avslag, eftersom det är dyrt]\n", 1, ",", 'kommat före "eftersom" delar texten i två'),
        ("a:\n\tb: c\n", 2, "\t", "raden är indragen med tabb"),
        ("a: b\nc:\u00a0d\ne: f\n", 2, "\u00a0", "det står ett hårt blanksteg efter kolon (U+00A0)"),
        ("a: |\n\u00a0\u00a0b\nc: d\n", 2, "\u00a0\u00a0", "raden är indragen med hårda blanksteg (U+00A0)"),
        ("a:\n  -\u202fb\n", 2, "\u202f", "det står ett hårt blanksteg efter bindestrecket (U+202F)"),
        ("a:\n  - b\n  -c\n", 3, "-", NO_POINT),
        ("a:\n  - b\n  – c\n", 3, "–", NO_POINT),
        ("a:\n - b\n  - c\n", 3, "- ", "listpunkten är indragen längre än punkten före"),
        ("a: ”b: c”\n", 1, ":", TYPOGRAPHIC),
        ("a: {b: ”c: d”, e: f}\n", 1, ":", TYPOGRAPHIC),
    ],
)
def test_a_slip_is_told_as_what_it_is_at_its_place(
    tmp_path: Path, content: str, line: int, marked: str, message: str
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Rejected) as refused:
        load.case_file(path)
    [fault] = refused.value.diagnostics
    place = fault.place
    found = place.excerpt[place.column - 1 : place.column - 1 + place.width]
    assert (place.line, found, fault.message) == (line, marked, message)
    assert fault.help


@pytest.mark.parametrize(
    "written",
    [
        "[1,3,5–7]",
        "[2026-01-01,2026-02-01]",
        "[S,M]",
        "[bilaga 1, 2]",
        "[S, 'som är', somrar i stan]",
        '["till 21,50 kr"]',
    ],
)
def test_a_comma_between_two_values_is_no_slip(tmp_path: Path, written: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(f"a: {written}\n", encoding="utf-8")
    assert load.case_file(path).root.entries


def test_hard_spaces_are_told_on_every_line_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("a:\u00a0b\nc:\n  -\u00a0d\n  -\u00a0e\nf:\u00a0g\n", encoding="utf-8")
    with pytest.raises(Rejected) as refused:
        load.case_file(path)
    assert [(fault.place.line, fault.place.column) for fault in refused.value.diagnostics] == [
        (1, 3),
        (3, 4),
        (4, 4),
        (5, 3),
    ]
