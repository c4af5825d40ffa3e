"""Every format by its name: the one place that a new format is added to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.format_name import FormatName
from grantcheck.report.console_text import ConsoleText
from grantcheck.report.formats.concise import Concise
from grantcheck.report.formats.csv_table import CsvForExcel, CsvTable
from grantcheck.report.formats.github import Github
from grantcheck.report.formats.github_summary import GithubSummary
from grantcheck.report.formats.gitlab import Gitlab
from grantcheck.report.formats.json_lines import JsonLines
from grantcheck.report.formats.junit import Junit
from grantcheck.report.formats.markdown import Markdown
from grantcheck.report.formats.narration import Narration
from grantcheck.report.formats.sarif import Sarif
from grantcheck.report.json_text import JsonText

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


def _workbook(setting: Setting) -> ReportFormat:
    """Imported where it is asked for: xlsxwriter is a large library."""
    from grantcheck.report.formats.xlsx.book import ReportWorkbook  # noqa: PLC0415

    return ReportWorkbook(setting)


def _html(setting: Setting) -> ReportFormat:
    """Imported where it is asked for: the templates and their engine take a while."""
    from grantcheck.report.formats.html.page import HtmlPage  # noqa: PLC0415

    return HtmlPage(setting)


REPORT_FORMATS: Mapping[FormatName, FormatKind] = {
    FormatName.TEXT: FormatKind(lambda at: ConsoleText(at.page, at.language), for_people=True),
    FormatName.CONCISE: FormatKind(lambda at: Concise(at.language), for_people=True),
    FormatName.NARRATE: FormatKind(lambda at: Narration(at.language), for_people=True),
    FormatName.MARKDOWN: FormatKind(lambda at: Markdown(at.language)),
    FormatName.JSON: FormatKind(lambda _: JsonText()),
    FormatName.JSONL: FormatKind(lambda _: JsonLines()),
    FormatName.CSV: FormatKind(lambda _: CsvTable()),
    FormatName.CSV_EXCEL: FormatKind(lambda at: CsvForExcel(at.language)),
    FormatName.XLSX: FormatKind(_workbook, every_check=True, tells_rules=True),
    FormatName.SARIF: FormatKind(Sarif, tells_rules=True),
    FormatName.JUNIT: FormatKind(lambda at: Junit(at.language), every_check=True),
    FormatName.GITHUB: FormatKind(Github),
    FormatName.GITHUB_SUMMARY: FormatKind(lambda at: GithubSummary(at.language)),
    FormatName.GITLAB: FormatKind(Gitlab),
    FormatName.HTML: FormatKind(_html, every_check=True, tells_rules=True),
}
