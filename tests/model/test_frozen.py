"""What was read is never changed afterwards, and holds nothing the contract does not name."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from builders import FLAT, GRANTED, at, case_of, marked, note_of, says
from pydantic import ValidationError

from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

NOTE = note_of(request=FLAT, prior=GRANTED, claims=[says("0,3 mio. kr.")], categories=marked("Need to"))
CASE = case_of(NOTE)
NOUNS = [NOTE, NOTE.tables[0], NOTE.tables[0].rows[0], NOTE.claims[0], CASE, CASE.allocations[0]]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_refuses_change(noun):
    name = next(iter(type(noun).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(noun, name, None)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_a_noun_refuses_a_field_it_does_not_know(noun):
    with pytest.raises(ValidationError, match="Extra inputs"):
        type(noun).model_validate({**noun.model_dump(), "colour": "red"})


def test_a_fact_and_its_trace_refuse_change():
    trace = Trace(role="request", text="340", place=Text(en="line 1", da="linje 1"), location=at(1))
    fact = Fact(kind="request", fields={"first_year": 2026}, traces=(trace,))
    with pytest.raises(FrozenInstanceError):
        fact.kind = "history"
    with pytest.raises(FrozenInstanceError):
        trace.amount = 1


def test_a_note_names_its_tables_by_kind():
    assert NOTE.table(TableKind.PRIOR) is NOTE.tables[1]
    assert NOTE.table(TableKind.CAPITAL) is None


def test_two_readings_of_one_page_are_equal():
    assert Note.model_validate(NOTE.model_dump()) == NOTE


@pytest.mark.parametrize(("code", "name"), [("KF031", "KF031"), (None, "notes/KF031.txt")])
def test_a_case_is_named_by_its_code_or_else_by_its_file(code, name):
    assert case_of(note_of(code=code)).name == name


def test_a_text_speaks_the_language_asked_for():
    text = Text(en="the grant expires", da="bevillingen udløber")
    assert (text.spoken("en"), text.spoken("da")) == ("the grant expires", "bevillingen udløber")
