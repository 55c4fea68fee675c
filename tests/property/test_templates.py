"""Templates: whatever stands in one, it is poured or refused with its place; never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from memogen import render
from memogen.artifacts import Blocks, Memo, Paragraph, Run, Runs
from memogen.errors import Rejected

PIECES = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", "{{p ", "{{r ", "{%p ", "{%tr ", "{%tc ", "{%-", "-%}", "{_{"),
        *(" rubrik ", " text ", " runs ", " lista ", " saknas ", " x ", " loop.index ", ".", "|", "(", ")", "[", "]"),
        *("for x in ", "endfor", "if ", "else", "elif ", "endif", "set x = ", "raw", "endraw", "macro m()", "include "),
        *("upper", "join", "default", "first", "sort", "map('upper')", "items()", "range(3)", "in", "is", "not "),
        *("'a'", "”b”", "1", "0", "-", "+", "*", "**", "/", "~", "==", "<", ",", "=", ":", "vm", "hm", "colspan 2"),
    ]
)
FIELDS = {
    "rubrik": "Taxa",
    "text": Blocks((Paragraph((Run("stycke"),)),)),
    "runs": Runs((Run("fet", bold=True),)),
    "lista": [{"a": "b"}, {"a": "c"}],
}
FOLDER = Path(tempfile.mkdtemp())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), min_size=1, max_size=3))
def test_any_tags_are_poured_or_refused_at_their_place(paragraphs: list[str]) -> None:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = paragraphs[0]
    path = FOLDER / "mall.docx"
    document.save(str(path))
    try:
        assert render.text(render.docx(Memo("tjansteskrivelse", "Titel", FIELDS), path).data) is not None
    except Rejected as rejected:
        for diagnostic in rejected.diagnostics:
            assert diagnostic.code.startswith("MA")
            assert diagnostic.place.line <= len(paragraphs) + 1
