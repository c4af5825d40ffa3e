from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.report import Report
from grantcheck.report.json_text import JsonText, json_of
from grantcheck.report.visible import escaped

CONTRACT = [
    "schema_version",
    "grantcheck_version",
    "as_of",
    "inputs",
    "rules",
    "parameters",
    "summary",
    "findings",
]
FINDING = [
    "rule",
    "name",
    "outcome",
    "severity",
    "note",
    "path",
    "message",
    "evidence",
    "calculation",
    "fix",
    "fingerprint",
]
EVIDENCE = ["role", "text", "amount", "year", "price_level", "location"]


def in_order(keys: list[str], wanted: list[str]) -> bool:
    return [key for key in keys if key in wanted] == wanted


def test_keys_stand_as_in_the_contract(full_report: Report) -> None:
    value = json.loads(JsonText().rendered(full_report))
    assert in_order(list(value), CONTRACT)
    assert all(in_order(list(finding), FINDING) for finding in value["findings"])
    assert all(
        in_order(list(side), EVIDENCE) for finding in value["findings"] for side in finding["evidence"]
    )


def test_letters_are_not_escaped_and_the_text_ends_with_a_line_break(full_report: Report) -> None:
    text = JsonText().rendered(full_report)
    assert "Natåbne læsesale" in text
    assert text.endswith("}\n")


def test_the_same_report_gives_the_same_bytes(full_report: Report) -> None:
    again = Report.model_validate_json(JsonText().rendered(full_report))
    assert JsonText().rendered(again) == JsonText().rendered(full_report)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(st.dictionaries(st.text(), _VALUES))
def test_json_is_written_as_python_writes_it(value: dict[str, object]) -> None:
    assert json_of(value) == escaped(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def test_the_name_of_a_file_that_is_no_text_is_written_all_the_same() -> None:
    assert json.loads(json_of({"path": "note-\udce6.pdf"})) == {"path": "note-\udce6.pdf"}
