from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.register import address as addresses
from grantcheck.register.address import register_address
from grantcheck.register.fault import RegisterFault
from grantcheck.register.store import open_register


@pytest.mark.parametrize(
    ("said", "file"),
    [
        (None, ".grantcheck/register.sqlite"),
        ("office.sqlite", "office.sqlite"),
        ("sqlite:///office.sqlite", "office.sqlite"),
        ("sqlite:////srv/office.sqlite", "/srv/office.sqlite"),
    ],
)
def test_a_register_in_a_file(said: str | None, file: str) -> None:
    assert register_address(said).file == Path(file)


def test_a_register_on_a_server_is_shown_without_user_and_password() -> None:
    found = register_address("postgresql://anna:hem%2Fmeligt@db:5432/grants")
    assert found.file is None
    assert found.url == "postgresql+pg8000://anna:hem%2Fmeligt@db:5432/grants"
    assert found.shown == "postgresql://db:5432/grants"
    assert register_address("postgres://db/grants").url == "postgresql+pg8000://db/grants"


@pytest.mark.parametrize("said", ["mysql://x/y", "sqlite:///", "sqlite://x"])
def test_another_address_is_told(said: str) -> None:
    with pytest.raises(RegisterFault, match=r"is no address of a register\. Give a path"):
        register_address(said)


def test_a_malformed_address_of_a_server_is_told() -> None:
    with pytest.raises(RegisterFault, match=r"is no address of a register\. Write postgresql://"):
        open_register("postgresql://db:port/grants").grants()


def test_without_the_driver_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "find_spec", lambda _: None)
    with pytest.raises(RegisterFault, match=r"pip install 'grantcheck\[postgres\]'"):
        register_address("postgresql://db/grants")
