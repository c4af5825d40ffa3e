"""What is written as JSON is read back as it was: contracts 1 and 2 lose nothing."""

from __future__ import annotations

import json

from builders import FLAT, GRANTED, UNREAD, case_of, marked, note_of, says
from drawn import notes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grantcheck.model.note import Note
from grantcheck.model.record import Run
from grantcheck.model.report import Report
from grantcheck.model.terms import ControlArea, Frequency

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

SETTINGS = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text())
st.register_type_strategy(Run, st.builds(Run, settings=SETTINGS))


def again(noun):
    return type(noun).model_validate_json(noun.model_dump_json())


@QUICK
@given(notes())
def test_a_note_survives_json(note):
    assert again(note) == note


@QUICK
@given(notes())
def test_a_case_survives_json(note):
    assert again(case_of(note)) == case_of(note)


@QUICK
@given(st.from_type(Report))
def test_a_report_survives_json(report):
    assert again(report) == report


def test_json_keys_years_as_text_and_doubt_as_null():
    note = note_of(request={2026: 340, 2027: UNREAD})
    row = json.loads(note.model_dump_json())["tables"][0]["rows"][0]
    assert row["amounts"] == {"2026": 340_000, "2027": None}
    assert row["doubt"] == ["2027"]


def test_json_writes_terms_as_the_contract_spells_them():
    claim = says("0,2 mio. kr. årligt", area=ControlArea.SERVICE, how=Frequency.PER_YEAR)
    note = note_of(request=FLAT, prior=GRANTED, claims=[claim], categories=marked(unread=["Need to"]))
    told = json.loads(note.model_dump_json())
    assert [table["kind"] for table in told["tables"]] == ["overview", "prior"]
    assert [table["price_level"] for table in told["tables"]] == [2026, "current"]
    assert (told["claims"][0]["control_area"], told["claims"][0]["frequency"]) == ("service", "per_year")
    assert told["categories"]["Need to"] is None


def test_a_note_read_back_from_json_has_the_same_types():
    note = again(note_of(request=FLAT, prior=GRANTED))
    assert isinstance(note, Note)
    assert {type(year) for table in note.tables for row in table.rows for year in row.amounts} == {int}
