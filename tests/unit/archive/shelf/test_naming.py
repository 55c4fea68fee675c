"""Files in the archive have names that every disk takes, no two alike."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from memogen.archive.shelf import filed_names


def test_a_name_that_every_disk_takes_is_kept() -> None:
    names = ("samlad.pdf", "bilagor/bilaga-1.pdf", "kallor/KS-2026-00123.yaml")

    assert filed_names(names) == names


def test_a_name_keeps_its_ending_and_its_swedish_letters() -> None:
    assert filed_names(["O\u0308versikt 2026 (slutlig).PDF"]) == ("översikt-2026--slutlig-.PDF",)


def test_a_name_of_300_letters_is_cut_before_its_ending() -> None:
    (name,) = filed_names([f"{'å' * 300}.pdf"])

    assert name.endswith(".pdf")
    assert len(name.encode()) < 200


def test_the_second_of_two_equal_names_gets_a_number() -> None:
    assert filed_names(["a.pdf", "A.pdf", "b/c", "B/C", "b"]) == ("a.pdf", "A-2.pdf", "b/c", "b/C-2", "b-2")


@given(st.lists(st.text(st.characters(), max_size=60), max_size=6))
def test_any_names_become_different_names_within_the_folder_that_then_stay(wanted: list[str]) -> None:
    names = filed_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    assert filed_names(names) == names
    for name in names:
        assert unicodedata.is_normalized("NFC", name)
        assert not any(part in {"", ".", ".."} or part.startswith(".") for part in name.split("/"))
