"""Options that several commands share. Nothing here imports the program behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grantcheck.cli.completion import format_names, series_names
from grantcheck.cli.exit_code import FailOn
from grantcheck.cli.outputs import format_name
from grantcheck.model.format_name import FormatName

if TYPE_CHECKING:
    from grantcheck.model.terms import ControlArea
    from grantcheck.model.text import Language


class OutputFormat(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


class Speech(StrEnum):
    """The languages of reports."""

    ENGLISH = "en"
    DANISH = "da"

    @property
    def language(self) -> Language:
        """The language by the name that the rest of the program knows."""
        return "da" if self is Speech.DANISH else "en"


class Area(StrEnum):
    """The control areas, as options name them."""

    SERVICE = "service"
    CAPITAL = "capital"
    TRANSFERS = "transfers"


def chosen_area(area: Area | None) -> ControlArea | None:
    """The control area by the name that the rest of the program knows."""
    from grantcheck.model.terms import ControlArea  # noqa: PLC0415

    return None if area is None else ControlArea(area.value)


class Shown(StrEnum):
    """Which outcomes the report lists."""

    FINDINGS = "findings"
    ALL = "all"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Budget notes, and folders that hold some.", show_default=False),
]


def _given(context: typer.Context, paths: list[Path] | None) -> list[Path] | None:
    if not paths and context.params.get("proposals") is None:
        raise typer.BadParameter("Missing argument 'PATH'. Name budget notes, or folders that hold some.")
    return paths


SomePaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        callback=_given,
        help="Budget notes, and folders that hold some; none beside a table of proposals.",
        show_default=False,
    ),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="The configuration file.",
        show_default="grantcheck.toml or pyproject.toml, here or above",
    ),
]
NoConfigOption = Annotated[
    bool, typer.Option("--no-config", help="Read no configuration file.", show_default=False)
]

CommitteeOption = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Only grants of committees with this in their name.")
]
AreaOption = Annotated[Area | None, typer.Option(help="Only grants of this control area.")]


@dataclass(frozen=True)
class SettingOption:
    """An option that sets for one run what a configuration file may set for all."""

    parameter: str
    key: tuple[str, ...]
    """The setting."""
    flags: tuple[str, ...]
    """As it is written; of a switch, what turns it on and what turns it off."""
    annotation: Any
    """For typer; the default it shows is the setting's own."""

    def said(self, value: object) -> str:
        """The flag that gave the value."""
        return self.flags[1] if value is False else self.flags[0]

    @staticmethod
    def plain(value: object) -> object:
        """The value as a configuration file would hold it."""
        if isinstance(value, list):
            return [SettingOption.plain(part) for part in value]
        return value.value if isinstance(value, Enum) else value


