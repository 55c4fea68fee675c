"""What is said once is said everywhere: protokoll, protokollsutdrag and tjänsteskrivelse of one meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from memogen import compose
from memogen.artifacts import Blocks, Heading, ListBlock, Paragraph, Run, Table
from memogen.compose.pieces import pieces, plain
from memogen.model.arende import Arende
from memogen.model.profil import Profil
from memogen.model.sammantrade import Sammantrade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from memogen.artifacts import Block, Memo

ORGAN = {
    "Kommunstyrelsens arbetsutskott": {"kortnamn": "KSAU", "bereder_for": "Kommunstyrelsen"},
    "Kommunstyrelsen": {"kortnamn": "KS", "bereder_for": "Kommunfullmäktige"},
    "Kommunfullmäktige": {"kortnamn": "KF"},
}
PROFIL = Profil.model_validate({"kommun": "Björkvalla kommun", "organ": ORGAN})
WORDS = st.sampled_from(
    ["torg", "taxa", "KS", "12", "maj", "bilaga", "1", "kr", "500", "§", "och", "att", "å", "é", "&", "(S)", "Väg-3"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join).filter(lambda text: not re.match(r"\d+[.)]", text))
NAMES = ("Anna Ek (S)", "Bo Ask (M)", "Eva Dal (C)", "Ivar Al (V)", "Siv Rask (L)", "Per Ro (KD)")
PEOPLE = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
NUMBERS = tuple(f"KS-2026-{nr:05}" for nr in range(1, 4))

CASES = st.fixed_dictionaries(
    {
        "rubrik": TEXTS,
        "datum": st.just("2026-03-12"),
        "mottagare": st.just("Kommunstyrelsen"),
        "forslag_till_beslut": st.one_of(
            st.lists(TEXTS, min_size=1, max_size=4),
            st.lists(TEXTS, min_size=1, max_size=3).map(
                lambda points: [{"organ": "KS", "mottagare": "KF", "att": points}]
            ),
        ),
        "avsnitt": st.fixed_dictionaries({"arendet": TEXTS.map(lambda text: f"## {text}\n\n{text}")}),
        "beslutet_skickas_till": st.lists(TEXTS, max_size=2),
        "overklagande": st.sampled_from([None, "laglighetsprovning"]),
    }
)
VOTES = st.permutations(NAMES).flatmap(
    lambda names: st.integers(0, len(names)).map(lambda cut: {"ja": names[:cut], "nej": names[cut:]})
)
MOTIONS = st.fixed_dictionaries(
    {"av": PEOPLE},
    optional={
        "typ": st.sampled_from(["bifall", "avslag", "aterremiss", "bordlaggning", "tillagg", "andring"]),
        "text": TEXTS,
    },
)
PARAGRAPHS = st.fixed_dictionaries(
    {"rubrik": TEXTS},
    optional={
        "arende": st.sampled_from(NUMBERS),
        "typ": st.sampled_from(["beslut", "information", "val", "anmalan", "utgar", "bordlaggs", "aterremitteras"]),
        "motivering": TEXTS,
        "minoritet": PEOPLE,
        "foredragande": PEOPLE,
        "jav": PEOPLE,
        "yrkanden": st.lists(MOTIONS, max_size=3),
        "omrostningar": st.lists(VOTES, max_size=2),
        "reservationer": PEOPLE,
        "omedelbart_justerad": st.sampled_from(["ja", "nej"]),
        "avsnitt": st.fixed_dictionaries({}, optional={"text": TEXTS, "beslutsgang": TEXTS}),
        "sekretess": TEXTS,
        "bilagor": st.lists(TEXTS, max_size=2),
    },
)
MEETINGS = st.fixed_dictionaries(
    {
        "organ": st.sampled_from(["KSAU", "KS", "KF"]),
        "datum": st.dates().map(str).filter(lambda day: day > "1900"),
        "paragrafer": st.lists(PARAGRAPHS, min_size=1, max_size=4),
        "ledamoter": PEOPLE,
        "tjanstgorande_ersattare": PEOPLE,
        "bilagor": st.lists(TEXTS, max_size=2),
        "anslag": st.lists(st.fixed_dictionaries({}, optional={"uppsatt": st.dates().map(str)}), max_size=2),
    }
)
FEW = settings(max_examples=40, deadline=None)


@FEW
@given(meeting=MEETINGS, cases=st.lists(CASES, min_size=3, max_size=3), first=st.integers(1, 900))
def test_every_utdrag_is_a_contiguous_part_of_its_protokoll(
    meeting: dict[str, Any], cases: list[dict[str, Any]], first: int
) -> None:
    protokoll, *utdrag = _minutes(meeting, cases, first)
    whole = list(pieces(_text(protokoll)))
    for memo in utdrag:
        own = list(pieces(_sections(memo)))
        starts = [at for at in range(len(whole)) if whole[at : at + len(own)] == own]
        assert starts
        assert memo.fields["rubrik"] in " ".join(whole)


@FEW
@given(meeting=MEETINGS, cases=st.lists(CASES, min_size=3, max_size=3), first=st.integers(1, 900))
def test_numbers_run_without_a_gap_and_every_document_has_them(
    meeting: dict[str, Any], cases: list[dict[str, Any]], first: int
) -> None:
    protokoll, *utdrag = _minutes(meeting, cases, first)
    expected = [str(first + step) for step in range(len(meeting["paragrafer"]))]
    headings = [plain(block.content) for block in _text(protokoll) if isinstance(block, Heading) and block.level == 2]
    numbered = headings[: len(expected)]
    assert [re.sub(r"^§\s(\d+).*", r"\1", heading, flags=re.DOTALL) for heading in numbered] == expected
    assert headings[len(expected) :] == (["Bilagor till protokollet"] if meeting["bilagor"] else [])
    assert [memo.fields["paragrafnummer"] for memo in utdrag] == expected
    assert len({memo.filed for memo in utdrag}) == len(utdrag)


@FEW
@given(cases=st.lists(CASES, min_size=3, max_size=3), organ=st.sampled_from(["KSAU", "KS"]))
def test_the_decision_of_an_unchanged_case_is_the_same_word_for_word(cases: list[dict[str, Any]], organ: str) -> None:
    meeting = {"organ": organ, "datum": "2026-04-08", "paragrafer": [{"arende": number} for number in NUMBERS]}
    protokoll, *utdrag = _minutes(meeting, cases, 1)
    minutes = list(pieces(_text(protokoll)))
    for number, case, memo in zip(NUMBERS, cases, utdrag, strict=True):
        letter, _ = compose.memo(_case(case, number), compose.Context(PROFIL, _no_picture))
        points = list(_points(letter.fields["forslag_till_beslut"]))
        assert points
        assert points == list(_points(memo.fields["beslut"]))
        assert any(minutes[at : at + len(points)] == points for at in range(len(minutes)))


@FEW
@given(votes=VOTES)
def test_the_sums_of_a_vote_are_its_votes(votes: dict[str, list[str]]) -> None:
    meeting = {"organ": "KS", "datum": "2026-04-08", "paragrafer": [{"rubrik": "Taxa", "omrostningar": [votes]}]}
    _, utdrag = _minutes(meeting, [], 1)
    section = utdrag.fields["omrostning"]
    assert isinstance(section, Blocks)
    *_, result, table = section.blocks
    assert isinstance(result, Paragraph)
    assert isinstance(table, Table)
    told = [int(number) for number in re.findall(r"(\d+) (?:ja|nej)-röst", plain(result.content))]
    marks = [[plain(cell) for cell in row] for row in table.rows[:-1]]
    sums = [plain(cell) for cell in table.rows[-1]]
    assert told == [len(votes["ja"]), len(votes["nej"])]
    assert [sum(row[column] == "X" for row in marks) for column in (1, 2)] == told
    assert sums == ["Summa", *map(str, told)]
    assert sorted(row[0] for row in marks) == sorted(NAMES)


@FEW
@given(meeting=MEETINGS, cases=st.lists(CASES, min_size=3, max_size=3))
def test_every_trace_of_a_meeting_is_found_in_what_a_template_sees(
    meeting: dict[str, Any], cases: list[dict[str, Any]], poured: Callable[[Memo], str]
) -> None:
    memos, _ = _composed(meeting, cases, 1)
    for memo in memos:
        text = poured(memo)
        assert [trace for trace in memo.traces if trace.text not in text] == []


def _case(case: dict[str, Any], number: str) -> Arende:
    return Arende.model_validate({**case, "diarienummer": number})


def _composed(meeting: dict[str, Any], cases: list[dict[str, Any]], first: int) -> tuple[tuple[Memo, ...], Any]:
    behind = {
        number: compose.CaseBehind(_case(case, number), _no_picture)
        for number, case in zip(NUMBERS, cases, strict=False)
    }
    document = Sammantrade.model_validate(meeting)
    return compose.memos(document, compose.Context(PROFIL, _no_picture, arenden=behind, forsta_paragraf=first))


def _minutes(meeting: dict[str, Any], cases: list[dict[str, Any]], first: int) -> list[Memo]:
    """The protokoll, then every utdrag."""
    return [memo for memo in _composed(meeting, cases, first)[0] if memo.kind in {"protokoll", "protokollsutdrag"}]


def _no_picture(name: str) -> Path:
    raise FileNotFoundError(name)


def _text(protokoll: Memo) -> tuple[Block, ...]:
    text = protokoll.fields["protokollstext"]
    assert isinstance(text, Blocks)
    return text.blocks


def _sections(memo: Memo) -> list[Block]:
    """Everything below the head of an utdrag, as its template pours it."""
    found: list[Block] = []
    sections: Any = memo.fields["avsnitt"]
    for line in filter(None, (memo.fields["diarienummer"], memo.fields["omedelbart_justerad"])):
        found += _line(str(line))
    for one in sections:
        found += [*_line(one["rubrik"]), *one["text"].blocks]
    return found


def _line(text: str) -> list[Block]:
    return [Paragraph((Run(text),))]


def _points(value: object) -> Iterator[str]:
    assert isinstance(value, Blocks)
    for block in value.blocks:
        if isinstance(block, ListBlock) or (isinstance(block, Paragraph) and block.role == "beslutssats"):
            yield from pieces([block])
