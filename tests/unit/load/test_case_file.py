from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from memogen import load
from memogen.artifacts import CaseFile
from memogen.errors import Rejected
from memogen.load.nodes import MAX_DEPTH

if TYPE_CHECKING:
    from memogen.diagnostics import FieldPath

Read: TypeAlias = Callable[[str | bytes], CaseFile]
Faults: TypeAlias = Callable[[str | bytes], list[tuple[str, int, int]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(content: str | bytes) -> CaseFile:
        path = tmp_path / "case.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load.case_file(path)

    return read


@pytest.fixture
def faults(read: Read) -> Faults:
    def faults(content: str | bytes) -> list[tuple[str, int, int]]:
        with pytest.raises(Rejected) as refused:
            read(content)
        return [(d.code, d.place.line, d.place.column) for d in refused.value.diagnostics]

    return faults


@pytest.mark.parametrize(
    "written",
    ["2017:725", "13:00", "0701234567", "no", "1.10", "null", "~", "true", "0x1F", "1e3", "2024-09-19", "010"],
)
def test_a_scalar_is_the_text_that_stands_there(read: Read, written: str) -> None:
    assert read(f"a: {written}\n").plain() == {"a": written}


def test_an_empty_scalar_is_none(read: Read) -> None:
    assert read("a:\nb: ''\nc: [x, ]\n").plain() == {"a": None, "b": None, "c": ["x"]}


def test_keys_are_folded_and_some_may_keep_their_spelling(read: Read) -> None:
    source = read("Förslag till-beslut: x\norgan:\n  Nämnden för Lärande: {Kort-namn: NL}\n")
    assert source.plain() == {"forslag_till_beslut": "x", "organ": {"namnden_for_larande": {"kort_namn": "NL"}}}
    assert source.plain(("organ", "regler"))["organ"] == {"Nämnden för Lärande": {"kort_namn": "NL"}}


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("a: A\u030akersberga\n", "Åkersberga"),
        ('a: "A\\u030akersberga"\n', "Åkersberga"),
        ("a: |\r\n  ett\r\n  två\r\n", "ett\ntvå\n"),
        ("a: ett\vtvå\n", "ett\ntvå"),
        ("a: |\n  ett\vtvå\n  tre\n", "ett\ntvå\ntre\n"),
        ('a: "ett\\vtvå"\n', "ett\ntvå"),
        ("a: ett\u2028två\n", "ett\ntvå"),
        ("a: ett\n  två\n\n  tre\n", "ett två\ntre"),
        ("a: >\n  ett\n  två\n", "ett två\n"),
        ("a: 😀 text\n", "😀 text"),
        ("\ufeffa: text\n", "text"),
        ("a: Gatan 5 # lägenhet 2\n", "Gatan 5"),
        ("a: Gatan 5#2\n", "Gatan 5#2"),
        ("a: |\n  – ett\n  -två\n  - tre #4\n", "– ett\n-två\n- tre #4\n"),
        ("a: 'Punkt #4'\n", "Punkt #4"),
        ("a: ja - nej\n", "ja - nej"),
        ("a: C#\n", "C#"),
        ("---\na: text\n", "text"),
        ("a: text\n\t\nb: text\n", "text"),
    ],
)
def test_text_is_read_as_the_author_meant_it(read: Read, content: str | bytes, value: str) -> None:
    assert read(content).plain()["a"] == value


@pytest.mark.parametrize(
    ("path", "line", "column", "marked"),
    [
        (("bilagor", 1, "titel"), 5, 14, "Två 😀"),
        (("bilagor", 1, "fil"), 5, 28, "två.pdf"),
        (("rubrik",), 2, 9, '"Taxa"'),
        (("handlaggare", 0, "namn"), 3, 14, "Anna Ek"),
        (("datum",), 6, 1, "datum"),
        (("forslag_till_beslut", 0, "att", 1, "text"), 9, 5, "upphäva taxan"),
        (("underskrifter",), 2, 1, 'rubrik: "Taxa"'),
    ],
)
def test_every_value_knows_its_place(read: Read, path: FieldPath, line: int, column: int, marked: str) -> None:
    source = read(
        "# 😀 kommentar\r\n"
        'rubrik: "Taxa"\r\n'
        "handläggare: Anna Ek\r\n"
        "bilagor: [{titel: Ett},\r\n"
        "   { titel:  Två 😀, fil:   två.pdf}]\r\n"
        "datum:\r\n"
        "förslag till beslut:\r\n"
        "  - anta taxan\r\n"
        "  - upphäva taxan\r\n"
    )
    place = source.place(path)
    assert (place.line, place.column) == (line, column)
    assert place.excerpt[place.column - 1 :][: place.width] == marked


def test_a_quote_is_found_in_the_lines_of_a_text(read: Read) -> None:
    source = read("ärendet: |\n  Se bilaga 1.\n\n  Se bilaga 1 igen.\n")
    first = source.place(("arendet",), "bilaga 1")
    second = source.place(("arendet",), "bilaga 1", 17)
    assert (first.line, second.line, second.column) == (2, 4, 6)


def test_a_quote_that_stands_thousands_of_times_is_looked_for_once(read: Read) -> None:
    source = read("ärendet: |\n" + "  Det kostar XX kronor.\n" * 20_000)
    offset = 0
    started = time.process_time()
    for line in range(2, 20_002, 2):
        place = source.place(("arendet",), "XX", offset + 11)
        assert (place.line, place.column) == (line, 14)
        offset += 2 * len("Det kostar XX kronor.\n")
    # To look from the top each time takes a minute.
    assert time.process_time() - started < 5


