"""Whatever a file holds, reading it gives values or diagnostics with their places, and nothing else."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from memogen import load, report, validate
from memogen.errors import Rejected
from memogen.model.profil import Profil

if TYPE_CHECKING:
    from memogen.diagnostics import Diagnostic

PROFIL = Profil(kommun="Björkvalla kommun")
ENGLISH = re.compile(r"\b(should|input|expected|mapping|found|while|scanning|parsing|validation)\b")

_PIECES = (
    "rubrik|datum|: |:|\n|  |- |[|]|{|}|,|\"|'|\t|#|&a|*a|!t|?|---|...|%|@|\v|\x07|\u2028|å|a\u030a|\\x0b|😀|\r\n|~"
    "|>|bilagor|titel|förslag till beslut|2026-03-12|# memogen: tillåt ST04 – x|handläggare"
)
yaml_like = st.lists(st.sampled_from([*_PIECES.split("|"), "|"]), max_size=40).map("".join)


def _diagnostics(content: bytes) -> tuple[Diagnostic, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_bytes(content)
        try:
            source = load.case_file(path, display=Path("case.yaml"))
        except Rejected as rejected:
            return rejected.diagnostics
        validated = validate.document(source, PROFIL)
        _, remarks = validate.profil(source)
        return (
            *validate.diagnostics(validated.remarks, source, {}),
            *validate.diagnostics(remarks, source, {}),
        )


def _hold(content: bytes) -> None:
    diagnostics = _diagnostics(content)
    for diagnostic in diagnostics:
        assert diagnostic.place.line >= 1
        assert diagnostic.place.column >= 1
        assert "\n" not in diagnostic.message
        assert not ENGLISH.search(re.sub(r'"[^"]*"', "", diagnostic.message))
    for layout in ("full", "concise", "json", "sarif"):
        report.diagnostics(diagnostics, layout).encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"a: \xed\xa0\x80")
@example(b"\x00" * 10)
def test_any_bytes_give_values_or_diagnostics(content: bytes) -> None:
    _hold(content)


@settings(max_examples=250, deadline=None)
@given(yaml_like)
@example("a: &a\nb: *a")
@example("? [a\n: b")
@example("a: 'b\nc: 'd'")
def test_anything_that_resembles_a_case_gives_values_or_diagnostics(text: str) -> None:
    _hold(text.encode())
