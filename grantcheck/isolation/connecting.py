"""The way to a Dask cluster: its scheduler reached, its workers of our own version."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pydoc import locate
from typing import TYPE_CHECKING, Any

from grantcheck.isolation.cluster import Cluster
from grantcheck.isolation.cluster_fault import (
    lost,
    no_workers,
    not_an_address,
    not_installed,
    not_reached,
    other_libraries,
    other_versions,
)
from grantcheck.isolation.versions import described
from grantcheck.version import __version__

if TYPE_CHECKING:
    from distributed import Client

_ADDRESS = re.compile(r"(tcp|tls|ucx|wss?)://[^\s/:]+:\d{1,5}|tcp://\[[0-9a-fA-F:]+\]:\d{1,5}")
_PATIENCE = 10.0
"""Seconds until a scheduler has answered."""
_ASKED_WITHIN = 60.0
"""Seconds for every worker to name its version; they import the program for it."""
_FAREWELL = 2.0
_NEVER = "1PB"
"""Files are sent as they are; Dask would warn of it."""
_OWN_LOGS = ("distributed", "distributed.client", "tornado", "tornado.application")
"""The logs that Dask writes to standard error by itself."""


@contextmanager
def connected(address: str, patience: float = _PATIENCE) -> Iterator[Cluster]:
    """The cluster of the scheduler at `address`, such as tcp://10.0.0.5:8786.

    Raises:
        ClusterFault: the extra is not installed, no scheduler answers, it has no workers, or workers have another
            version of grantcheck.
    """
    if not _ADDRESS.fullmatch(address):
        raise not_an_address(address)
    if find_spec("distributed") is None:
        raise not_installed()
    client = _client(address, patience)
    try:
        _same_version(client, address)
        _same_libraries(client, address)
        yield Cluster(client, address)
    finally:
        with suppress(OSError, RuntimeError):  # of a scheduler that is lost there is no leave to take
            client.close(timeout=_FAREWELL)


def _client(address: str, patience: float) -> Client:
    import dask  # noqa: PLC0415
    from distributed import Client  # noqa: PLC0415

    _hushed()
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _NEVER})
    try:
        return Client(address, timeout=patience, name="grantcheck")
    except (OSError, ValueError) as error:
        raise not_reached(address, patience) from error


def _hushed() -> None:
    """Dask logs to standard error what is told here in one sentence."""
    for name in _OWN_LOGS:
        for handler in logging.getLogger(name).handlers:
            handler.setLevel(logging.CRITICAL + 1)


def _same_version(client: Client, address: str) -> None:
    """The question is a function of Python's own, which is there where grantcheck is not."""
    others = _others(client, address, __version__, locate, "grantcheck.version.__version__")
    if others:
        raise other_versions(__version__, others)


def _same_libraries(client: Client, address: str) -> None:
    """Asked of those that have our own version, which knows the answer."""
    others = _others(client, address, described(), described)
    if others:
        raise other_libraries(described(), others)


def _others(
    client: Client,
    address: str,
    here: str,
    question: Callable[..., Any],
    *about: str,
) -> dict[str, Any]:
    """Workers, and the scheduler, which unpacks what they are sent, that answer something else than `here`."""
    asked = (client._run, client._run_on_scheduler)  # noqa: SLF001 - as `run`, which has no time limit
    try:
        found, at_scheduler = [
            client.sync(run, question, *about, callback_timeout=_ASKED_WITHIN) for run in asked
        ]
    except OSError as error:
        raise lost(address) from error
    if not found:
        raise no_workers(address)
    there = {**found, "scheduler": at_scheduler}
    return {name: said for name, said in there.items() if said != here}
