from __future__ import annotations

import re
from pathlib import Path

from grantcheck.model.format_name import FormatName
from grantcheck.report.formats.registry import REPORT_FORMATS


def test_every_name_has_its_format() -> None:
    assert list(REPORT_FORMATS) == list(FormatName)


def test_the_page_on_reports_lists_every_format() -> None:
    page = Path(__file__).parents[3].joinpath("docs", "reports.md").read_text("utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == list(FormatName)
