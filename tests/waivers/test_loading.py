"""A file of waivers, in YAML or Excel; every mistake in it is told with its place and a remedy."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from written_waivers import GOOD, in_excel, in_yaml

from grantcheck.data.fault import DataFault
from grantcheck.model.location import LineLocation, SheetLocation
from grantcheck.waivers.loading import load_waivers, waivers_of

YAML, EXCEL = Path("waivers.yaml"), Path("waivers.xlsx")


def without(key: str) -> dict[str, object]:
    return {name: value for name, value in GOOD.items() if name != key}


def fault_in(raw: bytes, path: Path) -> str:
    with pytest.raises(DataFault) as caught:
        waivers_of(raw, path)
    return str(caught.value)


def test_yaml_and_excel_say_the_same() -> None:
    (written,) = waivers_of(in_yaml().encode(), YAML).waivers
    (row,) = waivers_of(in_excel(), EXCEL).waivers
    assert (written.scope, written.waiver) == (row.scope, row.waiver)
    assert written.location == LineLocation(line=2, column=1)
    assert row.location == SheetLocation(sheet="Sheet", cell="A2")


def test_a_controller_may_write_danish_headings_and_dates() -> None:
    head = [
        "Regel",
        "Notat",
        "Begrundelse",
        "Ansvarlig",
        "Godkendt af",
        "Godkendt den",
        "Udløber",
        "Sagsnummer",
    ]
    row = ["gc402", "KF060", "Rettes", "Anne", "Bo", date(2026, 11, 1), datetime(2026, 12, 31), 20260001]  # noqa: DTZ001 - as Excel holds it
    (written,) = waivers_of(in_excel(head, row), EXCEL).waivers
    assert written.scope.rule == "GC402"
    assert (written.waiver.approved_on, written.waiver.expires) == ("2026-11-01", "2026-12-31")
    assert written.waiver.case_number == "20260001"


def test_an_empty_list_is_no_mistake() -> None:
    assert waivers_of(b"waivers: []\n", YAML).waivers == ()


def test_a_waiver_for_a_grant_needs_no_note() -> None:
    entry = without("note") | {"grant": "G1", "budget_year": 2026, "finding": "54585280"}
    (written,) = waivers_of(in_yaml(entry).encode(), YAML).waivers
    assert (written.scope.note, written.scope.grant, written.scope.budget_year) == (None, "G1", 2026)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (without("reason") | {"reson": "x"}, "'reson' is not a known key. Did you mean 'reason'?"),
        (without("owner"), "'waivers.0.owner' is missing. Add it."),
        (without("note"), "names neither a note nor a grant. Add 'note'"),
        (GOOD | {"expires": "31.12.2026"}, "'31.12.2026' is no date. Write it as 2026-12-31."),
        (GOOD | {"expires": "2026-02-30"}, "'2026-02-30' is no date."),
        (GOOD | {"reason": "  "}, "Nothing stands here. Fill it in."),
        (GOOD | {"owner": True}, "This is no text."),
        (GOOD | {"finding": "5d"}, "'5d' is no fingerprint. Give six or more"),
        (GOOD | {"budget_year": 26}, "greater than or equal to 1900"),
    ],
)
def test_a_mistake_in_yaml_is_told_with_line_and_remedy(entry: dict[str, object], said: str) -> None:
    told = fault_in(in_yaml(GOOD, entry).replace("True", "true").encode(), YAML)
    assert said.replace("waivers.0", "waivers.1") in told
    line = int(told.split(":")[1])
    assert line > len(GOOD) + 1


def test_what_is_no_utf8_is_told() -> None:
    assert "not UTF-8 text. Save it as UTF-8." in fault_in("waivers: [å]".encode("latin-1"), YAML)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataFault, match="cannot be read"):
        load_waivers(tmp_path / "none.yaml")


HEAD, ROW = list(GOOD), list(GOOD.values())


def changed(key: str, value: object) -> list[object]:
    return [value if name == key else said for name, said in GOOD.items()]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HEAD, ROW, changed("expires", "soon")], "Cell G3: 'expires': 'soon' is no date."),
        ([HEAD, changed("owner", None)], "Cell A2: 'owner' is missing."),
        ([HEAD, changed("reason", date(2026, 1, 1))], "Cell C2: '2026-01-01 00:00:00' is not certain"),
        ([HEAD, changed("reason", "=A1")], "Cell C2: '' is not certain: its formula has no stored value"),
        ([HEAD, changed("approved_on", datetime(2026, 1, 1, 13))], "Cell F2: 'approved_on'"),  # noqa: DTZ001
        (
            [[*HEAD[:-1], "case nummer"], ROW],
            "Cell H1: 'case nummer' is not a known column. Did you mean 'case_number'?",
        ),
        ([[*HEAD[:-1], "regel"], ROW], "Cell H1: The column 'rule' stands twice, first in A1."),
        ([HEAD, [*ROW, "stray"]], "Cell I2: 'stray' stands under no heading."),
        ([[]], "The first sheet is empty."),
    ],
)
def test_a_bad_cell_is_named(rows: list[list[object]], said: str) -> None:
    assert said in fault_in(in_excel(*rows), EXCEL)


def test_what_is_no_workbook_is_told() -> None:
    assert "Save it as an Excel workbook" in fault_in(b"waivers: []", EXCEL)


def test_a_budget_year_may_be_a_number_or_text_in_a_cell() -> None:
    for year in (2026, "2026"):
        (written,) = waivers_of(in_excel([*HEAD, "Budgetår"], [*ROW, year]), EXCEL).waivers
        assert written.scope.budget_year == 2026