LANGUAGE = SettingOption(
    "speech",
    ("report", "language"),
    ("--lang",),
    Annotated[Speech | None, typer.Option("--lang", help="The language of the report.", show_default="en")],
)
FORMAT = SettingOption(
    "form",
    ("report", "format"),
    ("--format", "-f"),
    Annotated[
        OutputFormat | None,
        typer.Option("--format", "-f", help="For people or for programs.", show_default="text"),
    ],
)
REPORT_FORMAT = replace(
    FORMAT,
    annotation=Annotated[
        FormatName | None,
        typer.Option(
            "--format",
            "-f",
            parser=format_name,
            autocompletion=format_names,
            metavar="FORMAT",
            help="The report on standard output, as '-o FORMAT'.",
            show_default="text",
        ),
    ],
)
"""Reports have more formats than the other results."""
FAIL_ON = SettingOption(
    "fail_on",
    ("report", "fail_on"),
    ("--fail-on",),
    Annotated[
        list[FailOn] | None,
        typer.Option(
            "--fail-on",
            metavar="<error|warning|not-verifiable>",
            help="What else makes the run fail, besides errors. May be given more than once.",
            show_default="error",
        ),
    ],
)
SHOW = SettingOption(
    "show",
    ("report", "show"),
    ("--show",),
    Annotated[
        Shown | None, typer.Option("--show", help="Findings only, or every check.", show_default="findings")
    ],
)
RULES = SettingOption(
    "rules",
    ("rules", "folder"),
    ("--rules",),
    Annotated[
        Path | None,
        typer.Option(
            "--rules", metavar="FOLDER", help="Rules to use in place of those that come with grantcheck."
        ),
    ],
)
PACKS = SettingOption(
    "packs",
    ("rules", "packs"),
    ("--pack",),
    Annotated[
        list[str] | None,
        typer.Option(
            "--pack",
            metavar="FOLDER/|NAME",
            help="Rules beside the others: a folder (with a slash), or an installed pack. May be given more than once.",
            show_default=False,
        ),
    ],
)
PROFILE = SettingOption(
    "profile",
    ("profile", "name"),
    ("--profile",),
    Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="NAME|FOLDER/",
            help="Whose notes are read: a municipality that comes with the rules, or a folder (with a slash).",
            show_default="copenhagen",
        ),
    ],
)
MAPPING = SettingOption(
    "mapping",
    ("reading", "mapping"),
    ("--mapping",),
    Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="What the columns of CSV and Excel files hold.",
            show_default="NAME.mapping.yaml or mapping.yaml beside the file",
        ),
    ],
)
CACHE = SettingOption(
    "cache",
    ("reading", "cache"),
    ("--cache", "--no-cache"),
    Annotated[
        bool | None,
        typer.Option(
            "--cache/--no-cache",
            help="Remember what was read; or read every file anew, and remember nothing.",
            show_default="--cache",
        ),
    ],
)
OCR = SettingOption(
    "ocr",
    ("reading", "ocr"),
    ("--ocr", "--no-ocr"),
    Annotated[
        bool | None,
        typer.Option(
            "--ocr/--no-ocr",
            help="Read pages that are images with tesseract, to be checked by eye; no check is decided by it.",
            show_default="--no-ocr",
        ),
    ],
)
JOBS = SettingOption(
    "jobs",
    ("reading", "jobs"),
    ("--jobs", "-j"),
    Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="How many files to read at a time.", show_default="one a core"
        ),
    ],
)
SERIES = SettingOption(
    "series",
    ("prices", "series"),
    ("--series",),
    Annotated[
        list[str] | None,
        typer.Option(
            "--series",
            metavar="[AREA=]FILE",
            autocompletion=series_names,
            help="The price series for a control area (service, capital, transfers), or for all; "
            "a file, or a series that comes with grantcheck. May be given more than once.",
            show_default=False,
        ),
    ],
)
REGISTER = SettingOption(
    "register",
    ("register", "path"),
    ("--register",),
    Annotated[
        str | None,
        typer.Option(
            "--register",
            metavar="REGISTER",
            help="The register of prior allocations: a path, sqlite:///r.sqlite or postgresql://…",
            show_default=".grantcheck/register.sqlite",
        ),
    ],
)
MATCHES = SettingOption(
    "matches",
    ("register", "matches"),
    ("--matches",),
    Annotated[
        Path | None,
        typer.Option(
            "--matches",
            metavar="FILE",
            help="Which grants of the register notes continue, where a person settled it.",
            show_default=False,
        ),
    ],
)

WAIVERS = SettingOption(
    "waivers",
    ("waivers", "file"),
    ("--waivers",),
    Annotated[
        str | None,
        typer.Option(
            "--waivers",
            metavar="FILE",
            help="Findings that may stand, why and until when: YAML or Excel.",
            show_default="waivers.yaml or waivers.xlsx beside the configuration",
        ),
    ],
)
WAIVERS_FROM = SettingOption(
    "waivers_from",
    ("waivers", "taken_from"),
    ("--waivers-from",),
    Annotated[
        str | None,
        typer.Option(
            "--waivers-from",
            metavar="git:REF",
            help="Read that file as a git revision has it, so that a change cannot exempt itself.",
            show_default=False,
        ),
    ],
)

BASELINE = SettingOption(
    "baseline",
    ("baseline", "file"),
    ("--baseline",),
    Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Findings that are known, as --write-baseline wrote them: counted apart, and failing nothing.",
            show_default=False,
        ),
    ],
)

READING_OPTIONS = (MAPPING, CACHE, JOBS, OCR)
OFFICE_OPTIONS = (RULES, PACKS, PROFILE)
"""Whose rules, and whose notes."""
AUDIT_OPTIONS = (
    REPORT_FORMAT,
    LANGUAGE,
    FAIL_ON,
    SHOW,
    SERIES,
    *OFFICE_OPTIONS,
    REGISTER,
    MATCHES,
    WAIVERS,
    WAIVERS_FROM,
    BASELINE,
    *READING_OPTIONS,
)
"""Every option that a setting has."""
