from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from memogen.archive.bilagor.opening import opened
from memogen.archive.bilagor.refusal import Refused
from tests import strange_files

if TYPE_CHECKING:
    from collections.abc import Callable

THREE_PAGES = strange_files.saved(strange_files.plain(3), object_stream_mode=pikepdf.ObjectStreamMode.disable)


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught, opened(data):
        pass
    assert caught.value.remark.code == "AR05"
    assert caught.value.remark.help
    return caught.value.remark.message


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (strange_files.locked, "bilagan är låst med ett lösenord"),
        (strange_files.protected, "bilagan är skyddad mot ändringar med ett lösenord"),
        (strange_files.scripted, "bilagan innehåller program (JavaScript)"),
        (lambda: strange_files.form(script=True), "bilagan innehåller program (JavaScript)"),
        (lambda: strange_files.form(xfa=True), "bilagan är ett XFA-formulär, som bara vissa program kan visa"),
        (strange_files.film, "bilagan innehåller film, ljud eller 3D"),
        (strange_files.portfolio, "bilagan är en PDF-portfölj: filerna i den är inga sidor"),
        (strange_files.without_pages, "bilagan är en PDF-fil utan sidor"),
        (lambda: strange_files.saved(strange_files.plain(2001)), "bilagan är för stor: den har 2001 sidor"),
        (lambda: strange_files.saved(strange_files.plain(size=(20_000, 20_000))), "sida 1 i bilagan är större"),
        (lambda: strange_files.saved(strange_files.plain(size=(2, 2))), "sida 1 i bilagan är större eller mindre"),
    ],
)
def test_what_no_archive_can_keep_is_refused_with_its_reason(make: Callable[[], bytes], why: str) -> None:
    assert refusal(make()).startswith(why)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(strange_files.bomb()).startswith("bilagan är för stor")


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        THREE_PAGES[: len(THREE_PAGES) * 2 // 3],
        THREE_PAGES[:-40],
        THREE_PAGES.replace(b"startxref", b"startxxxx"),
        THREE_PAGES[:300] + bytes(40) + THREE_PAGES[340:],
    ],
    ids=["empty", "garbage", "truncated", "end gone", "no xref", "hole"],
)
def test_a_broken_file_is_refused_and_never_mended_by_guess(broken: bytes) -> None:
    assert refusal(broken) == "bilagan är en skadad PDF-fil"


def test_a_text_about_scripts_is_no_script() -> None:
    document = strange_files.plain()
    document.docinfo["/Subject"] = "see /JS and /JavaScript"
    with opened(strange_files.saved(document)) as found:
        assert len(found.pages) == 1


def test_a_page_that_is_not_there_is_a_damage() -> None:
    pages = re.search(rb"/Kids \[ (\d+ 0 R) (\d+ 0 R)", THREE_PAGES)
    assert pages
    missing = THREE_PAGES[: pages.start(2)] + b"null".ljust(len(pages[2])) + THREE_PAGES[pages.end(2) :]
    assert refusal(missing) == "bilagan är en skadad PDF-fil"


@pytest.mark.parametrize("copied", [False, True])
def test_what_cairo_writes_twice_is_no_damage_unless_it_says_two_things(*, copied: bool) -> None:
    document = strange_files.plain()
    fonts = document.pages[0].obj.Resources.Font
    fonts.F2 = document.make_indirect(fonts.F1.copy()) if copied else fonts.F1
    written = strange_files.saved(document, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    twice = written.replace(b"/F2 ", b"/F1 ")
    assert twice != written
    if copied:
        assert refusal(twice) == "bilagan är en skadad PDF-fil"
        return
    with opened(twice) as found:
        assert len(found.pages) == 1
