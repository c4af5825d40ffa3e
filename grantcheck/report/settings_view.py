"""The settings in force and where each comes from, as a table and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table as Grid
from rich.text import Text as Line

from grantcheck.model.text import Text
from grantcheck.report.json_text import json_of
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.data.configuration.in_force import InForce
    from grantcheck.data.configuration.layer import Setting
    from grantcheck.model.text import Language
    from grantcheck.report.page import Page

SCHEMA_VERSION = 1
_GAP = 2
_HEADINGS = (Text(en="setting", da="indstilling"), Text(en="value", da="værdi"), Text(en="from", da="fra"))
_BUILT_IN = Text(en="built in", da="indbygget")
_READ = Text(en="Configuration file: {path}", da="Konfigurationsfil: {path}")
_NONE = Text(en="Configuration file: none was read", da="Konfigurationsfil: ingen blev læst")
_PASSED_OVER = Text(
    en="Not read: [tool.grantcheck] in {path}, because {own} stands beside it",
    da="Ikke læst: [tool.grantcheck] i {path}, fordi {own} ligger ved siden af",
)
_UNSET = "–"
_SECRET = re.compile(r"://(?!/).*@")
"""The user and password in the address of a server."""


@dataclass(frozen=True)
class SettingsShown:
    """What is in force, and the files that it was taken from or could have been."""

    in_force: InForce
    file: Path | None
    sha256: str | None
    passed_over: Path | None


@dataclass(frozen=True)
class SettingsText:
    """Renders settings for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def rendered(self, shown: SettingsShown) -> str:
        """What was read, then a line for each setting."""
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        for heading, fold in zip(_HEADINGS, (False, True, True), strict=True):
            grid.add_column(Line(self._said(heading), style="dim"), no_wrap=not fold, overflow="fold")
        for setting in shown.in_force.settings:
            origin = setting.origin.place or self._said(_BUILT_IN)
            style = "" if setting.origin.place else "dim"
            grid.add_row(
                Line(".".join(setting.key), style="bold"),
                Line(visible(as_written(setting.value))),
                Line(visible(origin), style=style),
            )
        return self.page.printed([*map(Line, self._files(shown)), Line(), grid])

    def _files(self, shown: SettingsShown) -> list[str]:
        if shown.file is None:
            return [self._said(_NONE)]
        lines = [self._said(_READ, path=shown.file)]
        if shown.passed_over:
            lines.append(self._said(_PASSED_OVER, path=shown.passed_over, own=shown.file.name))
        return lines

    def _said(self, text: Text, **parts: Path | str) -> str:
        return text.spoken(self.language).format(**{name: visible(str(part)) for name, part in parts.items()})


class SettingsJson:
    """Renders settings as JSON."""

    def rendered(self, shown: SettingsShown) -> str:
        """The settings as JSON text."""
        return json_of(
            {
                "schema_version": SCHEMA_VERSION,
                "file": {"path": str(shown.file), "sha256": shown.sha256} if shown.file else None,
                "not_read": [str(shown.passed_over)] if shown.passed_over else [],
                "settings": [_entry(setting) for setting in shown.in_force.settings],
            }
        )


def as_written(value: object) -> str:
    """A value as a configuration file would hold it; a dash where there is none.

    >>> as_written(("error", "warning")), as_written(True), as_written(None)
    ('["error", "warning"]', 'true', '–')
    """
    return _UNSET if value is None or value == {} else json.dumps(_plain(value), ensure_ascii=False)


def _entry(setting: Setting) -> dict[str, Any]:
    return {
        "key": ".".join(setting.key),
        "value": _plain(setting.value),
        "origin": setting.origin.kind,
        "place": setting.origin.place or None,
    }


def _plain(value: object) -> object:
    match value:
        case Path():
            return str(value)
        case str():
            return _SECRET.sub("://***@", value)
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
        case _:
            return value
