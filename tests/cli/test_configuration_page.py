"""docs/configuration.md says what there is: every key with its variable, its options and what is built in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grantcheck.cli.options import AUDIT_OPTIONS
from grantcheck.data.configuration.environment import variable_of
from grantcheck.data.configuration.file import read_configuration
from grantcheck.data.configuration.in_force import in_force
from grantcheck.data.configuration.model import Configuration, setting_keys, value_of
from grantcheck.report.settings_view import as_written

PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"
TEXT = PAGE.read_text("utf-8")
ROW = re.compile(r"^\| `([a-z_.]+)` \| (.+?) \| (.+?) \| (.+?) \| .+ \|$", re.MULTILINE)
ROWS = {row[1]: (row[2], row[3], row[4]) for row in ROW.finditer(TEXT)}
FLAGS = {option.key: option.flags for option in AUDIT_OPTIONS}


def coded(*words: str) -> str:
    return ", ".join(f"`{word}`" for word in words) or "–"


def test_the_page_lists_every_setting_in_order() -> None:
    assert list(ROWS) == [".".join(key) for key in setting_keys()]


@pytest.mark.parametrize("key", list(setting_keys()), ids=".".join)
def test_a_row_says_what_is_so(key: tuple[str, ...]) -> None:
    variable, flags, built_in = ROWS[".".join(key)]
    assert variable == coded(variable_of(key))
    assert flags == coded(*FLAGS.get(key, ()))
    written = as_written(value_of(Configuration(), key))
    assert built_in == (written if written == "–" else coded(written))


def test_what_is_in_force_lists_what_the_page_lists() -> None:
    assert [".".join(setting.key) for setting in in_force([]).settings] == list(ROWS)


def test_the_example_of_the_page_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "office-rules").mkdir()
    for name in ("columns.yaml", "series/town.yaml", "series/works.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    example = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert example
    file = tmp_path / "grantcheck.toml"
    file.write_text(example[1], "utf-8")
    assert len(read_configuration(file).layer) == 11
