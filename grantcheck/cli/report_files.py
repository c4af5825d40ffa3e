"""Files that a run writes: all of them or none, and never half of one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from grantcheck.isolation.interrupts import held_back


def check_targets(targets: Iterable[Path]) -> None:
    """Tells before the work begins what could not be written after it.

    Raises:
        OSError: a folder does not exist, or a target is one; it names the target.
    """
    for target in targets:
        if target.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not target.resolve().parent.is_dir():
            raise OSError(errno.ENOENT, "its folder does not exist", str(target))


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Writes each file under another name first, then gives all their names; what a link points to is replaced.

    Raises:
        OSError: a file cannot be written; none was, and it names the target.
    """
    devices = {each for each in contents if each.exists() and not each.is_file()}  # they have no other name
    for target in devices:
        with _named(target):
            target.write_bytes(contents[target])
    places = {target: target.resolve() for target in contents if target not in devices}
    beside = {
        target: place.with_name(f".grantcheck-{secrets.token_hex(8)}") for target, place in places.items()
    }
    with held_back():
        try:
            for target, place in places.items():
                with _named(target):
                    _write_beside(place, beside[target], contents[target])
            for target, place in places.items():
                with _named(target):
                    beside[target].replace(place)
        finally:
            for temporary in beside.values():
                temporary.unlink(missing_ok=True)


def _write_beside(place: Path, temporary: Path, content: bytes) -> None:
    """Down to the disk, so that even a power cut leaves the old file or the new one."""
    with temporary.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if place.exists():
        shutil.copymode(place, temporary)


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """An error says the name that the user gave."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
