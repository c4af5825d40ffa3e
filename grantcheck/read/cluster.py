"""Reading on a Dask cluster: the bytes of files there, their documents back in order."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from grantcheck.data.profile import Profile
from grantcheck.model.document import Document
from grantcheck.model.text import Text
from grantcheck.read.moved import under_path
from grantcheck.read.pool import ReaderProcess, not_read

if TYPE_CHECKING:
    from grantcheck.isolation.cluster import Cluster
    from grantcheck.model.reading_limits import ReadingLimits

Sent = tuple[str, bytes]
"""The ending of a file, and its bytes."""

_BATCH = 4 << 20
"""Bytes in a batch; a larger file goes alone."""
_AT_LEAST = _BATCH // 16
"""What a file counts as, however small: a batch is to be short enough that all workers get some."""
_DIED = Text(
    en="the worker of the cluster that read it died each time",
    da="den arbejder i klyngen, der læste den, døde hver gang",
)


@dataclass(frozen=True)
class ReadsOnCluster:
    """Reads files on a cluster as a `ReaderProcess` does here."""

    cluster: Cluster

    def __call__(self, paths: Sequence[Path], profile: Profile, limits: ReadingLimits) -> list[Document]:
        """The documents at `paths`, in their order; nothing but a file's content and ending is sent.

        Raises:
            ClusterFault: the cluster is lost.
            OSError: a file cannot be opened here, or a worker has no room for it.
        """
        work = partial(read_there, profile.model_dump_json(), limits)
        found = self.cluster.answers(work, paths, _packed, _BATCH, _size)
        return [
            not_read(path, _DIED)
            if answer is None
            else under_path(Document.model_validate_json(answer), str(path))
            for path, answer in zip(paths, found, strict=True)
        ]


def read_there(profile: str, limits: ReadingLimits, files: Sequence[Sent]) -> list[str]:
    """The documents of a batch as JSON, without their paths; runs on a worker."""
    from distributed import get_worker  # noqa: PLC0415 - only there on a worker

    reader = _kept.reader(profile, limits)
    found = []
    with TemporaryDirectory(prefix="notes-", dir=get_worker().local_directory) as folder:
        for number, (suffix, content) in enumerate(files):
            path = Path(folder, f"{number}{suffix}")
            path.write_bytes(content)
            found.append(under_path(reader.read(path), "").model_dump_json())
            path.unlink()
    return found


class _Kept(threading.local):
    """The reader of a worker's thread, kept from batch to batch: starting one takes as long as reading ten notes."""

    def __init__(self) -> None:
        self._reads: tuple[tuple[str, ReadingLimits], ReaderProcess] | None = None

    def reader(self, profile: str, limits: ReadingLimits) -> ReaderProcess:
        if self._reads is not None:
            kept_for, reader = self._reads
            if kept_for == (profile, limits):
                return reader
            reader.close()
        reader = ReaderProcess(Profile.model_validate_json(profile), limits)
        self._reads = (profile, limits), reader
        return reader


_kept = _Kept()


def _packed(_number: int, path: Path) -> Sent:
    return path.suffix, path.read_bytes()


def _size(path: Path) -> int:
    return max(path.stat().st_size, _AT_LEAST)
