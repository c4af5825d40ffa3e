from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grantcheck.register.store import Register, open_register

from .postgres import Server, programs, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for all tests of a process."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with running() as started:
        yield started


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a register may be: each test runs with a file, and with a database on a server."""
    if request.param == "file":
        return str(tmp_path / "office" / "register.sqlite")
    server: Server = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def register(address: str) -> Register:
    """An empty register."""
    return open_register(address)
