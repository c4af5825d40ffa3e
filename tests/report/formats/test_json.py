from __future__ import annotations

import json

import jsonschema
import pytest

from grantcheck.model.format_name import FormatName
from grantcheck.model.location import CellLocation, PageLocation, ParagraphLocation, SheetLocation
from grantcheck.model.report import Report
from grantcheck.report.formats.report_schema import report_schema

from ..conftest import ABOVE, report_of
from .rendering import rendered

VALIDATOR = jsonschema.Draft202012Validator(report_schema())
LOCATIONS = (
    PageLocation(page=1, bbox=(0, 0, 5, 5)),
    ParagraphLocation(paragraph=3),
    CellLocation(table=1, row=2, column=3),
    SheetLocation(sheet="Ark1", cell="B7"),
)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(report_schema())


def test_the_report_follows_its_schema(
    full_report: Report, report_with_all: Report, empty_report: Report
) -> None:
    for report in (full_report, report_with_all, empty_report):
        VALIDATOR.validate(json.loads(rendered(FormatName.JSON, report)))


@pytest.mark.parametrize("location", LOCATIONS, ids=lambda each: type(each).__name__)
def test_places_of_every_kind_follow_it(location: object) -> None:
    side = ABOVE.evidence[0].model_copy(update={"location": location})
    VALIDATOR.validate(
        json.loads(rendered(FormatName.JSON, report_of(ABOVE.model_copy(update={"evidence": (side,)}))))
    )


@pytest.mark.parametrize(
    "wrong", [{"schema_version": 2}, {"summary": {}}, {"surprise": 1}, {"findings": [{}]}, {"as_of": None}]
)
def test_the_schema_refuses_what_is_no_report(full_report: Report, wrong: dict[str, object]) -> None:
    value = json.loads(rendered(FormatName.JSON, full_report)) | wrong
    assert not VALIDATOR.is_valid(value)


def test_lines_hold_the_same_as_the_whole(full_report: Report) -> None:
    run, *rest = map(json.loads, rendered(FormatName.JSONL, full_report).splitlines())
    whole = json.loads(rendered(FormatName.JSON, full_report))
    assert run.pop("type") == "run"
    assert [each.pop("type") for each in rest] == ["note"] * 2 + ["finding"] * 5
    assert run | {"notes": rest[:2], "findings": rest[2:], "forthcoming": []} == whole
