"""`grantcheck rules list` and `grantcheck rule ID`: the rules in force and their documentation."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.completion import rule_numbers
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, PACKS, RULES
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.rules_check import rules_check_command
from grantcheck.cli.rules_diff import rules_diff_command
from grantcheck.cli.rules_docs import rules_docs_command
from grantcheck.cli.rules_new import rules_new_command
from grantcheck.cli.rules_trial import rules_test_command
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from grantcheck.rules.rule import RuleBook

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The rules in force.")
rules_app.command("check")(rules_check_command)
rules_app.command("diff")(rules_diff_command)
rules_app.command("docs")(rules_docs_command)
rules_app.command("new")(rules_new_command)
rules_app.command("test")(rules_test_command)


@rules_app.command("list")
@configured(FORMAT, LANGUAGE, RULES, PACKS)
def list_command(settings: Settings) -> None:
    """List all rules: number, severity, title, name."""
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.rule_list import RulesJson, RulesText  # noqa: PLC0415

    telling, book = settings.configuration.report, settings.book()
    if telling.format == "json":
        put_json(RulesJson(telling.language, book.off).rendered(book.rules))
    else:
        put_text(RulesText(page_for(sys.stdout), telling.language, book.off).rendered(book.rules))


@configured(LANGUAGE, RULES, PACKS)
def rule_command(
    rule_id: Annotated[
        str,
        typer.Argument(metavar="RULE", help="A rule's number, such as GC201.", autocompletion=rule_numbers),
    ],
    settings: Settings,
) -> None:
    """Show what a rule says, why, when it applies and what breaks it."""
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.rule_page import RulePage  # noqa: PLC0415

    book = settings.book()
    off = book.off_rule(rule_id.upper())
    rule = off.rule if off else book.rule(rule_id.upper())
    if rule is None:
        tell(_unknown(rule_id, book))
        raise typer.Exit(ExitCode.USAGE)
    language = settings.configuration.report.language
    put_text(RulePage(page_for(sys.stdout), language, book.vocabulary, off).rendered(rule))


def _unknown(rule_id: str, book: RuleBook) -> str:
    from grantcheck.rules.nearest_rule import nearest_rule  # noqa: PLC0415

    near = nearest_rule(rule_id, [rule.id for rule in book.rules])
    return f"There is no rule '{rule_id}'. The nearest is {near}. 'grantcheck rules list' names them all."
