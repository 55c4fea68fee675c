"""Words of a document looked for in the pages of its PDF."""

from __future__ import annotations

import time

import pytest

from memogen.archive.search import Search


@pytest.mark.parametrize(
    ("paragraph", "pages"),
    [
        ("Attityd till fiffig offert", ["Attityd till \ufb01\ufb00ig o\ufb00ert"]),
        ("100\u00a0000 kr", ["100 000\r\nkr"]),
        ("af\u00adfischen hängs upp", ["af\ufffe\r\nfischen hängs upp"]),
        ("e\u2011post och a-kassa", ["e-\r\npost och a\u2010kassa"]),
        ("Tjänsteskrivelse", ["TJÄNSTESKRIVELSE"]),
        ("a\u030angstro\u0308m", ["ångström"]),
        ("anta taxan för uteserveringar", ["1. anta taxan för\r\nuteserveringar"]),
        ("Beslut gäller från 2027", ["Björkvalla kommun Beslut gäller", "Björkvalla kommun från 2027 Sida 2"]),
        (
            "se bjorkvalla.example/taxor/uteserveringar nu",
            ["se bjorkvalla.example/tax Sida 1", "Hej or/uteserveringar nu"],
        ),
        ("Intäkter Kostnader i tabell", ["Kostnader i\r\ntabell Intäkter"]),
        ("möte med مرحبا klart", ["möte med ابحرم klart"]),
        ("   ", [""]),
        ("– … § 12 a ½", ["– … § 12 a ½"]),
    ],
)
def test_text_that_is_there_is_found_however_it_is_set(paragraph: str, pages: list[str]) -> None:
    assert list(Search(pages).missing([paragraph])) == []


@pytest.mark.parametrize(
    ("paragraph", "pages", "lost"),
    [
        ("Vänorten 漢字 i Japan", ["Vänorten i Japan"], ["漢字"]),
        ("Vänorten 漢字 i Japan", ["Vänorten 漢 i Japan"], ["漢字"]),
        ("Bra \U0001f3db jobbat", ["Bra jobbat"], ["\U0001f3db"]),
        ("Nämnden beslutar", ["N mnden beslutar"], ["Nämnden"]),
        ("Nämnden beslutar", ["Nä beslutar", "mnden"], ["Nämnden"]),
        ("Nämnden", [], ["Nämnden"]),
    ],
)
def test_text_that_is_not_there_is_told_word_by_word(paragraph: str, pages: list[str], lost: list[str]) -> None:
    assert list(Search(pages).missing([paragraph])) == lost


def test_a_sign_that_is_drawn_as_a_box_is_not_there() -> None:
    search = Search(["Vänorten 漢字 i Japan"], unseen="漢")
    assert list(search.missing(["Vänorten 漢字 i Japan"])) == ["漢字"]
    assert search.unknown("漢字") == "漢"


def test_a_long_document_with_every_paragraph_cut_is_searched_in_a_moment() -> None:
    pages = [" ".join(f"ord{page}x{number}" for number in range(400)) for page in range(60)]
    paragraphs = [
        " ".join(f"ord{page}x{number}" for number in (*range(start, start + 20), *range(start - 30, start - 10)))
        for page in range(60)
        for start in range(40, 340, 20)
    ]
    started = time.perf_counter()
    assert list(Search(pages).missing(paragraphs)) == []
    assert time.perf_counter() - started < 5
