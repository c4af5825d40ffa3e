"""Numbered steps that bring the tables of a register to what this program knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, inspect, select

from grantcheck.register.fault import RegisterFault
from grantcheck.register.schema import metadata, schema_table

if TYPE_CHECKING:
    from sqlalchemy import Connection

Migration = Callable[["Connection"], None]


def _first_tables(connection: Connection) -> None:
    metadata.create_all(connection)


MIGRATIONS: tuple[Migration, ...] = (_first_tables,)
"""The step to version 1, to version 2 and so on. A step that was released is never edited."""


def version_of(connection: Connection) -> int:
    """The version of the tables; 0 where there are none.

    Raises:
        RegisterFault: the file holds the tables of something else, or is of a newer version.
    """
    tables = inspect(connection).get_table_names()
    if schema_table.name not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise RegisterFault(
                "The file is a database, but no register. Give another file with --register.",
                "Filen er en database, men intet register. Angiv en anden fil med --register.",
            )
        return 0
    version: int = connection.execute(select(func.max(schema_table.c.version))).scalar_one_or_none() or 0
    if version > len(MIGRATIONS):
        raise RegisterFault(
            f"The register is of version {version}, and this grantcheck knows up to {len(MIGRATIONS)}. "
            "Nothing was changed. Install a newer grantcheck.",
            f"Registret er af version {version}, og dette grantcheck kender op til {len(MIGRATIONS)}. "
            "Intet er ændret. Installér et nyere grantcheck.",
        )
    return version


def migrate(connection: Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Makes the steps that are still to be made, inside the transaction of `connection`.

    Raises:
        RegisterFault: as `version_of`.
    """
    done = version_of(connection)
    for version, step in enumerate(steps[done:], start=done + 1):
        step(connection)
        connection.execute(insert(schema_table).values(version=version))
