"""JSON with lines: what is read, and what is not valid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.read.structured.fault import StructuredFault
from grantcheck.read.structured.json_marks import parse_json

PATH = Path("note.json")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**16), 10**16) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 2]))
def test_it_reads_what_the_standard_library_reads(value: object, indent: int | None):
    assert parse_json(json.dumps(value, indent=indent), PATH).values == value


def test_a_value_has_the_line_of_its_key():
    marked = parse_json('{"a": [1,\n  {"b":\n 2}],\n "c": null}', PATH)
    assert {path: marked.line(path) for path in [("a",), ("a", 1), ("a", 1, "b"), ("c",)]} == {
        ("a",): 1,
        ("a", 1): 2,
        ("a", 1, "b"): 2,
        ("c",): 4,
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1.5}', "'1.5' is not a whole number"),
        ('{"a": 2e3}', "'2e3' is not a whole number"),
        ('{"a": NaN}', "'NaN' is not a whole number"),
        ('{"a": 1234567890123456789}', "is not a whole number"),
        ('{"a": 1,\n"a": 2}', "The key 'a' stands twice here"),
        ('{"a": 1', "The JSON text ends too early"),
        ('{"a": [1, 2', "The JSON text ends too early"),
        ('{"a" 1}', "This is not valid JSON: '1}'"),
        ("{a: 1}", "This is not valid JSON: 'a: 1}'"),
        ('{"a": 1,}', "This is not valid JSON: '}'"),
        ("[1 2]", "This is not valid JSON: '2]'"),
        ('{"a": "x\ny"}', "This is not valid JSON"),
        ("", "The JSON text ends too early"),
        ("1 2", "Something follows the end"),
        ("[" * 100, "nested too deeply"),
    ],
)
def test_what_is_not_valid_is_told(text: str, said: str):
    with pytest.raises(StructuredFault) as caught:
        parse_json(text, PATH)
    assert said in caught.value.detail.en
    assert caught.value.detail.en.startswith("line ")
