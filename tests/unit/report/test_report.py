from __future__ import annotations

import json
from pathlib import Path

import pytest

from memogen import report
from memogen.diagnostics import Diagnostic, Place, Severity, refuse
from memogen.report.static_analysis import sarif

LINE = "  - anta taxan enligt ärendets bilaga 3"
FAULT = Diagnostic(
    "BE09",
    Severity.ERROR,
    "bilaga 3 finns inte",
    Place(Path("cases/KS-2026-00123.yaml"), 14, 32, 8, LINE),
    'ärendet har 2 bilagor; lägg till en under "bilagor" eller ändra numret',
)


def _fault(excerpt: str, column: int, width: int = 1, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic("ST04", severity, "m", Place(Path("a.yaml"), 2, column, width, excerpt), "h", "KL 5 kap. 5 §")


def test_the_full_form_shows_the_line_and_a_caret() -> None:
    assert report.full([FAULT], colour=False) == (
        "fel[BE09]: bilaga 3 finns inte\n"
        "  --> cases/KS-2026-00123.yaml:14:32\n"
        "   |\n"
        "14 |   - anta taxan enligt ärendets bilaga 3\n"
        "   |                                ^^^^^^^^\n"
        '   = hjälp: ärendet har 2 bilagor; lägg till en under "bilagor" eller ändra numret\n'
        "   = läs mer: memogen explain BE09"
    )


def test_a_remark_without_a_source_line_names_the_file_only() -> None:
    fault = Diagnostic("YA14", Severity.ERROR, "filen finns inte", Place(Path("x.yaml")))
    assert report.full([fault]) == "fel[YA14]: filen finns inte\n --> x.yaml\n  = läs mer: memogen explain YA14"


def test_the_law_stands_between_help_and_explain() -> None:
    lines = report.full([_fault("a: b", 4)]).splitlines()
    assert [line.strip() for line in lines[-3:]] == [
        "= hjälp: h",
        "= lag: KL 5 kap. 5 §",
        "= läs mer: memogen explain ST04",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "shown", "caret"),
    [
        ("a:\tb", 4, "a:    b", "      ^"),
        ("漢字: x", 5, "漢字: x", "      ^"),
        ("e\u0301: x", 5, "e\u0301: x", "   ^"),
        ("a\x07: x", 5, "a\ufffd: x", "    ^"),
    ],
)
def test_the_caret_stands_below_what_it_marks(excerpt: str, column: int, shown: str, caret: str) -> None:
    lines = report.full([_fault(excerpt, column)]).splitlines()
    assert lines[3] == f"2 | {shown}"
    assert lines[4] == f"  | {caret}"


@pytest.mark.parametrize("column", [1, 40, 500, 995])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    excerpt = "".join(chr(ord("a") + number % 26) for number in range(1000))
    lines = report.full([_fault(excerpt, column, 5)], width=60).splitlines()
    assert len(lines[3]) <= 60
    start = lines[4].index("^")
    assert lines[3][start : start + 5] == excerpt[column - 1 : column + 4]
    assert "…" in lines[3]


def test_a_mark_wider_than_the_terminal_is_cut() -> None:
    lines = report.full([_fault("x" * 500, 1, 500)], width=60).splitlines()
    assert max(len(lines[3]), len(lines[4])) <= 60


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b" not in report.full([FAULT], colour=False)
    assert "\x1b[31m" in report.full([FAULT], colour=True)


def test_the_concise_form_is_one_line_a_remark() -> None:
    assert report.concise([FAULT, _fault("a: b", 4)]) == (
        "cases/KS-2026-00123.yaml:14:32: fel BE09 bilaga 3 finns inte\na.yaml:2:4: varning ST04 m"
    )


def test_json_has_the_objects_of_the_contract() -> None:
    assert json.loads(report.diagnostics([FAULT], "json")) == [
        {
            "code": "BE09",
            "severity": "fel",
            "message": "bilaga 3 finns inte",
            "path": "cases/KS-2026-00123.yaml",
            "line": 14,
            "column": 32,
            "help": 'ärendet har 2 bilagor; lägg till en under "bilagor" eller ändra numret',
            "law": "",
        }
    ]
    assert json.loads(report.diagnostics([], "json")) == []


def test_sarif_has_rules_levels_and_regions() -> None:
    found = [FAULT, _fault("a: b", 4), _fault("a: b", 4, severity=Severity.INFO)]
    log = json.loads(report.diagnostics(found, "sarif"))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["BE09", "ST04"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 1]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cases/KS-2026-00123.yaml"
    assert place["region"] == {"startLine": 14, "startColumn": 32, "endColumn": 40, "snippet": {"text": LINE}}


def test_sarif_escapes_a_path() -> None:
    fault = Diagnostic("YA14", Severity.ERROR, "m", Place(Path("cases/å ä.yaml")))
    result = sarif([fault])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "cases/%C3%A5%20%C3%A4.yaml"


@pytest.mark.parametrize(
    ("severities", "files", "sentence"),
    [
        ([], 0, "inga anmärkningar."),
        ([], 1, "inga anmärkningar i 1 fil."),
        ([], 3, "inga anmärkningar i 3 filer."),
        ([Severity.ERROR], 1, "1 fel i 1 fil."),
        ([Severity.ERROR, Severity.ERROR, Severity.WARNING], 1, "2 fel och 1 varning i 1 fil."),
        ([Severity.WARNING, Severity.WARNING, Severity.INFO], 3, "2 varningar och 1 upplysning i 1 av 3 filer."),
        (
            [Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.INFO],
            1,
            "1 fel, 1 varning och 2 upplysningar i 1 fil.",
        ),
    ],
)
def test_the_summary_counts_in_correct_swedish(severities: list[Severity], files: int, sentence: str) -> None:
    assert report.summary([_fault("a: b", 4, severity=severity) for severity in severities], files) == sentence


def test_warnings_weigh_only_when_strict() -> None:
    assert refuse([FAULT], strict=False)
    assert not refuse([_fault("a: b", 4)], strict=False)
    assert refuse([_fault("a: b", 4)], strict=True)
    assert not refuse([_fault("a: b", 4, severity=Severity.INFO)], strict=True)


def test_a_path_that_is_not_text_can_be_shown() -> None:
    fault = Diagnostic("YA14", Severity.ERROR, "m", Place(Path("a\udcff.yaml")))
    for layout in ("full", "concise", "json", "sarif"):
        report.diagnostics([fault], layout).encode("utf-8")
