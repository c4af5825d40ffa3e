"""The names of the formats; nothing here imports what renders them."""

from __future__ import annotations

from enum import StrEnum


class FormatName(StrEnum):
    """A format of the report, as `--output` names it."""

    TEXT = "text"
    CONCISE = "concise"
    NARRATE = "narrate"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    CSV_EXCEL = "csv-excel"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITHUB_SUMMARY = "github-summary"
    GITLAB = "gitlab"
