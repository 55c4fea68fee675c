from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memogen import load, validate
from memogen.errors import Rejected
from memogen.model.profil import Profil

if TYPE_CHECKING:
    from memogen.diagnostics import Diagnostic

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
ENGLISH = re.compile(
    r"\b(should|input|expected|mapping|found|value|valid|missing|required|extra|string|list|error|while|scanning|parsing"
    r"|character|token|field|type|got|none|dict|str|tuple)\b",
    re.IGNORECASE,
)
"""Words that pydantic and YAML use and that no Swedish sentence here needs."""


def _diagnostics(path: Path) -> tuple[Diagnostic, ...]:
    try:
        source, faults = load.readable(path)
    except Rejected as rejected:
        return rejected.diagnostics
    validated = validate.document(source, Profil(kommun="Björkvalla kommun"))
    return validate.beside(faults, validate.diagnostics(validated.remarks, source, {}))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_its_code_at_its_place(path: Path) -> None:
    expected = path.read_text("utf-8").splitlines()[0].removeprefix("# förväntat:").split(",")
    found = [f"{d.code} {d.place.line}:{d.place.column}" for d in _diagnostics(path)]
    assert found == [one.strip() for one in expected]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_remark_is_one_swedish_sentence_without_a_full_stop(path: Path) -> None:
    for diagnostic in _diagnostics(path):
        for said in (diagnostic.message, diagnostic.help):
            outside_quotes = re.sub(r'"[^"]*"', "", said)
            assert not ENGLISH.search(outside_quotes), said
            assert "\n" not in said
            assert not said.endswith(".")
        assert diagnostic.message
        assert diagnostic.help
