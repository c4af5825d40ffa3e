"""`grantcheck rules test`: the tests of rules, near-misses and coverage."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import LANGUAGE, PACKS, RULES
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from grantcheck.model.rule_trial import RuleTrials
    from grantcheck.model.text import Language

Folders = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FOLDER",
        help="Folders of rules; a folder without its own facts.yaml uses the words of the rules in force.",
        show_default="the rules in force",
    ),
]


class TrialFormat(StrEnum):
    """How the tests are told."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"


@configured(LANGUAGE, RULES, PACKS)
def rules_test_command(
    settings: Settings,
    *,
    folders: Folders = None,
    form: Annotated[
        TrialFormat, typer.Option("--format", "-f", help="Text, JSON or JUnit XML.")
    ] = TrialFormat.TEXT,
    fail_under: Annotated[
        int, typer.Option(metavar="PCT", min=0, max=100, help="Fail where the tests show less than this.")
    ] = 0,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell of each rule how much of it the tests show.")
    ] = False,
) -> None:
    """Run the tests of rules: those in the rule files and those in '*.test.yaml' beside them.

    Exit code: 0 all as they say, 1 a test fails, a comparison is shown by none to matter, or too little is
    covered; 2 wrong usage or a mistake in a rule file.
    """
    from grantcheck.workbench.trying import try_folders  # noqa: PLC0415

    shown = try_folders(folders_of(settings, folders), settings.rules_folder)
    _put(shown, form, settings.configuration.report.language, by_rule=coverage)
    good = not shown.failed and not shown.loose and shown.covers(fail_under)
    raise typer.Exit(ExitCode.CLEAN if good else ExitCode.BROKEN)


def folders_of(settings: Settings, given: list[Path] | None) -> list[Path]:
    """The folders that were named, or those of the rules and packs in force."""
    from grantcheck.rules.pack import pack_folders  # noqa: PLC0415

    if given:
        return given
    with settings.choices_told():
        return [settings.rules_folder, *pack_folders(settings.configuration.rules.packs)]


def _put(shown: RuleTrials, form: TrialFormat, language: Language, *, by_rule: bool) -> None:
    from grantcheck.report.formats.rule_trials_junit import trials_junit  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.rule_trials import TrialsText, trials_json  # noqa: PLC0415

    match form:
        case TrialFormat.TEXT:
            put_text(TrialsText(page_for(sys.stdout), language, by_rule).rendered(shown))
        case TrialFormat.JSON:
            put_json(trials_json(shown))
        case TrialFormat.JUNIT:
            put_json(trials_junit(shown))
