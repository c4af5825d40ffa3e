"""Connections to the register: one writer at a time, and every failure of the database as one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, event, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from grantcheck.register.fault import RegisterFault

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Transaction

    from grantcheck.register.address import Address

LOCK_SECONDS = 30
"""How long an import waits for another one."""
_SERVER_SECONDS = 60
"""How long a server may be silent; more than `LOCK_SECONDS`, for waiting is silence."""
_LOCK_KEY = 7_410_326_915
"""Names the lock of the register among the advisory locks of a PostgreSQL database."""
_WRITING = "grantcheck_writing"
_BUSY = ("database is locked", "55P03", "lock timeout")
_FULL = ("disk is full", "53100", "disk i/o error")
_FOREIGN = ("not a database", "malformed")
_NOT_OPENED = ("unable to open database file",)
_READONLY = ("readonly database", "42501", "25006")


def engine_of(address: Address) -> Engine:
    """The engine for an address.

    Raises:
        RegisterFault: the address is malformed.
    """
    limits: dict[str, Any] = {"timeout": LOCK_SECONDS if address.file else _SERVER_SECONDS}
    try:
        engine = create_engine(address.url, connect_args=limits, poolclass=NullPool)
    except (ArgumentError, ValueError) as error:
        raise RegisterFault(
            f"'{address.shown}' is no address of a register. Write postgresql://user:password@host/name.",
            f"'{address.shown}' er ingen adresse på et register. Skriv "
            "postgresql://bruger:adgangskode@server/navn.",
        ) from error
    if address.file is not None:
        event.listen(engine, "connect", _leave_transactions_to_us)
        event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine, address: Address) -> Iterator[Connection]:
    """A view of the register that does not change while it is read.

    Raises:
        RegisterFault: the database cannot be used.
    """
    with _failures_told(address), engine.connect() as connection:
        level = {} if address.file else {"isolation_level": "REPEATABLE READ"}
        yield connection.execution_options(**level)


@contextmanager
def writing(engine: Engine, address: Address) -> Iterator[Connection]:
    """A transaction that is alone in writing: kept whole at its end, or not at all.

    Raises:
        RegisterFault: the database cannot be used, or another import does not end.
    """
    with _failures_told(address), engine.connect() as connection:
        transaction = connection.execution_options(**{_WRITING: True}).begin()
        with _undone_on_failure(transaction):
            if address.file is None:
                connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})"))
            yield connection
        _commit(transaction, address)


@contextmanager
def _undone_on_failure(transaction: Transaction) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(SQLAlchemyError):  # the connection may be gone, and its transaction with it
            transaction.rollback()
        raise


def _commit(transaction: Transaction, address: Address) -> None:
    """Ends the transaction. Where a server goes away just then, nobody here can know what it kept."""
    try:
        transaction.commit()
    except (DBAPIError, OSError) as error:  # a connection that is reset is no error of the driver's own
        if address.file is not None:
            raise
        raise RegisterFault(
            f"The register '{address.shown}' went away while the import was being kept. Import the file again: "
            "if it was kept, that changes nothing.",
            f"Registret '{address.shown}' forsvandt, mens importen blev gemt. Importér filen igen: "
            "blev den gemt, ændrer det intet.",
        ) from error


def _leave_transactions_to_us(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own class
    """The driver would begin a transaction later than we say, and end it before tables are made."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    wanted = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if wanted else "BEGIN")


@contextmanager
def _failures_told(address: Address) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise _fault(address, error) from error
    except SQLAlchemyError as error:
        raise _fault(address, error) from error


def _fault(address: Address, error: Exception) -> RegisterFault:
    said = _said(error)
    known = said.casefold()
    en, da = next(
        (remedy for words, remedy in _REMEDIES if any(word.casefold() in known for word in words)),
        _OTHERWISE,
    )
    return RegisterFault(
        f"The register '{address.shown}' cannot be used: {en.format(said=said)} Nothing was changed.",
        f"Registret '{address.shown}' kan ikke bruges: {da.format(said=said)} Intet er ændret.",
    )


def _said(error: Exception) -> str:
    """The driver's own words; that of PostgreSQL gives the fields of the server's message."""
    cause = getattr(error, "orig", None) or error
    fields = cause.args[0] if cause.args else None
    if isinstance(fields, dict):
        return f"{fields.get('M', '?')} ({fields.get('C', '?')})"
    return str(cause).rstrip(".")


_REMEDIES = (
    (
        _BUSY,
        (
            f"another import has held it for {LOCK_SECONDS} seconds. Try again when that one is done.",
            f"en anden import har holdt det i {LOCK_SECONDS} sekunder. Prøv igen, når den er færdig.",
        ),
    ),
    (
        _FULL,
        (
            "the disk is full or does not answer. Make room and import again.",
            "disken er fuld eller svarer ikke. Skaf plads, og importér igen.",
        ),
    ),
    (
        _FOREIGN,
        (
            "the file is no database, or is damaged. Give another with --register, or restore a copy.",
            "filen er ingen database eller er beskadiget. Angiv en anden med --register, eller gendan en kopi.",
        ),
    ),
    (
        _NOT_OPENED,
        (
            "you have no right to the file or its folder. Ask for the right, or give another with --register.",
            "du har ikke ret til filen eller mappen. Bed om retten, eller angiv et andet med --register.",
        ),
    ),
    (
        _READONLY,
        (
            "you may read it, but not write. Ask for the right, or give another with --register.",
            "du må læse det, men ikke skrive. Bed om rettigheden, eller angiv et andet med --register.",
        ),
    ),
)
_OTHERWISE = (
    "{said}. Check the address, the rights and that the database runs; then try again.",
    "{said}. Kontrollér adressen, rettighederne, og at databasen kører; prøv så igen.",
)
