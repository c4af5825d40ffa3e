from __future__ import annotations

from xml.etree import ElementTree as ET

from grantcheck.model.report import Report
from grantcheck.report.picture import picture


def test_the_picture_fetches_nothing(full_report: Report) -> None:
    svg = picture(full_report, "grantcheck audit notes/KUL14.txt")
    assert "@font-face" not in svg
    assert "url(http" not in svg
    assert "@import" not in svg
    assert "href" not in svg
    ET.fromstring(svg)  # noqa: S314 - our own text


def test_the_same_report_gives_the_same_picture(full_report: Report) -> None:
    assert picture(full_report, "t") == picture(full_report, "t")
