from __future__ import annotations

import pytest

from memogen import rules
from memogen.errors import UsageError


def test_a_code_is_found_in_any_case() -> None:
    rule = rules.by_code(" be09 ")
    assert rule is not None
    assert rule.code == "BE09"
    assert rules.by_code("BE99") is None


def test_codes_stand_in_order_and_once() -> None:
    codes = [rule.code for rule in rules.every()]
    assert codes == sorted(set(codes))


def test_a_rule_is_explained_with_its_law() -> None:
    page = rules.explain("be01")
    assert page.startswith("BE01  Det finns inget att besluta  (fel)\n\n")
    for heading in ("\nVarför\n", "\nTill exempel\n", "\nI stället\n", "\nLag\n"):
        assert heading in page
    assert not page.endswith("\n")


def test_an_unknown_code_is_refused_with_one_that_is_near() -> None:
    with pytest.raises(UsageError) as refused:
        rules.explain("BE9")
    assert refused.value.message == 'koden "BE9" finns inte'
    assert refused.value.hint == 'menade du "BE09"?'
