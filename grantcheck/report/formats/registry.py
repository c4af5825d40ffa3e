"""Every format by its name: the one place that a new format is added to.

A format is imported where it is asked for; all of them take as long as reading a note.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.format_name import FormatName

if TYPE_CHECKING:
    from grantcheck.report.formats.setting import Setting
    from grantcheck.report.interface import ReportFormat


@dataclass(frozen=True)
class FormatKind:
    """How a format is made, and what it asks for."""

    made: Callable[[Setting], ReportFormat]
    for_people: bool = False
    """Printed in the encoding of the terminal; the others are UTF-8 everywhere."""
    every_check: bool = False
    """Needs the checks that hold as well, whatever else the report lists."""
    tells_rules: bool = False
    """Needs the rules themselves, which are loaded anew for it."""


def _text(setting: Setting) -> ReportFormat:
    from grantcheck.report.console_text import ConsoleText  # noqa: PLC0415

    return ConsoleText(setting.page, setting.language)


def _concise(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.concise import Concise  # noqa: PLC0415

    return Concise(setting.language)


def _narration(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.narration import Narration  # noqa: PLC0415

    return Narration(setting.language)


def _markdown(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.markdown import Markdown  # noqa: PLC0415

    return Markdown(setting.language)


def _json(_setting: Setting) -> ReportFormat:
    from grantcheck.report.json_text import JsonText  # noqa: PLC0415

    return JsonText()


def _json_lines(_setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.json_lines import JsonLines  # noqa: PLC0415

    return JsonLines()


def _csv(_setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.csv_table import CsvTable  # noqa: PLC0415

    return CsvTable()


def _csv_excel(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.csv_table import CsvForExcel  # noqa: PLC0415

    return CsvForExcel(setting.language)


def _workbook(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.xlsx.book import ReportWorkbook  # noqa: PLC0415

    return ReportWorkbook(setting)


def _sarif(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.sarif import Sarif  # noqa: PLC0415

    return Sarif(setting)


def _junit(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.junit import Junit  # noqa: PLC0415

    return Junit(setting.language)


def _github(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.github import Github  # noqa: PLC0415

    return Github(setting)


def _github_summary(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.github_summary import GithubSummary  # noqa: PLC0415

    return GithubSummary(setting.language)


def _gitlab(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.gitlab import Gitlab  # noqa: PLC0415

    return Gitlab(setting)


def _html(setting: Setting) -> ReportFormat:
    from grantcheck.report.formats.html.page import HtmlPage  # noqa: PLC0415

    return HtmlPage(setting)


REPORT_FORMATS: Mapping[FormatName, FormatKind] = {
    FormatName.TEXT: FormatKind(_text, for_people=True),
    FormatName.CONCISE: FormatKind(_concise, for_people=True),
    FormatName.NARRATE: FormatKind(_narration, for_people=True),
    FormatName.MARKDOWN: FormatKind(_markdown),
    FormatName.JSON: FormatKind(_json),
    FormatName.JSONL: FormatKind(_json_lines),
    FormatName.CSV: FormatKind(_csv),
    FormatName.CSV_EXCEL: FormatKind(_csv_excel),
    FormatName.XLSX: FormatKind(_workbook, every_check=True, tells_rules=True),
    FormatName.SARIF: FormatKind(_sarif, tells_rules=True),
    FormatName.JUNIT: FormatKind(_junit, every_check=True),
    FormatName.GITHUB: FormatKind(_github),
    FormatName.GITHUB_SUMMARY: FormatKind(_github_summary),
    FormatName.GITLAB: FormatKind(_gitlab),
    FormatName.HTML: FormatKind(_html, every_check=True, tells_rules=True),
}
