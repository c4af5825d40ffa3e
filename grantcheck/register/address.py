"""Where the register is: a file, or a PostgreSQL server that an office shares."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from grantcheck.register.fault import RegisterFault

DEFAULT = ".grantcheck/register.sqlite"
_SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class Address:
    """The place of a register."""

    url: str
    """As SQLAlchemy takes it, password and all; never shown."""
    shown: str
    file: Path | None
    """None where it is on a server."""


def register_address(said: str | None) -> Address:
    """The place that `--register` names.

    Args:
        said: a path, `sqlite:///r.sqlite` or `postgresql://user:password@host/name`; None for the usual file.

    Raises:
        RegisterFault: it is another kind of address, or the driver for PostgreSQL is not installed.
    """
    text = said or DEFAULT
    scheme, mark, rest = text.partition("://")
    if not mark:
        return _file(text)
    if text.startswith(_SQLITE) and text != _SQLITE:
        return _file(text.removeprefix(_SQLITE))
    if scheme not in _POSTGRESQL:
        raise RegisterFault(
            f"'{scheme}://…' is no address of a register. Give a path, sqlite:///r.sqlite or "
            "postgresql://user:password@host/name.",
            f"'{scheme}://…' er ingen adresse på et register. Angiv en sti, sqlite:///r.sqlite eller "
            "postgresql://bruger:adgangskode@server/navn.",
        )
    return _server(rest)


def _file(path: str) -> Address:
    return Address(f"{_SQLITE}{path}", path, Path(path))


def _server(rest: str) -> Address:
    if find_spec("pg8000") is None:
        raise RegisterFault(
            "A register on PostgreSQL needs a driver. Install it: pip install 'grantcheck[postgres]'.",
            "Et register på PostgreSQL kræver en driver. Installér den: pip install 'grantcheck[postgres]'.",
        )
    where = urlsplit(f"//{rest}")
    host = where.netloc.rpartition("@")[2]
    return Address(f"postgresql+pg8000://{rest}", f"postgresql://{host}{where.path}", None)
