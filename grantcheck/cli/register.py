"""`grantcheck register`: import prior allocations, and look at them."""

from __future__ import annotations

import sys
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.day import AsOfOption, today
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, REGISTER, AreaOption, CommitteeOption, chosen_area
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.register_import import import_command
from grantcheck.cli.register_in_use import register_faults_told, register_in_use
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from grantcheck.model.grant import Grant
    from grantcheck.model.text import Language
    from grantcheck.register.store import Register
    from grantcheck.report.register_grants import GrantsText

register_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The register of prior allocations."
)
register_app.command("import")(import_command)


GrantArgument = Annotated[str, typer.Argument(metavar="GRANT", help="A grant, as 'register list' names it.")]


@register_app.command("list")
@configured(FORMAT, LANGUAGE, REGISTER)
def list_command(
    settings: Settings,
    as_of: AsOfOption = None,
    committee: CommitteeOption = None,
    area: AreaOption = None,
    last_year: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Only grants whose last funded year this is.")
    ] = None,
) -> None:
    """List the grants of the register, with their last funded year and its amount."""
    with register_faults_told(settings):
        from grantcheck.register.choosing import Choice  # noqa: PLC0415
        from grantcheck.report.register_grants import GrantsJson  # noqa: PLC0415

        known = register_in_use(settings).grants(as_of or today())
        shown = [
            grant
            for grant in Choice(committee, chosen_area(area)).of(known.values())
            if last_year is None or (grant.last_funded_year == last_year and not grant.permanent)
        ]
        if settings.configuration.report.format == "json":
            put_json(GrantsJson().listed(shown))
        else:
            put_text(_text(settings).listed(shown, len(known)))


@register_app.command("show")
@configured(FORMAT, LANGUAGE, REGISTER)
def show_command(
    grant: GrantArgument,
    settings: Settings,
    as_of: AsOfOption = None,
) -> None:
    """Show all that is known of a grant, year by year."""
    with register_faults_told(settings):
        from grantcheck.report.register_grants import GrantsJson  # noqa: PLC0415

        found = _grant(register_in_use(settings), grant, as_of, settings)
        if settings.configuration.report.format == "json":
            put_json(GrantsJson().shown(found))
        else:
            put_text(_text(settings).shown(found))


@register_app.command("history")
@configured(FORMAT, LANGUAGE, REGISTER)
def history_command(
    grant: GrantArgument,
    settings: Settings,
    as_of: AsOfOption = None,
) -> None:
    """Show what each import said of a grant, and what it changed."""
    with register_faults_told(settings):
        from grantcheck.report.register_grants import GrantsJson  # noqa: PLC0415

        opened = register_in_use(settings)
        found = _grant(opened, grant, as_of, settings)
        batches = opened.history(grant, as_of or today())
        if settings.configuration.report.format == "json":
            put_json(GrantsJson().history(found, batches))
        else:
            put_text(_text(settings).history(found, batches))


def _grant(register: Register, name: str, as_of: date | None, settings: Settings) -> Grant:
    day = as_of or today()
    found = register.grants(day, only=(name,))
    if name in found:
        return found[name]
    near = get_close_matches(name, register.grants(day), n=1, cutoff=0.5)
    tell(_unknown(name, near[0] if near else None, day, settings.configuration.report.language))
    raise typer.Exit(ExitCode.USAGE)


def _unknown(name: str, near: str | None, day: date, language: Language) -> str:
    if language == "da":
        hint = f"Mente du '{near}'?" if near else "'grantcheck register list' viser dem alle."
        return f"Registret kender ingen bevilling '{name}' pr. {day}. {hint}"
    hint = f"Did you mean '{near}'?" if near else "'grantcheck register list' shows them all."
    return f"The register knows no grant '{name}' as of {day}. {hint}"


def _text(settings: Settings) -> GrantsText:
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.register_grants import GrantsText  # noqa: PLC0415

    return GrantsText(page_for(sys.stdout), settings.configuration.report.language)
