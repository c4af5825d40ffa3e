"""The register that a run uses: named by the settings, or the one at the usual place."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from grantcheck.cli.settings import Settings
    from grantcheck.register.joining import KnownGrants
    from grantcheck.register.store import Register


@contextmanager
def register_faults_told(settings: Settings) -> Iterator[None]:
    """Tells why the register cannot be used, in the language of the run.

    Raises:
        Exit: with code 2.
    """
    from grantcheck.register.fault import RegisterFault  # noqa: PLC0415

    try:
        yield
    except RegisterFault as fault:
        tell(fault.said.spoken(settings.configuration.report.language))
        raise typer.Exit(ExitCode.USAGE) from None


def register_in_use(settings: Settings) -> Register:
    """The register of a command that needs one.

    Raises:
        RegisterFault: there is none, or its address is no address.
    """
    from grantcheck.register.store import existing_register, no_register  # noqa: PLC0415

    said = settings.configuration.register.path
    found = existing_register(said)
    if found is None:
        raise no_register(said)
    return found


def known_grants(settings: Settings, as_of: date) -> KnownGrants | None:
    """What the register of a run knows on a day; None where none is named and none is at the usual place.

    Raises:
        Exit: the register cannot be used, or matches were settled and there is no register.
        DataFault: the file of settled matches has a mistake.
    """
    from grantcheck.register.address import DEFAULT  # noqa: PLC0415

    chosen = settings.configuration.register
    if not chosen.matches and chosen.path is None and not Path(DEFAULT).exists():
        return None
    from grantcheck.register.store import existing_register  # noqa: PLC0415 - the database takes long to import

    with register_faults_told(settings):
        found = register_in_use(settings) if chosen.matches else existing_register(chosen.path)
        if found is None:
            return None
        return known_in(found, settings, as_of)


def known_in(register: Register, settings: Settings, as_of: date) -> KnownGrants:
    """What a register knows on a day, with the matches that were settled.

    Raises:
        RegisterFault: the database cannot be used.
        DataFault: the file of settled matches has a mistake.
    """
    from grantcheck.data.matches import load_matches  # noqa: PLC0415
    from grantcheck.model.record import RegisterState  # noqa: PLC0415
    from grantcheck.register.joining import KnownGrants  # noqa: PLC0415

    grants = register.grants(as_of)
    matches = settings.configuration.register.matches
    settled = load_matches(matches, grants) if matches else ()
    batches = register.batches(as_of)
    state = RegisterState(
        batches=len(batches),
        last_batch=max(batches, key=lambda one: one.number).file_sha256 if batches else None,
    )
    return KnownGrants(tuple(grants.values()), settled, register.address.shown, matches, state)
