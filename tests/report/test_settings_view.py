"""Settings and their origins, for people and for programs."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from grantcheck.data.configuration.in_force import in_force
from grantcheck.data.configuration.layer import Origin, Setting
from grantcheck.model.text import Language
from grantcheck.report.page import Page
from grantcheck.report.settings_view import SettingsJson, SettingsShown, SettingsText

VARIABLE = "GRANTCHECK_AMOUNTS_EARLIER_LEVEL"
OWN = Path("../grantcheck.toml")
LAYERS = [
    (Setting(("reading", "cache"), value=False, origin=Origin("flag", "--no-cache")),),
    (Setting(("amounts", "earlier_level"), "per-year", Origin("variable", VARIABLE)),),
    (
        Setting(("reading", "mapping"), Path("../kort/søjler.yaml"), Origin("file", f"{OWN}:3")),
        Setting(("prices", "series", "capital"), "x\x1b\u202e.yaml", Origin("file", f"{OWN}:9")),
    ),
]
SHOWN = SettingsShown(in_force(LAYERS), OWN, "0" * 64, Path("../pyproject.toml"))


def printed(shown: SettingsShown, language: Language = "en", width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, _environ={})
    return SettingsText(Page(console), language).rendered(shown)


def test_every_setting_has_its_value_and_its_origin() -> None:
    cells = [line.split("  ") for line in printed(SHOWN, width=120).splitlines()]
    rows = [[cell.strip() for cell in line if cell] for line in cells]
    for row in (
        ["setting", "value", "from"],
        ["report.fail_on", '["error"]', "built in"],
        ["reading.cache", "false", "--no-cache"],
        ["reading.jobs", "–", "built in"],
        ["reading.mapping", '"../kort/søjler.yaml"', "../grantcheck.toml:3"],
        ["amounts.earlier_level", '"per-year"', VARIABLE],
    ):
        assert row in rows


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "Configuration file: ../grantcheck.toml",
                "Not read: [tool.grantcheck] in ../pyproject.toml, because grantcheck.toml stands beside it",
            ],
        ),
        (
            "da",
            [
                "Konfigurationsfil: ../grantcheck.toml",
                "Ikke læst: [tool.grantcheck] i ../pyproject.toml, fordi grantcheck.toml ligger ved siden af",
            ],
        ),
    ],
)
def test_the_files_come_first(language: Language, lines: list[str]) -> None:
    assert printed(SHOWN, language).splitlines()[:2] == lines


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Configuration file: none was read"), ("da", "Konfigurationsfil: ingen blev læst")],
)
def test_no_file_is_said_to_be_none(language: Language, line: str) -> None:
    assert printed(SettingsShown(in_force([]), None, None, None), language).splitlines()[0] == line


@pytest.mark.parametrize("width", [60, 80])
def test_the_table_fits_its_page(width: int) -> None:
    assert max(map(len, printed(SHOWN, width=width).splitlines()[3:])) <= width


def test_nothing_acts_on_the_terminal() -> None:
    text = printed(SHOWN, width=120)
    assert r'"x\u001b<U+202E>.yaml"' in text
    assert not {"\x1b", "\u202e"} & set(text)


def test_settings_as_data() -> None:
    value = json.loads(SettingsJson().rendered(SHOWN))
    assert value["schema_version"] == 1
    assert value["file"] == {"path": "../grantcheck.toml", "sha256": "0" * 64}
    assert value["not_read"] == ["../pyproject.toml"]
    settings = {entry["key"]: entry for entry in value["settings"]}
    assert settings["reading.mapping"] == {
        "key": "reading.mapping",
        "value": "../kort/søjler.yaml",
        "origin": "file",
        "place": "../grantcheck.toml:3",
    }
    assert settings["report.fail_on"] == {
        "key": "report.fail_on",
        "value": ["error"],
        "origin": "built-in",
        "place": None,
    }


def test_no_file_is_null() -> None:
    value = json.loads(SettingsJson().rendered(SettingsShown(in_force([]), None, None, None)))
    assert (value["file"], value["not_read"]) == (None, [])
