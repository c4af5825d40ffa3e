"""Rule and profile files are a strict YAML, and every mistake names its line and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import load, parse

HERE = Path("profile.yaml")
LIMITS = """\
# indicative limits
implied_change:
  low: 0
  high: 8
categories:
  - Need to
  - Bevillingsudløb
committees:
  - {name: Socialudvalget}
  -
    name: Økonomiudvalget
"""


def fault(text: str) -> DataFault:
    with pytest.raises(DataFault) as caught:
        parse(text, HERE)
    return caught.value


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("implied_change",), 2),
        (("implied_change", "high"), 4),
        (("categories", 1), 7),
        (("committees", 0, "name"), 9),
        (("committees", 1, "name"), 11),
    ],
    ids=str,
)
def test_every_value_knows_its_line(path, line):
    assert parse(LIMITS, HERE).line(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [(("implied_change", "middle"), 2), (("categories", 7, "name"), 5), (("nothing",), 2)],
    ids=str,
)
def test_a_value_that_is_not_there_has_the_line_around_it(path, line):
    assert parse(LIMITS, HERE).line(path) == line


def test_mappings_lists_texts_and_numbers_come_out_plain():
    assert parse(LIMITS, HERE).values == {
        "implied_change": {"low": 0, "high": 8},
        "categories": ["Need to", "Bevillingsudløb"],
        "committees": [{"name": "Socialudvalget"}, {"name": "Økonomiudvalget"}],
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", 12),
        ("-5", -5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("no", "no"),
        ("No", "No"),
        ("on", "on"),
        ("yes", "yes"),
        ("Off", "Off"),
        ("True", "True"),
        ("Overførsler mv.", "Overførsler mv."),
        ("ØK", "ØK"),
        ("2026-2029 p/l", "2026-2029 p/l"),
        ("2026-01-01", "2026-01-01"),
        ("'2,8'", "2,8"),
        ("!!python/name:os.system x", "x"),
    ],
)
def test_a_value_means_what_it_looks_like(written, read):
    assert parse(f"value: {written}", HERE).values["value"] == read


@pytest.mark.parametrize(
    "written",
    ["2.8", "-0.5", ".inf", "1.5e+3", "2026-01-01 12:00:00", "1_000", "0x1F", "12:30", "+5"],
)
def test_what_yaml_would_read_in_its_own_way_must_be_quoted(written):
    found = fault(f"a: 1\nrate: {written}")
    assert found.line == 2
    assert f"'{written}'" in found.problem
    assert "quotes" in found.remedy


def test_two_equal_keys_are_a_mistake_at_the_second():
    found = fault("low: 0\nhigh: 8\nlow: 1\n")
    assert (found.line, found.problem) == (3, "The key 'low' stands twice here.")
    assert found.remedy == "Keep one of the two."


def test_equal_keys_in_different_mappings_are_none():
    assert parse("a: {en: x}\nb: {en: y}", HERE).values == {"a": {"en": "x"}, "b": {"en": "y"}}


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "~", "true"])
def test_a_key_is_a_word_or_a_whole_number(key):
    assert fault(f"a: 1\n? {key}\n: x").problem == "A key must be a word or a whole number."


def test_a_year_may_be_a_key():
    assert parse("2026: 205", HERE).values == {2026: 205}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n"], ids=repr)
def test_an_empty_file_says_so(text):
    assert fault(text).problem == "The file is empty."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 'x\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: *gone\n", 1),
    ],
    ids=["open bracket", "tab", "open quote", "two documents", "unknown alias"],
)
def test_what_is_not_yaml_names_its_line(text, line):
    found = fault(text)
    assert found.line == line
    assert found.problem.startswith("This is not valid YAML: ")


def test_a_number_that_goes_on_and_on_is_a_mistake_at_its_line():
    found = fault("a: 1\nb: " + "9" * 5000 + "\n")
    assert (found.line, found.problem) == (2, "A number has more than 1000 digits.")


def test_a_control_character_is_no_text():
    assert fault("a: \x00").remedy == "Save it as UTF-8."


def test_a_value_may_be_named_once_and_used_twice():
    assert parse("a: &x {en: e}\nb: *x", HERE).values == {"a": {"en": "e"}, "b": {"en": "e"}}


def test_a_value_that_holds_itself_is_a_mistake():
    assert fault("a: &x [*x]").line == 1


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    path = tmp_path / "rule.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: GC101\n")
    assert load(path).values == {"id": "GC101"}


def test_a_file_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "profile.yaml"
    path.write_bytes("name: Økonomi".encode("latin-1"))
    with pytest.raises(DataFault) as caught:
        load(path)
    assert str(caught.value) == f"{path}:1: The file is not UTF-8 text. Save it as UTF-8."


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataFault, match="cannot be read: No such file") as caught:
        load(tmp_path / "none.yaml")
    assert caught.value.path == tmp_path / "none.yaml"


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(DataFault, match="cannot be read: Is a directory"):
        load(tmp_path)
