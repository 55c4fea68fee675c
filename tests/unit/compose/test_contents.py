"""The list of what an act holds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from memogen import compose, render
from memogen.artifacts import Blocks, LineBreak, Memo, Run, Table
from memogen.artifacts.act import Contents, ContentsRow, Facts, Level
from memogen.model.profil import Profil
from memogen.workspace import shipped

FACTS = Facts(
    titel="Tjänsteskrivelse",
    arkivbildare="Björkvalla kommun",
    organisationsnummer="212000-0000",
    diarienummer="KS-2026-00123",
    arendemening="Taxa för båtplatser",
    organ="Kommunstyrelsen",
    datum=dt.date(2026, 3, 12),
    handlaggare=("Anna Ek", "Bo Lind"),
)
DIGEST = "0123456789abcdef" * 4
SUM = "0123 4567 | 89ab cdef"
ROWS = (
    ContentsRow("Tjänsteskrivelse", "tjansteskrivelse.pdf", 184_200, DIGEST, sidor=2, niva=Level()),
    ContentsRow("Taxa", "bilaga-1.pdf", 1_240_000, DIGEST, "1", 12, Level()),
    ContentsRow("Ärendefil", "KS-2026-00123.yaml", 512, DIGEST),
)
CONTEXT = compose.Context(Profil.model_validate({"kommun": "Björkvalla kommun"}), Path)


def listed(*rows: ContentsRow, version: int = 1, ersatter: str = "") -> Memo:
    return compose.innehall(Contents(FACTS, rows, dt.date(2026, 5, 4), version, ersatter), CONTEXT)


def cells(memo: Memo) -> list[list[str]]:
    """The rows of the table; a line break is shown as a stroke."""
    value = memo.fields["handlingar"]
    assert isinstance(value, Blocks)
    (table,) = value.blocks
    assert isinstance(table, Table)
    assert {type(one) for row in table.rows for cell in row for one in cell} <= {Run, LineBreak}
    return [
        ["".join(one.text if isinstance(one, Run) else " | " for one in cell).replace("\u00a0", " ") for cell in row]
        for row in (table.header, *table.rows)
    ]


def test_every_file_has_its_row() -> None:
    assert cells(listed(*ROWS)) == [
        ["Bilaga", "Handling och fil", "Sidor", "Nivå", "Storlek", "Kontrollsumma"],
        ["–", "Tjänsteskrivelse | tjansteskrivelse.pdf", "2", "PDF/A-2a, | PDF/UA-1", "184 kB", SUM],
        ["1", "Taxa | bilaga-1.pdf", "12", "PDF/A-2a, | PDF/UA-1", "1,2 MB", SUM],
        ["–", "Ärendefil | KS-2026-00123.yaml", "–", "–", "512 byte", SUM],
    ]


def test_a_number_that_the_title_begins_with_stands_in_its_column_alone() -> None:
    (_, row) = cells(listed(ContentsRow("Bilaga 12, Taxa, original", "bilagor/original/taxa.docx", 10, DIGEST)))
    assert row[:2] == ["12", "Taxa, original | bilagor/original/taxa.docx"]


def test_the_head_says_which_act_it_is_and_what_it_replaces() -> None:
    memo = listed(*ROWS, version=2, ersatter="KS-2026-00123")
    assert memo.title == "Innehållsförteckning KS-2026-00123 Taxa för båtplatser"
    assert memo.fields["rubrik"] == "Taxa för båtplatser"
    assert memo.fields["uppgifter"] == [
        {"etikett": "Diarienummer", "varde": "KS-2026-00123"},
        {"etikett": "Organ", "varde": "Kommunstyrelsen"},
        {"etikett": "Datum", "varde": "2026-03-12"},
        {"etikett": "Handläggare", "varde": "Anna Ek, Bo Lind"},
        {"etikett": "Arkivbildare", "varde": "Björkvalla kommun, organisationsnummer 212000-0000"},
        {"etikett": "Arkiverad", "varde": "2026-05-04"},
        {"etikett": "Version", "varde": "2, ersätter KS-2026-00123"},
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ROWS,
            "Akten har 3 filer, tillsammans 1,4 MB. Varje PDF-fil har prövats när akten arkiverades och är PDF/A-2a",
        ),
        (
            (*ROWS, ContentsRow("Karta", "bilaga-2.pdf", 10, DIGEST, "2", 1, Level(2, "u", ua=False))),
            "Akten har 4 filer, tillsammans 1,4 MB. Varje PDF-fil har prövats när akten arkiverades; nivån i tabellen",
        ),
        (ROWS[2:], "Akten har en fil, 512 byte."),
    ],
)
def test_a_sentence_says_how_much_there_is_and_what_it_was_found_to_be(
    rows: tuple[ContentsRow, ...], said: str
) -> None:
    text = listed(*rows).fields["text"]
    assert isinstance(text, str)
    assert text.replace("\u00a0", " ").startswith(said)


def test_what_secrecy_keeps_out_of_the_act_is_told() -> None:
    outside = ("bilaga 2, Ritning (18 kap. 8 § OSL)", "bilaga 5, Avtal (19 kap. 3 § OSL)")
    memo = compose.innehall(Contents(FACTS, ROWS, dt.date(2026, 5, 4), utanfor=outside), CONTEXT)
    said = str(memo.fields["text"]).replace("\u00a0", " ")
    assert said.endswith(f"På grund av sekretess ligger detta inte i akten: {outside[0]}; {outside[1]}.")
    assert "sekretess" not in str(listed(*ROWS).fields["text"])


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 byte"), (999, "999 byte"), (1000, "1 kB"), (9940, "9,9 kB"), (999_999, "1 MB"), (4_200_000_000, "4,2 GB")],
)
def test_sizes_are_told_in_words(size: int, said: str) -> None:
    row = cells(listed(ContentsRow("Fil", "fil.pdf", size, DIGEST)))[1]
    assert row[4] == said


def test_hundreds_of_files_are_poured_with_every_word() -> None:
    rows = [
        ContentsRow(f"Yttrande {n}", f"bilaga-{n}.pdf", n * 1000, DIGEST, str(n), 2, Level()) for n in range(1, 401)
    ]
    rendered = render.docx(listed(*rows), shipped("templates", "innehall.docx"))
    assert rendered.remarks == ()
    assert "Yttrande 400\nbilaga-400.pdf" in render.text(rendered.data)


def test_a_path_with_words_that_look_like_markup_is_said_as_it_is() -> None:
    row = ContentsRow("Taxa {{ kommun }} <b>", "bilaga-1_{% x %}.pdf", 1, DIGEST)
    rendered = render.docx(listed(row), shipped("templates", "innehall.docx"))
    assert "Taxa {{ kommun }} <b>\nbilaga-1_{% x %}.pdf" in render.text(rendered.data)
