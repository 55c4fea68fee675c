from __future__ import annotations

import json
from pathlib import Path

import pytest

from memogen import report
from memogen.diagnostics import Diagnostic, Place, Severity
from memogen.report.batch_report import BatchReport
from memogen.setting import Outcome

A, B, C = (Path(f"cases/{name}.yaml") for name in "abc")
DOCUMENT, PDF = (Path("output/a.docx"), "12ab"), (Path("output/a.pdf"), "34cd")
WRITTEN = Outcome(A, "written", (DOCUMENT, PDF), seconds=0.25)


def remark(severity: Severity, line: int, code: str = "ST04") -> Diagnostic:
    return Diagnostic(code, severity, "rubriken saknas", Place(B, line))


def summary(outcomes: list[Outcome]) -> str:
    counted = report.BatchSummary()
    for outcome in outcomes:
        counted.add(outcome)
    return counted.text()


def written_report(path: Path, outcomes: list[Outcome]) -> str:
    told = BatchReport(path)
    for outcome in outcomes:
        told.add(outcome)
    told.write(1.23456)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], "0 dokument gjordes."),
        ([WRITTEN], "2 dokument gjordes."),
        ([WRITTEN, Outcome(B, "unchanged", (DOCUMENT,))], "2 dokument gjordes, 1 fil var oförändrad."),
        ([Outcome(A, "unchanged"), Outcome(B, "unchanged")], "0 dokument gjordes, 2 filer var oförändrade."),
        ([Outcome(B, "skipped")], "0 dokument gjordes."),
        (
            [Outcome(A, "refused", diagnostics=(remark(Severity.ERROR, 3),), exit_code=1)],
            "0 dokument gjordes, 1 fil har fel och gjordes inte.",
        ),
    ],
)
def test_a_batch_is_told_in_one_sentence(outcomes: list[Outcome], said: str) -> None:
    assert summary(outcomes) == said


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (Outcome(B, "failed", failure="disken är full", exit_code=4), "disken är full"),
        (
            Outcome(B, "refused", diagnostics=(remark(Severity.WARNING, 2), remark(Severity.ERROR, 5)), exit_code=1),
            "1 fel; rad 5: ST04 rubriken saknas",
        ),
        (
            Outcome(B, "refused", diagnostics=(remark(Severity.ERROR, 5), remark(Severity.ERROR, 7)), exit_code=1),
            "2 fel; rad 5: ST04 rubriken saknas",
        ),
        (
            Outcome(B, "refused", diagnostics=(remark(Severity.WARNING, 2),), exit_code=1),
            "1 varning; rad 2: ST04 rubriken saknas",
        ),
        (
            Outcome(B, "refused", diagnostics=(remark(Severity.WARNING, 2),) * 2, exit_code=1),
            "2 varningar; rad 2: ST04 rubriken saknas",
        ),
    ],
)
def test_each_file_without_a_document_has_its_reason_below(outcome: Outcome, why: str) -> None:
    first, *reasons = summary([WRITTEN, outcome]).split("\n")
    assert first.startswith("2 dokument gjordes, 1 fil ")
    assert reasons == [f"  cases/b.yaml: {why}"]


def test_the_report_has_an_item_for_every_input_that_was_asked_for(tmp_path: Path) -> None:
    failed = Outcome(B, "failed", failure="disken är full", hint="frigör utrymme", exit_code=4)
    told = json.loads(written_report(tmp_path / "rapport.json", [WRITTEN, failed, Outcome(C, "skipped")]))
    assert (told["format"], told["seconds"]) == (1, 1.235)
    assert [(item["input"], item["status"]) for item in told["items"]] == [
        ("cases/a.yaml", "written"),
        ("cases/b.yaml", "failed"),
    ]
    assert told["items"][0]["outputs"][0] == {"path": "output/a.docx", "sha256": "12ab"}
    assert told["items"][1]["failure"] == {"message": "disken är full", "help": "frigör utrymme"}
    assert "failure" not in told["items"][0]


@pytest.mark.parametrize(
    "outcomes", [[], [WRITTEN], [WRITTEN, Outcome(B, "refused", diagnostics=(remark(Severity.ERROR, 3),))]]
)
def test_the_report_has_each_item_on_a_line_of_its_own(tmp_path: Path, outcomes: list[Outcome]) -> None:
    text = written_report(tmp_path / "rapport.json", outcomes)
    items = json.loads(text)["items"]
    assert len(items) == len(outcomes)
    assert [json.loads(line.rstrip(",")) for line in text.splitlines() if line.startswith("  ")] == items
    assert text.endswith("\n")


def test_the_summary_has_the_highest_exit_code() -> None:
    counted = report.BatchSummary()
    for code in (1, 4, 0):
        counted.add(Outcome(B, "failed", failure="disken är full", exit_code=code))
    assert counted.exit_code == 4
