"""The documents of one meeting: what stands on the first page, in the notices, in the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memogen import compose
from memogen.artifacts import Blocks, Heading, PageReference, Table
from memogen.compose.pieces import pieces, plain
from memogen.compose.spans import spans, spans_in_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from memogen.artifacts import Memo

PEOPLE: dict[str, Any] = {
    "ordforande": "Erik Pell (S)",
    "sekreterare": "Lina Ek",
    "justerare": ["Bo Ask (M)"],
    "ersattare_for_justerare": ["Eva Dal (C)"],
    "ledamoter": ["Erik Pell (S)", {"namn": "Maria Berg (S)", "paragrafer": ["263–264, 266"]}, "Bo Ask (M)"],
    "tjanstgorande_ersattare": [{"namn": "Olle Ström (C)", "for": "Maria Berg (S)", "paragrafer": "265"}],
    "ej_tjanstgorande_ersattare": [{"namn": "Eva Dal (C)", "distans": "ja"}],
    "ovriga_narvarande": [{"namn": "Ida Ek", "titel": "jurist", "paragrafer": "263"}],
}
MEETING: dict[str, Any] = {
    **PEOPLE,
    "forsta": 263,
    "tid": "13.00–16.10",
    "ajournering": ["14.05–14.20", "15.00–15.10"],
    "plats": "Kommunhuset, sal Björken",
    "handlingar": "www.bjorkvalla.example/handlingar",
    "justering": {"datum": "2026-04-15", "tid": "15.00", "plats": "Kommunhuset"},
    "bakom": [{"forslag_till_beslut": ["anta taxan"], "avsnitt": {"arendet": "## Så här\n\nText."}}],
    "paragrafer": [
        {"arende": "KS-2026-00123", "foredragande": [{"namn": "Ida Ek", "titel": "jurist"}, "Per Ro"]},
        {"rubrik": "Information om torget", "typ": "information"},
        {"rubrik": "Avtal", "diarienummer": "KS-2026-00124", "beslut": ["säga upp avtalet"], "jav": ["Maria Berg (S)"]},
        {"rubrik": "Budget", "typ": "utgar"},
    ],
}


@pytest.fixture
def documents(minutes: Callable[..., Any]) -> Callable[..., dict[str, Memo]]:
    """The documents of the meeting by kind; the protokollsutdrag of its first paragraph."""

    def make(**keys: object) -> dict[str, Memo]:
        memos, _ = minutes(**(MEETING | keys))
        return {memo.kind: memo for memo in reversed(memos)}

    return make


def first_page(memo: Memo) -> dict[str, list[str]]:
    return {one["etikett"]: [row.replace("\u00a0", " ") for row in one["rader"]] for one in memo.fields["forstasida"]}  # type: ignore[index,union-attr,call-overload,misc]


def rows(blocks: object) -> list[list[str]]:
    assert isinstance(blocks, Blocks)
    [table] = blocks.blocks
    assert isinstance(table, Table)
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for row in (table.header, *table.rows)]


def test_one_meeting_makes_every_document_and_says_where_the_utdrag_go(minutes: Callable[..., Any]) -> None:
    memos, remarks = minutes(**MEETING)
    assert [(memo.kind, memo.filed) for memo in memos] == [
        ("kallelse", ""),
        ("protokoll", ""),
        ("anslagsbevis", ""),
        ("protokollsutdrag", "utdrag/paragraf-263_KS-2026-00123"),
        ("protokollsutdrag", "utdrag/paragraf-264"),
        ("protokollsutdrag", "utdrag/paragraf-265_KS-2026-00124"),
        ("protokollsutdrag", "utdrag/paragraf-266"),
    ]
    assert remarks == ()


def test_the_first_page_says_who_was_there_where_and_when(documents: Callable[..., dict[str, Memo]]) -> None:
    assert first_page(documents()["protokoll"]) == {
        "Plats och tid": ["Kommunhuset, sal Björken", "Onsdagen den 8 april 2026, kl. 13.00–16.10"],
        "Ajournering": ["Kl. 14.05–14.20", "Kl. 15.00–15.10"],
        "Beslutande ledamöter": ["Erik Pell (S), ordförande", "Maria Berg (S), §§ 263–264, 266", "Bo Ask (M)"],
        "Tjänstgörande ersättare": ["Olle Ström (C), tjänstgörande ersättare för Maria Berg (S), § 265"],
        "Ej tjänstgörande ersättare": ["Eva Dal (C), på distans"],
        "Övriga närvarande": ["Ida Ek, jurist, § 263"],
        "Justerare": ["Bo Ask (M)"],
        "Ersättare för justerare": ["Eva Dal (C)"],
        "Justeringens plats och tid": ["Kommunhuset", "Onsdagen den 15 april 2026, kl. 15.00"],
        "Paragrafer": ["§§ 263–266"],
    }


def test_the_first_page_has_no_empty_lines_and_gives_the_last_day_of_justering(minutes: Callable[..., Any]) -> None:
    memos, _ = minutes(paragrafer=[{"rubrik": "Taxa"}])
    assert first_page(memos[1]) == {
        "Plats och tid": ["Onsdagen den 8 april 2026"],
        "Justeringens plats och tid": ["Senast den 22 april 2026"],
        "Paragrafer": ["§ 1"],
    }


def test_a_first_page_without_paragraphs_has_those_of_its_notices(documents: Callable[..., dict[str, Memo]]) -> None:
    notices = [
        {"paragrafer": "232–233", "uppsatt": "2026-04-09", "forvaring": "Arkivet"},
        {"paragrafer": "207–231, 234–247", "uppsatt": "2026-04-16", "forvaring": "Arkivet"},
    ]
    memo = documents(paragrafer=[], anslag=notices)["protokoll"]
    assert first_page(memo)["Paragrafer"] == ["§§ 207–247"]
    texts = [one["text"].replace("\u00a0", " ") for one in memo.fields["anslag"]]  # type: ignore[index,union-attr,call-overload,misc]
    assert texts[0] == "§§ 232–233 är justerade. Justeringen har tillkännagivits på kommunens anslagstavla."


def test_the_labels_of_the_first_page_may_be_reworded(documents: Callable[..., dict[str, Memo]]) -> None:
    rubriker = {"ledamöter": "Beslutande", "justerare": "Utses att justera", "plats och tid": "Tid och plats"}
    rubriker |= {"protokoll": "Sammanträdesprotokoll", "justering": "Justeringsdatum", "datum": "Sammanträdesdatum"}
    memo = documents(val={"rubriker": rubriker})["protokoll"]
    labels = [*first_page(memo)]
    assert labels[:3] == ["Tid och plats", "Ajournering", "Beslutande"]
    assert labels[-4:] == ["Utses att justera", "Ersättare för justerare", "Justeringsdatum", "Paragrafer"]
    assert memo.fields["dokumenttyp"] == "Sammanträdesprotokoll"
    assert memo.fields["uppgifter"][0]["etikett"] == "Sammanträdesdatum"  # type: ignore[index,call-overload]


def test_those_who_sign_have_the_title_that_is_not_their_role(documents: Callable[..., dict[str, Memo]]) -> None:
    people = {
        "sekreterare": {"namn": "Lina Ek", "titel": "nämndsekreterare"},
        "ordforande": {"namn": "Erik Pell (S)", "titel": "ordförande"},
    }
    signing = documents(**people)["protokoll"].fields["underskrifter"]
    names = [one["namn"].replace("\u00a0", " ") for one in signing]  # type: ignore[union-attr,call-overload,index,misc]
    assert names[:2] == ["Lina Ek, nämndsekreterare", "Erik Pell (S)"]


def test_everyone_who_presided_signs_for_their_own_paragraphs(minutes: Callable[..., Any]) -> None:
    acting = [{"namn": "Bo Ask (M)", "paragrafer": "264, 266"}]
    memos, _ = minutes(**MEETING, tjanstgorande_ordforande=acting)
    whole = next(memo for memo in memos if memo.kind == "protokoll")
    signing = [(one["roll"], one["namn"].replace("\u00a0", " ")) for one in whole.fields["underskrifter"]]
    assert signing[1:3] == [("Ordförande", "Erik Pell (S), §§ 263, 265"), ("Ordförande", "Bo Ask (M), §§ 264, 266")]
    assert "Bo Ask (M), ordförande §§ 264, 266" in first_page(whole)["Beslutande ledamöter"]
    extracts = [memo.fields["ordforande"] for memo in memos if memo.kind == "protokollsutdrag"]
    assert extracts == ["Erik Pell (S)", "Bo Ask (M)", "Erik Pell (S)", "Bo Ask (M)"]


def test_the_attendance_is_a_table_with_a_header(documents: Callable[..., dict[str, Memo]]) -> None:
    assert rows(documents()["protokoll"].fields["narvaro"]) == [
        ["Namn", "Uppdrag", "Paragrafer"],
        ["Erik Pell (S)", "Ordförande", "§§ 263–266"],
        ["Maria Berg (S)", "Ledamot", "§§ 263–264, 266"],
        ["Bo Ask (M)", "Ledamot", "§§ 263–266"],
        ["Olle Ström (C)", "Tjänstgörande ersättare för Maria Berg (S)", "§ 265"],
        ["Eva Dal (C)", "Ej tjänstgörande ersättare, på distans", "§§ 263–266"],
        ["Ida Ek", "jurist", "§ 263"],
    ]


def test_the_head_of_the_attendance_is_called_as_the_profile_calls_it(
    documents: Callable[..., dict[str, Memo]],
) -> None:
    rubriker = {"namn": "Ledamot", "uppdrag": "Roll", "paragrafer": "Vid"}
    header, *_ = rows(documents(val={"rubriker": rubriker})["protokoll"].fields["narvaro"])
    assert header == ["Ledamot", "Roll", "Vid"]


def test_those_who_sign_are_named_with_their_role(documents: Callable[..., dict[str, Memo]]) -> None:
    assert documents()["protokoll"].fields["underskrifter"] == [
        {"roll": "Sekreterare", "namn": "Lina Ek"},
        {"roll": "Ordförande", "namn": "Erik Pell (S)"},
        {"roll": "Justerare", "namn": "Bo Ask (M)"},
    ]


def test_the_list_of_arenden_refers_to_the_headings_of_the_paragraphs(
    documents: Callable[..., dict[str, Memo]],
) -> None:
    fields = documents()["protokoll"].fields
    contents, text = fields["arendelista"], fields["protokollstext"]
    assert isinstance(contents, Blocks)
    assert isinstance(text, Blocks)
    assert [row[:2] for row in rows(contents)][1:] == [
        ["§ 263", "Antagande av taxa för torghandel"],
        ["§ 264", "Information om torget"],
        ["§ 265", "Avtal"],
        ["§ 266", "Budget"],
    ]
    table = contents.blocks[0]
    assert isinstance(table, Table)
    anchors = [cell.anchor for row in table.rows for cell in row[2] if isinstance(cell, PageReference)]
    headings = [block for block in text.blocks if isinstance(block, Heading) and block.level == 2]
    assert anchors == [heading.anchor for heading in headings]
    assert len(set(anchors)) == len(anchors)


def test_headings_of_the_minutes_never_skip_a_level(documents: Callable[..., dict[str, Memo]]) -> None:
    text = documents()["protokoll"].fields["protokollstext"]
    assert isinstance(text, Blocks)
    levels = [block.level for block in text.blocks if isinstance(block, Heading)]
    assert levels[:4] == [2, 3, 3, 4]
    assert all(after - before <= 1 for before, after in zip([1, *levels], levels, strict=False))


ANSLAG = [
    # a row: the notices, those omedelbart justerade, what each block says: §§, up, down, last day, text
    (
        [{"uppsatt": "2026-04-16"}],
        [],
        [("§§ 263–266", "2026-04-16", "2026-05-08", "2026-05-07", "Protokollet är justerat.")],
    ),
    (
        [{"uppsatt": "2026-04-16", "justerat": "2026-04-15"}],
        [],
        [("§§ 263–266", "2026-04-16", "2026-05-08", "2026-05-07", "Protokollet justerades den 15 april 2026.")],
    ),
    # three weeks end on a holiday: Kristi himmelsfärdsdag 2026-05-14
    ([{"uppsatt": "2026-04-23"}], [], [("§§ 263–266", "2026-04-23", "2026-05-16", "2026-05-15", "Protokollet är")]),
    (
        [{"uppsatt": "2026-04-16", "nedtas": "2026-05-20", "sista_dag_att_overklaga": "2026-05-07"}],
        [],
        [("§§ 263–266", "2026-04-16", "2026-05-20", "2026-05-07", "Protokollet är justerat.")],
    ),
    (
        [{"paragrafer": "265", "uppsatt": "2026-04-09"}, {"uppsatt": "2026-04-16"}],
        [265],
        [
            ("§ 265", "2026-04-09", "2026-05-01", "2026-04-30", "§ 265 är omedelbart justerad."),
            ("§§ 263–264, 266", "2026-04-16", "2026-05-08", "2026-05-07", "§§ 263–264 och 266 är justerade."),
        ],
    ),
    (
        [],
        [264, 265],
        [
            (
                "§§ 264–265",
                "",
                "",
                "",
                (
                    "§§ 264–265 är omedelbart justerade. Justeringen ska tillkännages på kommunens anslagstavla "
                    "senast den 10 april 2026."
                ),
            ),
            (
                "§§ 263, 266",
                "",
                "",
                "",
                (
                    "§§ 263 och 266 är justerade. Justeringen ska tillkännages på kommunens anslagstavla senast "
                    "den 17 april 2026."
                ),
            ),
        ],
    ),
]


@pytest.mark.parametrize(("anslag", "at_once", "expected"), ANSLAG)
@pytest.mark.parametrize("kind", ["protokoll", "anslagsbevis"])
def test_a_notice_counts_the_days_that_nobody_wrote(
    documents: Callable[..., dict[str, Memo]], kind: str, anslag: list[Any], at_once: list[int], expected: list[Any]
) -> None:
    paragrafer = [
        {**one, "omedelbart_justerad": "ja" if number in at_once else "nej"}
        for number, one in enumerate(MEETING["paragrafer"], start=263)
    ]
    found: Any = documents(anslag=anslag, paragrafer=paragrafer)[kind].fields["anslag"]
    keys = ("paragrafer", "uppsatt", "nedtas", "sista_dag")
    assert [tuple(one[key].replace("\u00a0", " ") for key in keys) for one in found] == [row[:4] for row in expected]
    texts = [one["text"].replace("\u00a0", " ") for one in found]
    assert all(text.startswith(row[4]) for text, row in zip(texts, expected, strict=True))
    assert all(one["organ"] == "Kommunstyrelsen" and one["sammantradesdatum"] == "2026-04-08" for one in found)


def test_the_kallelse_lists_the_arenden_in_order(documents: Callable[..., dict[str, Memo]]) -> None:
    made = documents()["kallelse"]
    assert made.title == "Kallelse till kommunstyrelsen den 8\u00a0april 2026"
    assert rows(made.fields["foredragningslista"]) == [
        ["Nr", "Ärende", "Diarienummer", "Föredragande"],
        ["1", "Antagande av taxa för torghandel", "KS-2026-00123", "Ida Ek, jurist; Per Ro"],
        ["2", "Information om torget", "", ""],
        ["3", "Avtal", "KS-2026-00124", ""],
        ["4", "Budget", "", ""],
    ]
    details: Any = made.fields["uppgifter"]
    assert [(one["etikett"], one["varde"].replace("\u00a0", " ")) for one in details] == [
        ("Datum", "2026-04-08"),
        ("Tid", "kl. 13.00–16.10"),
        ("Plats", "Kommunhuset, sal Björken"),
        ("Ordförande", "Erik Pell (S)"),
        ("Sekreterare", "Lina Ek"),
        ("Handlingar", "www.bjorkvalla.example/handlingar"),
    ]


def test_the_bilagor_of_the_minutes_close_them(documents: Callable[..., dict[str, Memo]]) -> None:
    text = documents(bilagor=["Reservation från S"])["protokoll"].fields["protokollstext"]
    assert isinstance(text, Blocks)
    assert [piece.replace("\u00a0", " ") for piece in pieces(text.blocks[-2:])] == [
        "Bilagor till protokollet",
        "Bilaga 1, Reservation från S",
    ]


def test_a_fault_in_a_paragraph_is_placed_there_and_told_once(minutes: Callable[..., Any]) -> None:
    _, remarks = minutes(paragrafer=[{"rubrik": "A"}, {"rubrik": "B", "avsnitt": {"text": "rad<br>rad"}}])
    assert [(remark.code, remark.path) for remark in remarks] == [("MD01", ("paragrafer", 1, "text"))]


def test_a_fault_in_the_case_is_told_at_the_name_of_the_case(minutes: Callable[..., Any]) -> None:
    _, remarks = minutes(bakom=[{"avsnitt": {"arendet": "<b>fet</b>"}}], paragrafer=[{"arende": "KS-2026-00123"}])
    assert [(remark.code, remark.path) for remark in remarks] == [("RE02", ("paragrafer", 0, "arende"))]


def test_a_section_that_follows_one_that_is_not_there_is_placed_in_its_paragraph(minutes: Callable[..., Any]) -> None:
    further = [{"rubrik": "Mer", "text": "Text.", "efter": "slutet"}]
    _, remarks = minutes(paragrafer=[{"rubrik": "A", "fler_avsnitt": further}])
    assert [remark.path for remark in remarks] == [("paragrafer", 0, "fler_avsnitt", 0, "efter")]


SPANS = [
    ([], "", ""),
    ([271], "§ 271", "§ 271"),
    ([263, 264], "§§ 263–264", "§§ 263–264"),
    ([272, 263, 264, 265, 263], "§§ 263–265, 272", "§§ 263–265 och 272"),
    ([1, 3, 5], "§§ 1, 3, 5", "§§ 1, 3 och 5"),
]


@pytest.mark.parametrize(("numbers", "short", "sentence"), SPANS)
def test_paragraph_numbers_are_written_in_runs(numbers: list[int], short: str, sentence: str) -> None:
    assert spans(numbers).replace("\u00a0", " ") == short
    assert spans_in_sentence(numbers).replace("\u00a0", " ") == sentence


# --- the register ---------------------------------------------------------------------------------


REGISTERED = [
    {"arende": "KS-2026-00123", "omedelbart_justerad": "ja"},
    {"rubrik": "Information om torget", "typ": "information"},
    {"rubrik": "Avtal", "diarienummer": "KS-2026-00100", "typ": "aterremitteras"},
    {"rubrik": "Budget", "typ": "utgar"},
    {"rubrik": "Plan", "beslut": ["anta " + "en mycket lång plan " * 10]},
    {"rubrik": "Ord", "beslut": ["x" * 200]},
]


def test_the_register_has_a_line_for_every_paragraph(meeting: Callable[..., Any]) -> None:
    case = {"forslag_till_beslut": ["anta taxan", "upphäva den gamla taxan"]}
    lines = compose.register_rows(*meeting(bakom=[case], forsta=44, paragrafer=REGISTERED))
    assert [(line.paragraf, line.beslut) for line in lines[:4]] == [
        (44, "anta taxan; upphäva den gamla taxan"),
        (45, "Information"),
        (46, "Ärendet återremitteras"),
        (47, "Ärendet utgår"),
    ]
    assert (lines[0].rubrik, lines[0].diarienummer) == ("Antagande av taxa för torghandel", "KS-2026-00123")
    assert (lines[0].omedelbart_justerad, lines[0].fil) == (True, "utdrag/paragraf-44_KS-2026-00123")
    assert lines[4].beslut.endswith("mycket …")
    assert all(len(line.beslut) <= 120 for line in lines)


def test_the_register_is_given_by_paragraph_and_by_diarienummer(meeting: Callable[..., Any]) -> None:
    made, context = meeting(bakom=[{"forslag_till_beslut": ["anta taxan"]}], forsta=44, paragrafer=REGISTERED[:3])
    register = compose.register(reversed(compose.register_rows(made, context)), "KS", context)
    assert register.kind == "register"
    assert register.fields["ar"] == "2026"
    assert [row[:4] for row in rows(register.fields["per_paragraf"])] == [
        ["§", "Datum", "Ärende", "Diarienummer"],
        ["§ 44", "2026-04-08", "Antagande av taxa för torghandel", "KS-2026-00123"],
        ["§ 45", "2026-04-08", "Information om torget", ""],
        ["§ 46", "2026-04-08", "Avtal", "KS-2026-00100"],
    ]
    assert [row[:2] for row in rows(register.fields["per_diarienummer"])] == [
        ["Diarienummer", "§"],
        ["KS-2026-00100", "§ 46"],
        ["KS-2026-00123", "§ 44"],
    ]


def test_the_register_tells_what_is_only_proposed_to_another_organ(meeting: Callable[..., Any]) -> None:
    blocks = [
        {"organ": "KS", "mottagare": "KF", "att": ["anta taxan", "upphäva den gamla taxan"]},
        {"organ": "KS", "for_egen_del": "ja", "att": ["uppdra åt kommundirektören att följa upp taxan"]},
    ]
    case, own = {"forslag_till_beslut": blocks}, [{"arende": "KS-2026-00123"}]
    told = {
        organ: compose.register_rows(*meeting(bakom=[case], organ=organ, paragrafer=own))[0].beslut
        for organ in ("KS", "KF")
    }
    assert told == {
        "KS": ("Förslag: anta taxan; upphäva den gamla taxan. Beslut: uppdra åt kommundirektören att följa upp taxan"),
        "KF": "anta taxan; upphäva den gamla taxan",
    }


def test_a_diarienummer_and_a_date_stay_whole_in_the_columns_of_the_register(meeting: Callable[..., Any]) -> None:
    own = [{"rubrik": "Avtal", "diarienummer": "KS 2026/11 253", "beslut": ["säga upp avtalet den 1 maj 2026"]}]
    made, context = meeting(forsta=44, paragrafer=own)
    found = compose.register_rows(made, context)
    row = found[0]
    register = compose.register(found, "KS", context)
    cells = list(pieces(register.fields["per_paragraf"].blocks))  # type: ignore[union-attr]
    assert row.diarienummer == "KS 2026/11 253"
    assert "KS\u00a02026/11\u00a0253" in cells
    assert "säga upp avtalet den 1\u00a0maj 2026" in cells


def test_a_register_without_lines_is_empty(meeting: Callable[..., Any]) -> None:
    _, context = meeting(paragrafer=[])
    assert not compose.register([], "KS", context).fields["per_paragraf"]


def test_a_notice_of_paragraphs_that_were_all_adjusted_at_once_names_them(
    documents: Callable[..., dict[str, Memo]],
) -> None:
    paragrafer = [{"rubrik": "Val", "typ": "val", "beslut": ["utse Eva Dal (C)"], "omedelbart_justerad": "ja"}]
    (notice,) = documents(paragrafer=paragrafer)["anslagsbevis"].fields["anslag"]  # type: ignore[misc,union-attr]
    assert notice["text"].replace("\u00a0", " ").startswith("§ 263 är omedelbart justerad.")  # type: ignore[index,call-overload,union-attr]
