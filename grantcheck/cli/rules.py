"""`grantcheck rules list` and `grantcheck rule ID`: the rules in force and their documentation."""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.faults import faults_told
from grantcheck.cli.options import FormatOption, LanguageOption, OutputFormat, RulesOption, Speech
from grantcheck.cli.output import put_json, put_text, tell

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.rules.rule import RuleBook

rules_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The rules in force.")


@rules_app.callback()
def _group() -> None:
    """Makes `list` a command of its own, though it is the only one."""


@rules_app.command("list")
def list_command(
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
) -> None:
    """List all rules: number, severity, title, name."""
    with faults_told():
        from grantcheck.report.page import page_for  # noqa: PLC0415
        from grantcheck.report.rule_list import RulesJson, RulesText  # noqa: PLC0415

        book = _book(rules)
        if form is OutputFormat.JSON:
            put_json(RulesJson(speech.language).rendered(book.rules))
        else:
            put_text(RulesText(page_for(sys.stdout), speech.language).rendered(book.rules))


def rule_command(
    rule_id: Annotated[str, typer.Argument(metavar="RULE", help="A rule's number, such as GC201.")],
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
) -> None:
    """Show what a rule says, why, when it applies and what breaks it."""
    with faults_told():
        from grantcheck.report.page import page_for  # noqa: PLC0415
        from grantcheck.report.rule_page import RulePage  # noqa: PLC0415

        book = _book(rules)
        rule = book.rule(rule_id.upper())
        if rule is None:
            tell(_unknown(rule_id, book))
            raise typer.Exit(ExitCode.USAGE)
        put_text(RulePage(page_for(sys.stdout), speech.language, book.vocabulary).rendered(rule))


def _book(folder: Path | None) -> RuleBook:
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415
    from grantcheck.rules.loading import load_rules  # noqa: PLC0415

    return load_rules(folder or shipped_rules())


def _unknown(rule_id: str, book: RuleBook) -> str:
    near = min((rule.id for rule in book.rules), key=lambda known: _distance(rule_id.upper(), known))
    return f"There is no rule '{rule_id}'. The nearest is {near}. 'grantcheck rules list' names them all."


def _distance(wanted: str, known: str) -> tuple[int, float]:
    """A longer common beginning is nearer, as rules are numbered by subject; then what looks alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(wanted, known, strict=False))
    return -len(list(alike)), -SequenceMatcher(None, wanted, known).ratio()
