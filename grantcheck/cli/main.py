"""The command line as a whole."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from grantcheck.cli.annotate import annotate_command
from grantcheck.cli.audit import audit_command
from grantcheck.cli.baseline_in_use import MayWriteBaseline
from grantcheck.cli.config import config_command
from grantcheck.cli.diff import diff_command
from grantcheck.cli.examples import add_examples
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.expiring import expiring_command
from grantcheck.cli.explain import explain_command, why_not_command
from grantcheck.cli.output import close_quietly, tell
from grantcheck.cli.prices import prices_app
from grantcheck.cli.register import register_app
from grantcheck.cli.rules import rule_command, rules_app
from grantcheck.cli.schema import schema_app
from grantcheck.cli.show import show_command
from grantcheck.cli.unusable import STANDARD_OUTPUT, unusable
from grantcheck.cli.verify import verify_command
from grantcheck.cli.waivers import waivers_app
from grantcheck.version import __version__

app = typer.Typer(
    name="grantcheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: quick, and readable in every terminal and pipe
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("audit", cls=MayWriteBaseline)(audit_command)
app.command("annotate")(annotate_command)
app.command("show")(show_command)
app.command("explain")(explain_command)
app.command("why-not")(why_not_command)
app.add_typer(rules_app, name="rules")
app.command("rule")(rule_command)
app.command("config")(config_command)
app.add_typer(prices_app, name="prices")
app.add_typer(register_app, name="register")
app.command("expiring")(expiring_command)
app.command("diff")(diff_command)
app.command("verify")(verify_command)
app.add_typer(waivers_app, name="waivers")
app.add_typer(schema_app, name="schema")
add_examples(app)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"grantcheck {__version__}")
        raise typer.Exit


@app.callback()
def _grantcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The check a budget note gets before anyone signs it."""


def run() -> None:
    """Runs a command; where its own words (help, version, usage) cannot be written, it says so by its exit code."""
    try:
        app()
    except OSError as error:
        close_quietly(sys.stdout)
        tell(unusable(OSError(error.errno, error.strerror, STANDARD_OUTPUT), "en"))
        sys.exit(ExitCode.USAGE)
