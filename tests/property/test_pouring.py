"""Pouring: any text that a case can hold stands in the document as it was written."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memogen import render
from memogen.artifacts import Blocks, Footnote, Heading, ListBlock, Memo, Paragraph, Run, Runs, Table, Trace

MARKUP = st.sampled_from("&<>\"'{}%#_]")
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\u2028\u2029")
LEGAL = st.text(LETTERS | MARKUP, min_size=1, max_size=60)


def template() -> Path:
    """A template as python-docx makes them, with the field in every kind of place."""
    document = docx.Document()
    document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("{{ rubrik }}")
    document.add_paragraph("{{r runs }}")
    document.add_paragraph("{{p text }}")
    document.add_table(1, 1).cell(0, 0).text = "{{ rubrik }}"
    document.sections[0].header.paragraphs[0].text = "{{ rubrik }}"
    document.sections[0].footer.paragraphs[0].text = "{{r runs }}"
    path = Path(tempfile.mkdtemp()) / "mall.docx"
    document.save(str(path))
    return path


TEMPLATE = template()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LEGAL)
def test_any_text_in_any_place_is_found_as_it_was_written(value: str) -> None:
    inlines = (Run(value),)
    listed = ListBlock(ordered=True, items=((Paragraph(inlines),),))
    table = Table((inlines,), ((inlines,),), ("left",))
    fields = {"rubrik": value, "runs": Runs(inlines), "text": Blocks((Paragraph(inlines), listed, table))}
    traces = tuple(Trace((name,), name, value) for name in fields)
    rendered = render.docx(Memo("tjansteskrivelse", value, fields, traces), TEMPLATE)
    found = render.text(rendered.data)
    assert found == ([value] * 9 if value.strip() else [])
    assert rendered.remarks == ()


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=80))
@example("ett\x0ctvå")
@example("ett\ud800två")
def test_any_text_at_all_gives_a_whole_document_with_every_word_of_it(value: str) -> None:
    said = (Run(value),)
    listed = ListBlock(ordered=False, items=((Paragraph(said),),))
    noted = Paragraph((Run("not"), Footnote((Paragraph(said),))))
    table = Table((said,), ((said,),), ("left",))
    blocks = Blocks((Paragraph(said), Heading(2, said), listed, noted, table))
    fields = {"rubrik": value, "runs": Runs((Run(value, link=value),)), "text": blocks}
    memo = Memo("tjansteskrivelse", value, fields, subject=value, keywords=value, author=value)
    data = render.docx(memo, TEMPLATE).data
    text = " ".join(render.text(data))
    assert all(text.count(word) >= 11 for word in re.findall(r"[a-zåäö]+", value))
    assert render.docx(memo, TEMPLATE).data == data


@pytest.mark.parametrize("sign", ["\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_a_line_break_of_any_kind_is_words_own_wherever_it_comes(sign: str) -> None:
    said = (Run(f"ett{sign}två"),)
    noted = Paragraph((Run("not"), Footnote((Paragraph(said),))))
    blocks = Blocks((Paragraph(said), noted, Table((said,), ((said,),), ("left",))))
    fields = {"rubrik": "x", "runs": Runs(said), "text": blocks}
    data = render.docx(Memo("tjansteskrivelse", "x", fields), TEMPLATE).data
    assert [line for line in render.text(data) if "ett" in line] == [*["ett\ntvå"] * 4, " ett\ntvå", "ett\ntvå"]
