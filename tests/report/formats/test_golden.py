"""What each format prints, letter by letter. `GRANTCHECK_WRITE_GOLDEN=1 pytest` writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.model.text import Language

from .rendering import rendered, rendered_bytes

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("name", FormatName)
def test_format(full_report: Report, name: FormatName, language: Language) -> None:
    path = GOLDEN / f"{name}.{language}"
    text = rendered(name, full_report, language)
    if os.environ.get("GRANTCHECK_WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text


@pytest.mark.parametrize("name", FormatName)
def test_the_same_report_gives_the_same_bytes(full_report: Report, name: FormatName) -> None:
    again = Report.model_validate_json(full_report.model_dump_json())
    assert rendered_bytes(name, again) == rendered_bytes(name, full_report)


@pytest.mark.parametrize("name", FormatName)
def test_a_report_without_notes_is_rendered_all_the_same(name: FormatName, empty_report: Report) -> None:
    text = rendered(name, empty_report)
    assert text.endswith("\n")
    assert text.strip()
