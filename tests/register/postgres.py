"""A real PostgreSQL server for tests: on loopback, in a folder of its own, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

_DEBIAN = Path("/usr/lib/postgresql")
_SERVICE_USER = "postgres"
_ROLE, _PASSWORD = "controller", "not a secret"


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    on_path = shutil.which("pg_ctl")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    return next((each for each in folders if (each / "initdb").exists()), None)


@dataclass(frozen=True)
class Server:
    """A running server."""

    folder: Path
    port: int
    bin: Path

    def address(self, database: str) -> str:
        return f"postgresql://{_ROLE}:{_PASSWORD.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"grants_{uuid4().hex[:12]}"
        self._sql(f"CREATE DATABASE {name} OWNER {_ROLE}")
        return self.address(name)

    def cut_all_connections(self) -> None:
        """What a user sees of a server that goes away."""
        self._sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'grants%'"
        )

    def _sql(self, statement: str) -> None:
        run_as_service(
            [self.bin / "psql", "-qX", "-h", self.folder, "-p", self.port, "-d", "postgres", "-c", statement]
        )


@contextmanager
def running() -> Iterator[Server]:
    """A server from nothing, stopped and removed at the end."""
    found = programs()
    assert found is not None
    folder = Path(tempfile.mkdtemp(prefix="grantcheck-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _SERVICE_USER)
    data = folder / "data"
    run_as_service(
        [
            found / "initdb",
            "-D",
            data,
            "-U",
            service_user(),
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]
    )
    server = Server(folder, _free_port(), found)
    process = _started(server)
    try:
        _wait_for(server, process)
        server._sql(f"CREATE ROLE {_ROLE} LOGIN PASSWORD '{_PASSWORD}'")
        yield server
    finally:
        process.send_signal(signal.SIGQUIT)  # an immediate shutdown: nothing of it is kept
        process.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _started(server: Server) -> subprocess.Popen[bytes]:
    """The server as a child that ends with the tests, even where they are killed."""
    as_other = (
        ["--reuid", _SERVICE_USER, "--regid", _SERVICE_USER, "--clear-groups"] if os.geteuid() == 0 else []
    )
    settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": server.folder, "fsync": "off"}
    options = [f"--{name}={value}" for name, value in settings.items()]
    with (server.folder / "log").open("wb") as log:
        return subprocess.Popen(
            [
                "setpriv",
                *as_other,
                "--pdeathsig",
                "QUIT",
                str(server.bin / "postgres"),
                "-D",
                str(server.folder / "data"),
                "-p",
                str(server.port),
                *options,
            ],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    asked = [str(server.bin / "pg_isready"), "-q", "-h", str(server.folder), "-p", str(server.port)]
    for _ in range(600):
        if subprocess.run(asked, check=False).returncode == 0:
            return
        assert process.poll() is None, (server.folder / "log").read_text("utf-8", "replace")
        time.sleep(0.1)
    raise TimeoutError("PostgreSQL does not answer")


def service_user() -> str:
    """PostgreSQL refuses to run as root."""
    return _SERVICE_USER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def run_as_service(command: list[object]) -> None:
    plain = [str(part) for part in command]
    as_other = ["runuser", "-u", _SERVICE_USER, "--", *plain] if os.geteuid() == 0 else plain
    subprocess.run(as_other, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=120)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
