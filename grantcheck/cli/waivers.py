"""`grantcheck waivers`: what may stand, until when, and what is wrong with it."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.audit import When, audited
from grantcheck.cli.day import AsOfOption
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import (
    AUDIT_OPTIONS,
    FORMAT,
    LANGUAGE,
    REPORT_FORMAT,
    RULES,
    WAIVERS,
    WAIVERS_FROM,
)
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.settings import Settings, configured
from grantcheck.cli.waivers_in_use import given_waivers

if TYPE_CHECKING:
    from grantcheck.model.waiver import WaiversInUse

_DAYS = re.compile(r"(\d{1,4})d?")
_RULE = "GC911"

waivers_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Findings that may stand, why and until when."
)


def days_given(text: str) -> int:
    """A number of days, such as 30d.

    Raises:
        BadParameter: it is none.
    """
    found = _DAYS.fullmatch(text.strip())
    if found is None:
        raise typer.BadParameter(f"'{text}' is no number of days. Write it as 30d.")
    return int(found[1])


@waivers_app.command("list")
@configured(FORMAT, LANGUAGE, RULES, WAIVERS, WAIVERS_FROM)
def list_command(
    settings: Settings,
    as_of: AsOfOption = None,
    expiring_in: Annotated[
        int | None,
        typer.Option(
            parser=days_given,
            metavar="DAYS",
            help="Only those whose last day is today or at most so many days ahead, as in 30d.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """List the waivers: what each is for, how it stands, why and until when.

    Whether a waiver fits a finding is told by 'grantcheck waivers check NOTE…' and by every report.
    """
    from grantcheck.report.json_text import json_of  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.waiver_list import WaiversText, waivers_json  # noqa: PLC0415

    listed = _listed(settings, as_of, expiring_in)
    telling = settings.configuration.report
    if telling.format == "json":
        put_json(json_of(waivers_json(listed, ())))
    elif listed is not None:
        put_text(WaiversText(page_for(sys.stdout), telling.language).rendered(listed))
        tell(f"{len(listed.waivers)} waiver(s) in {listed.path}, as of {listed.day} in {listed.time_zone}.")


@waivers_app.command("check")
@configured(FORMAT, *(option for option in AUDIT_OPTIONS if option is not REPORT_FORMAT))
def check_command(
    settings: Settings,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="NOTE",
            help="Budget notes, and folders of them, to tell which waivers fit nothing.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Check the waivers: which have lapsed, break their own rules, or fit no finding of the notes.

    Exit code: 0 nothing is wrong, 1 something is, 2 wrong usage or a mistake in the file.
    """
    from grantcheck.model.outcome import Outcome  # noqa: PLC0415
    from grantcheck.report.json_text import json_of  # noqa: PLC0415
    from grantcheck.report.waiver_list import fault_lines, waivers_json  # noqa: PLC0415

    report = audited(paths or [], settings, When(as_of))
    faults = [each for each in report.findings if each.rule == _RULE and each.outcome is Outcome.BROKEN]
    if settings.configuration.report.format == "json":
        put_json(json_of(waivers_json(report.waivers, faults)))
    else:
        put_text(fault_lines(faults))
        _tell_count(report.waivers, len(faults))
    raise typer.Exit(ExitCode.BROKEN if faults else ExitCode.CLEAN)


def _listed(settings: Settings, as_of: date | None, expiring_in: int | None) -> WaiversInUse | None:
    given = given_waivers(settings, as_of)
    if given is None:
        _tell_count(None, 0)
        return None
    listed = given.in_use(given.standings(settings.book()))
    if expiring_in is None:
        return listed
    soon = tuple(waiver for waiver in listed.waivers if 0 <= waiver.days_left <= expiring_in)
    return listed.model_copy(update={"waivers": soon})


def _tell_count(in_use: WaiversInUse | None, faults: int) -> None:
    if in_use is None:
        tell("There is no file of waivers: neither --waivers, nor waivers.yaml beside the configuration.")
    else:
        tell(f"{len(in_use.waivers)} waiver(s) in {in_use.path}, {faults} fault(s).")
