"""The register of prior allocations: what was imported, and what is known from it on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import select

from grantcheck.isolation.uncollected import uncollected
from grantcheck.model.grant import Grant, GrantRow, folded
from grantcheck.register.address import DEFAULT, Address, register_address
from grantcheck.register.connection import engine_of, reading, writing
from grantcheck.register.contents import Contents, batch_in, batch_of, contents_of
from grantcheck.register.ends import Ends, ends_of
from grantcheck.register.entry import Entered, enter
from grantcheck.register.fault import RegisterFault
from grantcheck.register.migrations import migrate, version_of
from grantcheck.register.schema import batch_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from grantcheck.model.batch import Batch, BatchChanges
    from grantcheck.model.years import Year
    from grantcheck.register.drafts import FileRead


@dataclass(frozen=True)
class Register:
    """A register, in a file or on a server. Every method is a transaction of its own."""

    address: Address

    def batches(self, as_of: date | None = None) -> tuple[Batch, ...]:
        """The imports known on a day (None: all), in the order in which they were known.

        Raises:
            RegisterFault: the database cannot be used.
        """
        with self._reading() as connection:
            return () if connection is None else _batches(connection, as_of)

    def grants(self, as_of: date | None = None, only: Collection[str] | None = None) -> dict[str, Grant]:
        """The grants as they were known on a day, by their id and in its order.

        Args:
            as_of: the day; None for all that is known.
            only: the ids of those that are wanted; None for all.

        Raises:
            RegisterFault: the database cannot be used.
        """
        with uncollected():
            contents = self._contents(as_of, only)
            return folded(contents.rows(), contents.covered())

    def ends(self, year: Year, as_of: date | None = None) -> Ends:
        """Where the grants end as they were known on a day, seen from a first unfunded year.

        Raises:
            RegisterFault: the database cannot be used.
        """
        with uncollected(), self._reading() as connection:
            if connection is None:
                return Ends({}, {}, 0)
            return ends_of(connection, _batches(connection, as_of), year)

    def history(self, grant: str, as_of: date | None = None) -> tuple[BatchChanges, ...]:
        """What each import said of a grant, in the order in which it was known; empty where none did.

        Raises:
            RegisterFault: the database cannot be used.
        """
        return self._contents(as_of, (grant,)).changes()

    def add(self, file: FileRead, known_from: date, imported_at: datetime) -> Entered:
        """Takes the rows of a file, all of them or none; a file that is in it already changes nothing.

        Args:
            file: what was read of it.
            known_from: the day from which its figures are known.
            imported_at: now, with a time zone.

        Raises:
            RegisterFault: the database cannot be used, or another import does not end.
        """
        if self.address.file is not None:
            _make_folder(self.address)
        with writing(self._engine, self.address) as connection:
            migrate(connection)
            return enter(connection, file, known_from, imported_at)

    def earlier_import(self, file: FileRead) -> Batch | None:
        """The batch that the same file, read the same way, already is."""
        with self._reading() as connection:
            return None if connection is None else batch_in(connection, file)

    def _contents(self, as_of: date | None, only: Collection[str] | None) -> Contents:
        with self._reading() as connection:
            if connection is None:
                return Contents((), (), {}, ())
            return contents_of(connection, _batches(connection, as_of), only)

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """A connection to read by; None where nothing was ever imported."""
        if self.address.file is not None and not self.address.file.exists():
            yield None
            return
        with reading(self._engine, self.address) as connection:
            yield connection if version_of(connection) else None

    @cached_property
    def _engine(self) -> Engine:
        return engine_of(self.address)


def open_register(said: str | None) -> Register:
    """The register at a path or address; nothing is made or read yet.

    Args:
        said: as `--register` names it; None for `.grantcheck/register.sqlite`.

    Raises:
        RegisterFault: it is no address of a register, or a driver is missing.
    """
    return Register(register_address(said))


def existing_register(said: str | None) -> Register | None:
    """The register that a command reads; None where none was named and there is none at the usual place.

    Raises:
        RegisterFault: the one that was named does not exist, or its address is none.
    """
    register = open_register(said)
    file = register.address.file
    if file is None or file.exists():
        return register
    if said is None:
        return None
    raise no_register(said)


def no_register(said: str | None) -> RegisterFault:
    """What to tell where there is no register."""
    shown = said or DEFAULT
    option = f" --register {said}" if said else ""
    return RegisterFault(
        f"There is no register '{shown}'. Make it: grantcheck register import FILE{option}.",
        f"Der er intet register '{shown}'. Lav det: grantcheck register import FIL{option}.",
    )


def rows_of(grants: Iterable[Grant]) -> Iterator[GrantRow]:
    """The rows of grants, grant by grant."""
    return (row for grant in grants for row in grant.rows)


def _batches(connection: Connection, as_of: date | None) -> tuple[Batch, ...]:
    wanted = select(batch_table).order_by(batch_table.c.known_from, batch_table.c.id)
    if as_of is not None:
        wanted = wanted.where(batch_table.c.known_from <= as_of)
    return tuple(batch_of(row) for row in connection.execute(wanted))


def _make_folder(address: Address) -> None:
    if address.file is None:
        return
    try:
        address.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterFault(
            f"The folder of the register '{address.shown}' cannot be made: {error.strerror}. "
            "Give another place with --register.",
            f"Mappen til registret '{address.shown}' kan ikke laves: {error.strerror}. "
            "Angiv et andet sted med --register.",
        ) from error
