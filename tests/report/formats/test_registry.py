from __future__ import annotations

from grantcheck.report.formats.names import FormatName
from grantcheck.report.formats.registry import REPORT_FORMATS


def test_every_name_has_its_format() -> None:
    assert list(REPORT_FORMATS) == list(FormatName)