def test_a_quote_of_no_field_is_found_anywhere(read: Read) -> None:
    source = read("rubrik: Taxa\närendet: |\n  Se ☐ här.\n")
    assert [(one.line, one.column, one.width) for one in (source.place((), "☐"), source.place((), "☑"))] == [
        (3, 6, 1),
        (1, 1, 12),
    ]


def test_a_quote_is_found_over_a_line_break(read: Read) -> None:
    place = read("ärendet:\n  Enligt föreliggande\n  förslag.\n").place(("arendet",), "föreliggande förslag")
    assert (place.line, place.column, place.width) == (2, 10, 12)


def test_a_quote_that_is_not_there_marks_the_whole_text(read: Read) -> None:
    place = read("rubrik: Taxa för torget\n").place(("rubrik",), "hamnen")
    assert (place.line, place.column, place.width) == (1, 9, 15)


def test_the_lines_are_counted_from_the_first_also_where_it_is_empty(read: Read) -> None:
    place = read("\n\nrubrik: Taxa\n").place(("rubrik",))
    assert (place.line, place.column) == (3, 9)


def test_a_block_of_text_is_marked_at_its_key(read: Read) -> None:
    place = read("a: b\närendet: |\n  Text.\n").place(("arendet",))
    assert (place.line, place.column, place.width) == (2, 1, 7)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("rubrik: F\xf6rslag\nb: \xe5\n".encode("latin-1"), [("YA01", 1, 10)]),
        ("a: b\r\nc: \x93d\x94\r\n".encode("latin-1"), [("YA01", 2, 4)]),
        ("rubrik: Förslag\n".encode("utf-16"), [("YA01", 1, 1)]),
        ("rubrik: Förslag\n".encode("utf-16-le"), [("YA01", 1, 1)]),
        ("rubrik: Förslag\n".encode("utf-16-be"), [("YA01", 1, 1)]),
        (b"PK\x03\x04\x14\x00", [("YA01", 1, 1)]),
        (b"%PDF-1.7\n%\xe2\xe3", [("YA01", 1, 1)]),
        (b"\x89PNG\r\n\x1a\n", [("YA01", 1, 1)]),
        (bytes(range(256)), [("YA01", 1, 1)]),
        (b"", [("YA08", 1, 1)]),
        (b"\xef\xbb\xbf", [("YA08", 1, 1)]),
        (b"\n\n---\n", [("YA08", 1, 1)]),
        ("a: b\nc: d\x07e\nf: g\x85\n", [("YA06", 2, 5), ("YA06", 3, 5)]),
        ("a: b\x00\n", [("YA06", 1, 5)]),
        ("a: b\ufffe\n", [("YA06", 1, 5)]),
        ("a: b\x0c\n", [("YA06", 1, 5)]),
        (b"a: b\xed\xa0\x80\n", [("YA06", 1, 5)]),
        ('a: "b\\x00"\nc: "\\x9f"\n', [("YA06", 1, 4), ("YA06", 2, 4)]),
        ('a: "\\ud800"\n', [("YA02", 1, 5)]),
        ("a: b\nA: c\x07\n", [("YA03", 2, 1), ("YA06", 2, 5)]),
        ("a: *b\nc: d: e\n", [("YA04", 1, 4), ("YA02", 2, 5)]),
        ("a: &x [*x]\n", [("YA04", 1, 4), ("YA04", 1, 8)]),
        ("<<: {a: b}\n? a\n", []),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(
    read: Read, faults: Faults, content: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    if expected:
        assert faults(content)[: len(expected)] == expected
    else:
        assert read(content).plain()["a"] is None


def test_latin_1_is_named_with_the_way_out(read: Read) -> None:
    with pytest.raises(Rejected) as refused:
        read("rubrik: F\xf6rslag\n".encode("latin-1"))
    [fault] = refused.value.diagnostics
    assert fault.message == "filen är sparad i Latin-1 (Windows-1252)"
    assert "UTF-8" in fault.help
    assert fault.place.excerpt == "rubrik: Förslag"


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Rejected) as refused:
        load.case_file(path)
    [fault] = refused.value.diagnostics
    assert (fault.code, fault.message) == ("YA10", "filen är 50,0 MB; gränsen är 5 MB")


def test_a_file_with_too_many_values_is_refused(faults: Faults) -> None:
    assert faults("a:\n" + "- b\n" * 50_001)[0][0] == "YA11"


def test_a_file_that_is_nested_without_end_is_refused(faults: Faults) -> None:
    assert faults("a: " + "[" * 200_000)[0][0] == "YA11"
    assert faults("- " * 100_000)[0][0] == "YA11"


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "a\0b.yaml"])
def test_a_file_that_is_not_there_is_told_under_the_name_that_is_shown(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Rejected) as refused:
        load.case_file(tmp_path / name, display=Path("cases/x.yaml"))
    [fault] = refused.value.diagnostics
    assert fault.code == "YA14"
    assert fault.place.path == Path("cases/x.yaml")


def test_every_fault_of_a_file_is_told_in_one_run(faults: Faults) -> None:
    found = faults('a: b: c\nd: @e\nf: "g\nh: i\nH: j\nk: l\x07\n')
    assert [line for _, line, _ in found] == [1, 2, 3, 5, 6]


def test_a_file_may_have_twenty_levels_and_no_more(read: Read, faults: Faults) -> None:
    def nested(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "b" + "]" * (levels - 1) + "\n"

    assert read(nested(MAX_DEPTH)).plain()
    assert faults(nested(MAX_DEPTH + 1))[0][0] == "YA11"
