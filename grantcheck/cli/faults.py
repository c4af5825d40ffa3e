"""What went wrong, in one sentence on standard error, with the exit code that fits; never a traceback."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from traceback import walk_tb
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.output import tell
from grantcheck.cli.unusable import unusable
from grantcheck.version import __version__

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass
class Telling:
    """How faults are told; a command learns its language only on the way."""

    language: Language = "en"


@contextmanager
def faults_told() -> Iterator[Telling]:
    """Turns every exception of a command into a message and an exit code.

    Raises:
        Exit: with code 2 for a mistake of the user, 3 for a fault of the program.
    """
    telling = Telling()
    try:
        yield telling
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except Exception as error:  # noqa: BLE001 - the last one to see it
        code, message = _judged(error, telling.language)
        tell(message)
        raise typer.Exit(code) from None


def _judged(error: Exception, language: Language) -> tuple[ExitCode, str]:
    from grantcheck.data.fault import DataFault, SettingFault  # noqa: PLC0415
    from grantcheck.engine.fault import EngineMissing  # noqa: PLC0415
    from grantcheck.prices.fault import SeriesChoiceFault  # noqa: PLC0415

    if isinstance(error, DataFault | SettingFault | SeriesChoiceFault):
        return ExitCode.USAGE, str(error)
    if isinstance(error, EngineMissing):
        return ExitCode.INTERNAL_FAULT, str(error)
    if isinstance(error, FileNotFoundError) and hasattr(error, "remedy"):
        return ExitCode.USAGE, f"{error} {error.remedy}"
    if isinstance(error, OSError) and error.filename is not None:
        return ExitCode.USAGE, unusable(error, language)
    return ExitCode.INTERNAL_FAULT, _internal(error)


def _internal(error: Exception) -> str:
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return (
        f"A fault in the program itself, not in your notes: {said} (at {_place(error)}). "
        "There is no result. Please report this sentence with the command you gave; "
        f"this is grantcheck {__version__} on Python {platform.python_version()}."
    )


def _place(error: Exception) -> str:
    """The innermost place in grantcheck that the fault passed through."""
    places = [(frame.f_globals.get("__name__", "?"), line) for frame, line in walk_tb(error.__traceback__)]
    own = [place for place in places if place[0].startswith("grantcheck")]
    module, line = (own or places)[-1]
    return f"{module}, line {line}"
