from __future__ import annotations

from pathlib import Path

import pytest

from memogen.filing.claims import firsts, settled

A, B, C = (Path(f"/arbetsyta/cases/{name}.yaml") for name in "abc")


def test_the_first_file_by_path_has_the_slot_and_the_others_come_after() -> None:
    claims = settled([("ks-1/remiss", C), ("ks-1/remiss", A), ("ks-2/remiss", B), ("ks-1/remiss", B)])
    assert [claims.rank(path) for path in (A, B, C)] == [0, 1, 2]
    assert not claims.is_another_s("ks-1/remiss", A)
    assert claims.is_another_s("ks-1/remiss", B)


def test_a_slot_that_nobody_wants_is_free_to_everyone() -> None:
    assert not settled([("ks-1/remiss", A)]).is_another_s("ks-9/remiss", B)
    assert not settled([]).is_another_s("ks-9/remiss", B)


def test_a_file_that_wants_nothing_is_first() -> None:
    assert settled([("ks-1/remiss", A)]).rank(B) == 0


@pytest.mark.parametrize("said", ["ks-1", "å ä ö", "\ud800"])
def test_the_first_file_by_path_that_says_something_is_found(said: str) -> None:
    found = firsts([("annat", A), (said, C), (said, B)])
    assert found.get(said) == B
    assert found.get("ingenting") is None
    assert sorted(found.paths) == [A, B]
