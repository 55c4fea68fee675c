"""Nothing is lost: any legal text comes back word for word, whatever field it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from memogen import compose
from memogen.compose import markdown
from memogen.compose.pieces import pieces
from memogen.compose.typography import typeset
from memogen.model.arende import Arende
from memogen.model.profil import Profil

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memogen.artifacts import Memo

LETTERS = "abcdeåäöABCDEÅÄÖéüßœ“”’»§0123456789%€²–—…,:;?/'\"()@=\u2009\u00a0\u0301漢🌳"
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=12),
    st.sampled_from(
        ["§", "144", "kr", "1", "500", "12", "maj", "bilaga", "kl.", "A.", "t.", "ex.", "&", "<", "m.m.", "$"]
    ),
).filter(lambda word: bool(word.split()) and not re.match(r"=+$|\d+\.$", word))
SENTENCES = (
    st.lists(WORDS, min_size=1, max_size=12)
    .map(" ".join)
    .filter(lambda text: not re.match(r"\s*(?:[=)]|\d+[.)])", text))
)
RUNNING = st.lists(SENTENCES, min_size=1, max_size=4).map("\n\n".join)
LINES = (
    *("", " ", "\u00a0", "text", "mer text", " text", "  text", "   text", "    text", "---", "  ---", "  =", "-l"),
    *("- a", "- b kr", "-", "- ", "-  c", " - d", "- - e", "- # f", "  - g", "- -", "-\u00a0h", "- i  ", "- 1. j"),
    *("1. k", "  2. l", "+ m", "* n"),
)
MARKUP = (
    *(
        "## Rubrik",
        "# 1. Inledning & mål ",
        "###  Tre",
        "#### - fyra",
        "## två # ord",
        "## slut ##",
        "##",
        "## \u00a0x",
        "## \u2009x",
        "# x\u3000",
        "# x\u2028",
    ),
    *("####### sju", "#åtta", "### R *k*", "#", "**fet** text", "*", "* kursiv *", "> citat", ">", "| a | b |"),
    *("|---|---|", "====", "## kl. 8 & <b>", "## [a]", "##\ttabb"),
    *("```", "~~~", "<div>", "<!--", "-->", "a <b> c", "&amp;", "[^1]", "[^1]: not", "[a]: http://x.example", "[a]"),
    *("- **b**", "  - d *e*", "1. *k*", "10) l", "\\# m", "`n", "![](p.png)", "\ue000", "a  ", "\t", "    *o*", "• p"),
)
KEYS = st.sampled_from(["arendet", "beredning", "foredragning", "eget_avsnitt"])


def _no_picture(name: str) -> Path:
    raise FileNotFoundError(name)


def _words(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split()


@given(RUNNING)
def test_running_text_without_markup_comes_back_word_for_word(text: str) -> None:
    made = markdown.blocks(text, ("arendet",), _no_picture)
    assert [word for piece in pieces(made.blocks) for word in _words(piece)] == _words(text)
    assert made.remarks == ()


@given(st.text(LETTERS + " \n.#>=~-+)!^{}|*_&<", max_size=60))
def test_simple_text_is_read_as_the_parser_reads_it(text: str) -> None:
    assert markdown.blocks(text, (), _no_picture) == markdown.parsed(text, (), _no_picture)


@given(st.lists(st.sampled_from(LINES), max_size=7).map("\n".join))
def test_simple_lists_are_read_as_the_parser_reads_them(text: str) -> None:
    assert markdown.blocks(text, (), _no_picture) == markdown.parsed(text, (), _no_picture)


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from((*LINES, *MARKUP)), min_size=1, max_size=2).map("\n".join)).map("\n\n".join))
@example("- a\n\n\u00a0\n- b")
@example("# \u2009rubrik")
@example("# rubrik\u3000\n\ntext")
def test_plain_text_beside_markup_is_read_as_the_parser_reads_it(text: str) -> None:
    assert markdown.blocks(text, (), _no_picture) == markdown.parsed(text, (), _no_picture)


@given(st.text(LETTERS + " .", max_size=60))
def test_typography_only_changes_spaces(text: str) -> None:
    assert typeset(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


@settings(max_examples=60)
@given(
    rubrik=SENTENCES,
    key=KEYS,
    text=RUNNING,
    points=st.lists(SENTENCES, min_size=1, max_size=3),
    titles=st.lists(SENTENCES, max_size=3),
)
def test_every_trace_is_found_in_what_a_template_sees(
    rubrik: str, key: str, text: str, points: list[str], titles: list[str], poured: Callable[[Memo], str]
) -> None:
    case = Arende.model_validate(
        {
            "rubrik": rubrik,
            "datum": "2026-03-12",
            "mottagare": "Kommunstyrelsen",
            "forslag_till_beslut": points,
            "avsnitt": {key: text},
            "underlag": titles,
            "bilagor": titles,
            "beslutet_skickas_till": titles,
            "underskrifter": [{"namn": "Anna Ek", "titel": title} for title in titles],
            "fler_avsnitt": [{"rubrik": title, "text": text} for title in titles],
        }
    )
    memo, remarks = compose.memo(case, compose.Context(Profil(kommun="Björkvalla kommun"), _no_picture))
    everything = poured(memo)
    assert all(trace.text in everything for trace in memo.traces)
    assert all(code not in {"MD01", "MD02"} for code in (remark.code for remark in remarks))
    assert {trace.path[0] for trace in memo.traces} >= {"rubrik", "datum", "mottagare", key}
