"""Patterns that are tried at numbers alone find what they find everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memogen.model import dagar
from memogen.model.siffror import at_numbers
from memogen.rules import personuppgifter, sp03_typografi, ul08_hanvisning_till_lag

if TYPE_CHECKING:
    import re

SAID = st.sampled_from(
    ("19811218-9876", "811218", "2026", "8 maj", "13.00-16.10", "2026-2027", "2 kap 3 §", "lagen 2017:725", "3§")
)
SIGNS = st.sampled_from((*" \n.:-–/§aå0129", "kap", "lag ", "SFS ", " maj", "20"))
PATTERNS = (
    (dagar._DAY, 1),
    (personuppgifter._NUMBER, 6),
    (sp03_typografi._RANGE, 1),
    (sp03_typografi._TIGHT, 1),
    (ul08_hanvisning_till_lag._NO_PARENTHESES, 1),
    (ul08_hanvisning_till_lag._CHAPTER, 1),
)


@pytest.mark.parametrize(("pattern", "digits"), PATTERNS)
@given(text=st.lists(SAID | SIGNS, max_size=12).map("".join))
def test_a_pattern_finds_at_numbers_what_it_finds_everywhere(pattern: re.Pattern[str], digits: int, text: str) -> None:
    assert [found.span() for found in at_numbers(pattern, text, digits=digits)] == [
        found.span() for found in pattern.finditer(text)
    ]
