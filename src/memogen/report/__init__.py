"""Everything that is shown: remarks for people and for programs, and how the work went."""

from __future__ import annotations

from memogen.report.catalogue import field_data, field_table
from memogen.report.full import full
from memogen.report.outcomes import BatchSummary, failure, progress
from memogen.report.plain import archive_summary, concise, diagnostics, json_diagnostic, json_diagnostics, summary

__all__ = [
    "BatchSummary",
    "archive_summary",
    "concise",
    "diagnostics",
    "failure",
    "field_data",
    "field_table",
    "full",
    "json_diagnostic",
    "json_diagnostics",
    "progress",
    "summary",
]
