"""The formats of a report, by name."""

from __future__ import annotations

from enum import StrEnum


class FormatName(StrEnum):
    """A format of the report, as options and settings name it."""

    TEXT = "text"
    CONCISE = "concise"
    NARRATE = "narrate"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CSV_EXCEL = "csv-excel"
    XLSX = "xlsx"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITHUB_SUMMARY = "github-summary"
    GITLAB = "gitlab"
    HTML = "html"

    @property
    def is_binary(self) -> bool:
        """Whether it is no text, so that it has no place on standard output."""
        return self is FormatName.XLSX
