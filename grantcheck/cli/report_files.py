"""Files that a run writes: all of them or none, and never half of one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


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
    finished: dict[Path, Path] = {}
    try:
        for target, content in contents.items():
            with _named(target):
                if target.exists() and not target.is_file():  # a device or a pipe, which has no other name
                    target.write_bytes(content)
                    continue
                place = target.resolve()
                finished[place] = _written_beside(place, content)
        for place, temporary in finished.items():
            with _named(place):
                temporary.replace(place)
    finally:
        for temporary in finished.values():
            temporary.unlink(missing_ok=True)


def _written_beside(target: Path, content: bytes) -> Path:
    temporary = target.with_name(f".grantcheck-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
        if target.exists():
            shutil.copymode(target, temporary)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """An error says the name that the user gave."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
