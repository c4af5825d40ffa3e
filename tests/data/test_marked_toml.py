"""Every key of a TOML file knows its line, however it is written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_toml import load, parse

HERE = Path("office.toml")

FULL = '''\
# [not.a.table]
top = 1
[report]        # a comment with "quotes" and [brackets]
language = "da"
fail_on = [
  "error",      # ]
  "warning",
]
text = """
[not.a.table]
key = "no key" \\""" still inside"""""
literal = \'\'\'
other = 1\'\'\'
[ prices . series ]
"anlæg" = "a#b.yaml"
'odd = key' = "c"
dotted.deeper.'x' = 2
inline = { a = 1, b = [1, 2] }
[[list]]
name = 1
[tool.grantcheck]
[tool.grantcheck.reading]

jobs = 4'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("report",), 3),
        (("report", "language"), 4),
        (("report", "fail_on"), 5),
        (("report", "text"), 9),
        (("report", "literal"), 12),
        (("prices",), 14),
        (("prices", "series"), 14),
        (("prices", "series", "anlæg"), 15),
        (("prices", "series", "odd = key"), 16),
        (("prices", "series", "dotted"), 17),
        (("prices", "series", "dotted", "deeper", "x"), 17),
        (("prices", "series", "inline"), 18),
        (("list",), 19),
        (("list", "name"), 20),
        (("tool", "grantcheck"), 21),
        (("tool", "grantcheck", "reading"), 22),
        (("tool", "grantcheck", "reading", "jobs"), 24),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_stands_at_its_line(path, line, end):
    assert parse(FULL.replace("\n", end), HERE).lines[path] == line


def test_what_is_inside_a_value_stands_at_the_line_of_its_key():
    marked = parse(FULL, HERE)
    assert marked.line(("prices", "series", "inline", "a")) == 18
    assert marked.line(("report", "fail_on", 1)) == 5


def test_no_key_is_invented_from_comments_and_texts():
    marked = parse(FULL, HERE)
    assert not {("not",), ("report", "key"), ("report", "other"), ("not", "a", "table")} & set(marked.lines)


KEYS = st.text(st.sampled_from("ab-_1"), min_size=1, max_size=3) | st.text(
    st.sampled_from("aæ .=#["), min_size=1, max_size=4
).map(lambda key: f'"{key}"')
VALUES = st.sampled_from(
    ["1", "true", '"#"', "'['", '"""\n[x]\n"""', "'''\na = 1\n'''", "[\n1, # ]\n2]", "{ a = '}' }", '"\\""']
)


@given(st.lists(st.tuples(KEYS, VALUES, st.sampled_from(["", "  # [c]", "\n", "\n# d = 1"])), max_size=8))
def test_every_key_of_a_table_is_found_where_it_was_written(entries):
    text, expected = "[table]", {}
    for key, value, after in entries:
        name = key.strip('"')
        if ("table", name) not in expected:
            text += "\n"
            expected["table", name] = text.count("\n") + 1
            text += f"{key} = {value}{after}"
    marked = parse(text, HERE)
    assert marked.values == tomllib.loads(text)
    assert {path: line for path, line in marked.lines.items() if len(path) == 2} == expected


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a = 1\nb = \n", 2, "This is not valid TOML: Invalid value."),
        ("a = 1\na = 2\n", 2, "This is not valid TOML: Cannot overwrite a value."),
        ('a = 1\n\nb = "x', 3, "This is not valid TOML: "),
        ("[a]\n[a]\n", 2, "This is not valid TOML: Cannot declare ('a',) twice."),
        ("a = " + "[" * 5000, 1, "A value is nested too deep."),
        ("a = " + "9" * 5000, 1, "A number has too many digits."),
    ],
)
def test_a_mistake_is_told_at_its_line(text, line, problem):
    with pytest.raises(DataFault) as caught:
        parse(text, HERE)
    assert caught.value.line == line
    assert caught.value.problem.startswith(problem)


def test_a_mark_of_utf8_at_the_beginning_is_no_mistake(tmp_path):
    file = tmp_path / "office.toml"
    file.write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert load(file).values == {"a": 1}


def test_a_file_in_another_encoding_is_told(tmp_path):
    file = tmp_path / "office.toml"
    file.write_bytes('"anlæg" = 1'.encode("latin-1"))
    with pytest.raises(DataFault, match=r"not UTF-8 text. Save it as UTF-8"):
        load(file)
