"""The words of a content stream."""

from __future__ import annotations

import pytest

from memogen.archive.checking import tokens


@pytest.mark.parametrize(
    ("written", "strings"),
    [
        (b"[<41>-3.5<4243> 2<44>]TJ", [b"<41>", b"<4243>", b"<44>"]),
        (b"[(A) -20 (a\\)b)]TJ", [b"(A)", b"(a\\)b)"]),
        (b"[(a<b>c[d])]TJ", [b"(a<b>c[d])"]),
        (b"[(a (b) c) 1 <4 1>]TJ", [b"(a (b) c)", b"<4 1>"]),
        (b"[]TJ", []),
        (b"(A)Tj", [b"(A)"]),
        (b"<41>Tj", [b"<41>"]),
    ],
)
def test_the_strings_of_a_text_are_found_alone_and_in_an_array(written: bytes, strings: list[bytes]) -> None:
    ((_, operands),) = tokens.operations(written)
    assert tokens.strings(operands) == strings


def test_an_array_that_is_wrongly_written_hides_no_operator() -> None:
    assert [operator for operator, _ in tokens.operations(b"[<41 foo] TJ [ bar ] TJ")] == [b"foo", b"TJ", b"bar", b"TJ"]
