from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen import load
from memogen.errors import Rejected

if TYPE_CHECKING:
    from pathlib import Path

COLON = "texten innehåller kolon följt av blanksteg och måste stå inom citattecken"
NO_KEY = "raden är varken en nyckel med kolon eller en del av texten ovanför"
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
        ("a:\n\tb: c\n", 2, "\t", "raden är indragen med tabb"),
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
    "written", ["[1,3,5–7]", "[2026-01-01,2026-02-01]", "[S,M]", "[bilaga 1, 2]", '["till 21,50 kr"]']
)
def test_a_comma_between_two_values_is_no_slip(tmp_path: Path, written: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(f"a: {written}\n", encoding="utf-8")
    assert load.case_file(path).root.entries
