"""Imports that are killed, that meet each other, or whose database goes away: all of a file is kept, or none."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from grantcheck.register import connection, entry
from grantcheck.register.bulk import insert_rows
from grantcheck.register.connection import engine_of, writing
from grantcheck.register.fault import RegisterFault
from grantcheck.register.migrations import MIGRATIONS
from grantcheck.register.schema import schema_table
from grantcheck.register.store import Register, open_register

from .importer import YEARS, file_of
from .postgres import Server
from .stated import AUTUMN, NOW, SPRING, file_with, gave

IMPORTER = Path(__file__).with_name("importer.py")
TRIES = 50
LINES = 2_000


class Importer:
    """A process that imports one file."""

    def __init__(self, address: str, name: str, lines: int = LINES) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(IMPORTER), address, name, str(lines)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self) -> None:
        """Returns when it is about to import."""
        assert self._process.stdout.readline() == "ready\n"
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "begun\n"

    def kill(self) -> None:
        self._process.kill()
        self.end()

    def end(self) -> str:
        """What it said last, once it is gone."""
        said, _ = self._process.communicate(timeout=120)
        return said


def test_an_import_killed_at_any_moment_is_kept_whole_or_not_at_all(address: str) -> None:
    register, chance = open_register(address), random.Random(2026)  # noqa: S311 - moments, not secrets
    register.add(file_with(gave({2025: 340_000})), SPRING, NOW)
    begun = time.monotonic()
    register.add(file_of("first", LINES), SPRING, NOW)
    usual = time.monotonic() - begun
    ready = [Importer(address, f"try{number:02}") for number in range(2)]
    for number in range(TRIES):
        running = ready.pop(0)
        running.begin()
        time.sleep(chance.uniform(0, 1.3 * usual))
        running.kill()
        if number + 2 < TRIES:
            ready.append(Importer(address, f"try{number + 2:02}"))
    kept = {batch.file.removesuffix(".csv") for batch in register.batches()} - {"grants"}
    grants = register.grants()
    assert grants.pop("KF031").net(2025) == 340_000
    assert {name: sum(each.startswith(f"{name}-") for each in grants) for name in kept} == dict.fromkeys(
        kept, LINES
    )
    assert len(grants) == LINES * len(kept)
    assert all(len(grant.rows) == len(YEARS) for grant in grants.values())
    assert register.add(file_of("after", 1), SPRING, NOW).is_new


def test_two_imports_at_once_both_succeed(address: str) -> None:
    both = [Importer(address, name) for name in ("one", "other")]
    for each in both:
        each.begin()
    assert [each.end() for each in both] == ["done\n", "done\n"]
    register = open_register(address)
    assert [batch.number for batch in register.batches()] == [1, 2]
    assert len(register.grants()) == 2 * LINES


@contextmanager
def another_import(register: Register) -> Iterator[None]:
    """Holds the register as an import that does not end."""
    with writing(engine_of(register.address), register.address):
        yield


def test_an_import_that_waits_too_long_says_so_and_what_others_read_stays(
    register: Register, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.add(file_with(gave({2025: 340})), SPRING, NOW)
    monkeypatch.setattr(connection, "LOCK_SECONDS", 1)
    with another_import(register):
        with pytest.raises(RegisterFault, match="another import has held it for") as fault:
            open_register(address).add(file_with(gave({2025: 1})), AUTUMN, NOW)
        assert open_register(address).grants()["KF031"].net(2025) == 340
    assert "Nothing was changed." in str(fault.value)
    assert "Intet er ændret." in fault.value.said.da


def interrupted_by(happening: Callable[[object], None]) -> Callable[..., None]:
    """What happens after the first rows were written."""

    def inserting(connection: object, table: object, rows: object) -> None:
        insert_rows(connection, table, rows)
        happening(connection)

    return inserting


def test_a_server_that_goes_away_in_the_middle_is_told_and_nothing_is_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = open_register(server.new_database())
    register.add(file_with(gave({2025: 340})), SPRING, NOW)
    cut = interrupted_by(lambda _: server.cut_all_connections())
    with monkeypatch.context() as patch:
        patch.setattr(entry, "insert_rows", cut)
        with pytest.raises(RegisterFault, match=r"cannot be used: .*Nothing was changed") as fault:
            register.add(file_with(gave({2025: 1, 2026: 1})), AUTUMN, NOW)
    assert "not a secret" not in str(fault.value)
    assert register.grants()["KF031"].amounts == {2025: 340}
    assert register.add(file_with(gave({2025: 1, 2026: 1})), AUTUMN, NOW).is_new


def test_a_connection_reset_at_the_very_end_leaves_it_open_too(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = open_register(server.new_database())

    def reset(_: object) -> None:
        raise ConnectionResetError(104, "Connection reset by peer")

    monkeypatch.setattr("sqlalchemy.engine.base.RootTransaction.commit", reset)
    with pytest.raises(RegisterFault, match="Import the file again: if it was kept, that changes nothing"):
        register.add(file_with(gave({2025: 1})), SPRING, NOW)


def test_a_server_that_goes_away_at_the_very_end_leaves_it_open_and_says_what_to_do(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = open_register(server.new_database())

    def entered(*arguments: object) -> object:
        result = entry.enter(*arguments)
        server.cut_all_connections()
        return result

    monkeypatch.setattr("grantcheck.register.store.enter", entered)
    with pytest.raises(RegisterFault, match="Import the file again: if it was kept, that changes nothing"):
        register.add(file_with(gave({2025: 1})), SPRING, NOW)


def test_a_full_disk_is_told_and_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register = open_register(str(tmp_path / "r.sqlite"))
    register.add(file_with(gave({2025: 340})), SPRING, NOW)
    full = interrupted_by(lambda connection: connection.execute(text("PRAGMA max_page_count = 1")))
    monkeypatch.setattr(entry, "insert_rows", full)
    with pytest.raises(RegisterFault, match="the disk is full or does not answer"):
        register.add(file_of("large", 2_000), AUTUMN, NOW)
    assert list(register.grants()) == ["KF031"]


def test_a_register_of_a_newer_version_is_left_alone(register: Register) -> None:
    register.add(file_with(gave({2025: 340})), SPRING, NOW)
    with writing(engine_of(register.address), register.address) as opened:
        opened.execute(insert(schema_table).values(version=len(MIGRATIONS) + 1))
    for use in (
        register.grants,
        register.batches,
        lambda: register.add(file_with(gave({2026: 1})), AUTUMN, NOW),
    ):
        with pytest.raises(RegisterFault, match=r"Nothing was changed\. Install a newer grantcheck"):
            use()


def test_a_server_that_does_not_run_or_knows_no_such_user_is_told_without_the_password(
    server: Server,
) -> None:
    for address in (
        "postgresql://anna:hemmeligt@127.0.0.1:1/grants",
        f"postgresql://anna:hemmeligt@127.0.0.1:{server.port}/postgres",
    ):
        with pytest.raises(RegisterFault, match="The register 'postgresql://127") as fault:
            open_register(address).grants()
        assert "hemmeligt" not in str(fault.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"grant,agreement\n" * 500, "the file is no database, or is damaged"),
        (b"SQLite format 3\x00" + b"\xff" * 4_000, "the file is no database, or is damaged"),
    ],
)
def test_a_file_that_is_no_register_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "r.sqlite"
    file.write_bytes(content)
    for use in (lambda r: r.grants(), lambda r: r.add(file_with(gave({2025: 1})), date(2026, 1, 1), NOW)):
        with pytest.raises(RegisterFault, match=said):
            use(open_register(str(file)))
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    register = open_register(str(tmp_path / "other.sqlite"))
    with writing(engine_of(register.address), register.address) as opened:
        opened.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(RegisterFault, match="The file is a database, but no register"):
        register.add(file_with(gave({2025: 1})), SPRING, NOW)


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    (tmp_path / "r.sqlite").touch()
    register = open_register(str(tmp_path / "r.sqlite"))
    assert register.grants() == {}
    assert register.add(file_with(gave({2025: 1})), SPRING, NOW).is_new


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RegisterFault, match=r"The folder of the register '.*' cannot be made"):
        open_register(str(tmp_path / "file" / "r.sqlite")).add(file_with(gave({2025: 1})), SPRING, NOW)
