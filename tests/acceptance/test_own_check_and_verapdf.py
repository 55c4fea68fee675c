"""memogen's own check of archive copies finds what veraPDF finds, in files that are spoiled one fault at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spoiled.comparison import STANDARDS, Row, compared, document

PAGE = Path(__file__).parents[2] / "docs" / "arkivkontroll.md"


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return compared()


def test_verapdf_finds_in_each_file_the_fault_that_was_put_there(rows: list[Row]) -> None:
    missed = {
        f"{row.sample.name} {standard}": (wanted, row.reference[standard])
        for row in rows
        for standard, wanted in (("A", row.sample.a), ("UA", row.sample.ua))
        if (wanted not in row.reference[standard] if wanted else row.reference[standard])
    }
    assert missed == {}


def test_the_own_check_finds_a_fault_where_verapdf_does(rows: list[Row]) -> None:
    missed = [
        f"{row.sample.name} {standard}: {', '.join(row.reference[standard])}"
        for row in rows
        for standard in STANDARDS
        if row.expected(standard) and not row.own[standard]
    ]
    assert missed == []


def test_the_own_check_names_the_same_clause(rows: list[Row]) -> None:
    others = {
        f"{row.sample.name} {standard}": (wanted, sorted({finding.clause for finding in row.own[standard]}))
        for row in rows
        for standard, wanted in (("A", row.sample.a), ("UA", row.sample.ua))
        if wanted and wanted not in {finding.clause for finding in row.own[standard]}
    }
    assert others == {}


def test_the_own_check_finds_no_fault_where_verapdf_finds_none(rows: list[Row]) -> None:
    false = [
        f"{row.sample.name} {finding.clause}: {finding.message}"
        for row in rows
        for standard in STANDARDS
        if not row.expected(standard)
        for finding in row.own[standard]
    ]
    assert false == []


def test_the_page_in_the_handbook_says_what_both_say(rows: list[Row]) -> None:
    assert PAGE.read_text(encoding="utf-8") == document(rows), 'run "make docs"'


def test_there_are_enough_spoiled_files(rows: list[Row]) -> None:
    assert sum(1 for row in rows if row.sample.a or row.sample.ua) >= 170
    assert len({row.sample.change for row in rows}) == len(rows)
