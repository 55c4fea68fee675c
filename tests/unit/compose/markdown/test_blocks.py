"""What Markdown becomes, one construct at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memogen.artifacts import (
    Footnote,
    Heading,
    LineBreak,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Table,
)
from memogen.compose import markdown
from memogen.compose.markdown import Converted
from memogen.compose.pieces import plain
from memogen.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path


def _no_picture(name: str) -> Path:
    raise FileNotFoundError(name)


def converted(text: str, level: int = 3) -> Converted:
    return markdown.blocks(text, ("arendet",), _no_picture, level=level)


def paragraph(*inlines: object) -> Paragraph:
    return Paragraph(tuple(Run(one) if isinstance(one, str) else one for one in inlines))  # type: ignore[arg-type]


BLOCKS = [
    # text, blocks
    ("Ett.\n\nTvå.", (paragraph("Ett."), paragraph("Två."))),
    ("en\nrad", (paragraph("en rad"),)),
    ("en\\\nrad", (paragraph("en", LineBreak(), "rad"),)),
    ("en  \nrad", (paragraph("en", LineBreak(), "rad"),)),
    ("**fet** och *kursiv*", (paragraph(Run("fet", bold=True), " och ", Run("kursiv", italic=True)),)),
    ("***båda***", (paragraph(Run("båda", bold=True, italic=True)),)),
    ("A&amp;B &lt; C", (paragraph("A&B < C"),)),
    ("A & B < C > D", (paragraph("A & B < C > D"),)),
    ("\\*stjärna\\*", (paragraph("*stjärna*"),)),
    ("~~inte struket~~", (paragraph("~~inte struket~~"),)),
    ("se https://bjorkvalla.example", (paragraph("se https://bjorkvalla.example"),)),
    (
        "se [sidan](https://bjorkvalla.example)",
        (paragraph("se ", Run("sidan", link="https://bjorkvalla.example")),),
    ),
    (
        "<anna@bjorkvalla.example>",
        (paragraph(Run("anna@bjorkvalla.example", link="mailto:anna@bjorkvalla.example")),),
    ),
    ("> citat", (Quote((paragraph("citat"),)),)),
    ("- ett\n- två", (ListBlock(ordered=False, items=((paragraph("ett"),), (paragraph("två"),))),)),
    ("3. tre\n4. fyra", (ListBlock(ordered=True, items=((paragraph("tre"),), (paragraph("fyra"),)), start=3),)),
    ("1) ett", (ListBlock(ordered=True, items=((paragraph("ett"),),)),)),
    ("1. ett\n1. två", (ListBlock(ordered=True, items=((paragraph("ett"),), (paragraph("två"),))),)),
    (
        "1. ett\n3. tre",
        (ListBlock(ordered=True, items=((paragraph("ett"),), (paragraph("tre"),)), numbers=(1, 3)),),
    ),
    (
        "- ett\n  - under",
        (
            ListBlock(
                ordered=False,
                items=((paragraph("ett"), ListBlock(ordered=False, items=((paragraph("under"),),))),),
            ),
        ),
    ),
    ("2018. Det var då.", (paragraph("2018. Det var då."),)),
    ("14. juni fattades beslutet.", (paragraph("14. juni fattades beslutet."),)),
    ("2018. Ett.\n\n2019. Två.", (paragraph("2018. Ett."), paragraph("2019. Två."))),
    ("Avgiften var\n1500 kr", (paragraph("Avgiften var 1500\u00a0kr"),)),
    ("Beslutet kom\n2018. Det var då.", (paragraph("Beslutet kom 2018. Det var då."),)),
    (
        "| Yta | Pris |\n|:--|--:|\n| 10 | **20** |",
        (
            Table(
                ((Run("Yta"),), (Run("Pris"),)),
                (((Run("10"),), (Run("20", bold=True),)),),
                ("left", "right"),
            ),
        ),
    ),
    ("| A | B |\n|---|:-:|\n| 1 |", (Table(((Run("A"),), (Run("B"),)), (((Run("1"),), ()),), ("left", "center")),)),
    (
        "Text[^1].\n\n[^1]: Noten.",
        (paragraph("Text", Footnote((paragraph("Noten."),)), "."),),
    ),
    (
        "Text[^1].\n\n[^1]: Noten:\n\n    - punkt",
        (
            paragraph(
                "Text", Footnote((paragraph("Noten:"), ListBlock(ordered=False, items=((paragraph("punkt"),),)))), "."
            ),
        ),
    ),
    ("", ()),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_a_construct_becomes_its_block(text: str, expected: tuple[object, ...]) -> None:
    assert converted(text) == Converted(expected, ())  # type: ignore[arg-type]


HEADINGS = [
    # text, level of the first, levels
    ("# A\n\n## B\n\n# C", 3, [3, 4, 3]),
    ("# A\n\n### B", 3, [3, 4]),
    ("# A\n\n### B\n\n## C", 2, [2, 3, 3]),
    ("### A\n\n# B\n\n## C", 2, [2, 2, 3]),
    ("# A\n\n## B\n\n### C\n\n# D", 2, [2, 3, 4, 2]),
]


@pytest.mark.parametrize(("text", "level", "expected"), HEADINGS)
def test_headings_never_skip_a_level(text: str, level: int, expected: list[int]) -> None:
    assert [block.level for block in converted(text, level).blocks if isinstance(block, Heading)] == expected


REMARKS = [
    # text, code, quote
    ("Text med <b>fet</b> stil", "MD01", "<b>"),
    ("<div>\nruta\n</div>", "MD01", "<div>"),
    ("Ett.\n\n<!-- gömt -->", "MD01", "<!-- gömt -->"),
    ("```\nkod\n```", "MD02", "```"),
    ("Ett.\n\n    indraget", "MD02", "indraget"),
    ("kör `make`", "MD02", "`make`"),
    ("![Karta](karta.png)", "MD03", "karta.png"),
    ("a &#9; b &#x1; c", "MD04", "&#x1;"),
    ("kl. 8&#150;9", "MD04", "&#150;"),
    ("Rubrik\n======", "MD04", "Rubrik"),
    ("Ett.\n\n---\n\nTvå.", "MD04", "---"),
    ("- ett\n  - två\n    - tre\n      - fyra", "MD04", "- fyra"),
    ("- # rubrik", "MD04", "- # rubrik"),
    ("> # rubrik", "MD04", "> # rubrik"),
    (">>>>>>> djupt", "MD04", ">>>>>>> djupt"),
    ("• ett\n• två", "MD04", "• ett"),
    ("| A |\n|---|\n| 1 | 2 |", "MD04", "| 1 | 2 |"),
    ("[KS]: Kommunstyrelsen", "MD04", "[KS]: Kommunstyrelsen"),
    ('[sidan](https://bjorkvalla.example "Vår sida")', "MD04", "Vår sida"),
    ("Text[^1].", "MD05", "[^1]"),
    ("Text.\n\n[^1]: Noten.", "MD05", "[^1]:"),
    ("Text[^1].\n\n[^1]: En.\n\n[^1]: Två.", "MD05", "[^1]:"),
    ("Text.\n\n[^1]: Se [^1].", "MD05", "[^1]:"),
    ("[filen](bilaga.pdf)", "MD06", "bilaga.pdf"),
    ("[hit](javascript:alert)", "MD06", "javascript:alert"),
    ("[HÄR](#)", "MD06", "#"),
    ("[tom]()", "MD06", "]("),
    ("[disk](file:///etc/passwd)", "MD06", "file:///etc/passwd"),
]


@pytest.mark.parametrize(("text", "code", "quote"), REMARKS)
def test_what_has_no_place_in_word_is_remarked_on_where_it_stands(text: str, code: str, quote: str) -> None:
    remarks = converted(text).remarks
    assert [(remark.code, remark.quote) for remark in remarks][:1] == [(code, quote)]
    assert text[remarks[0].offset :].startswith(quote)
    assert remarks[0].path == ("arendet",)


def test_the_second_of_two_equal_faults_has_its_own_place() -> None:
    text = "Rad <br> ett <br> slut"
    assert [remark.offset for remark in converted(text).remarks] == [text.index("<br>"), text.rindex("<br>")]


def test_a_fault_is_placed_in_its_own_paragraph() -> None:
    text = "Priset är a < b.\n\nSe [x](y) nu."
    assert [remark.offset for remark in converted(text).remarks] == [text.index("y)")]


@pytest.mark.parametrize("text", [text for text, code, _ in REMARKS if code != "MD05" and "[KS]" not in text])
def test_the_words_stay_also_where_there_is_a_fault(text: str) -> None:
    written = "".join(_texts(converted(text).blocks))
    for word in ("fet", "ruta", "kod", "indraget", "make", "Karta", "Rubrik", "fyra", "rubrik", "filen"):
        if word in text:
            assert word in written


def _texts(blocks: object) -> list[str]:
    from memogen.compose.pieces import pieces  # noqa: PLC0415 - used by one test

    return list(pieces(blocks))  # type: ignore[arg-type]


def test_a_number_in_a_table_cell_does_not_break() -> None:
    table = converted("| Pris |\n|---|\n| 1 500 kr |").blocks[0]
    assert isinstance(table, Table)
    assert plain(table.rows[0][0]) == "1\u00a0500\u00a0kr"


@pytest.mark.parametrize("sign", ["•", "–", "\uf0b7", "\uf0a7"])
@pytest.mark.parametrize("between", [" ", "\t"])
def test_bullets_that_came_along_from_word_are_told(sign: str, between: str) -> None:
    [remark] = converted(f"Så här:\n\n{sign}{between}ett\n{sign}{between}två\n").remarks
    assert (remark.code, remark.offset) == ("MD04", 9)


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("Så:\n\n| A | B |\n| 1 | 2 |\n", "raderna ser ut som en tabell men blir ett enda stycke", 5),
        ("År\tKr\n2026\t450\n", "raderna har tabbar som i en tabell men blir ett enda stycke", 0),
        ("##Bakgrund\nText.", "raden blir ingen rubrik", 0),
        ("Det är **viktigt .", "två stjärnor (**) syns i texten", 0),
    ],
)
def test_what_would_look_like_a_slip_on_paper_is_told(text: str, message: str, offset: int) -> None:
    [remark] = converted(text).remarks
    assert (remark.code, remark.message, remark.offset) == ("MD04", message, offset)
    assert remark.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n|---|---|\n| 1 | 2 |",
        "Se #metoo och ##.",
        "#metoo började 2017.",
        "Pris | antal\nvar lika",
        "En\ttabb.",
        "**fet**",
        "2*3 och *) not",
    ],
)
def test_what_is_meant_as_it_stands_is_left(text: str) -> None:
    assert converted(text).remarks == ()
