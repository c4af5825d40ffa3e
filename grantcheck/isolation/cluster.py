"""Work in batches on a Dask cluster; what kills its workers is narrowed down to the one item."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from grantcheck.isolation.cluster_fault import LeftOut, OtherVersion, lost, no_workers
from grantcheck.isolation.versions import described

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Sent = TypeVar("Sent")
Answer = TypeVar("Answer")

_PARTS = 8
"""A batch that killed its workers is tried again in so many parts. Each try may cost workers, so it is not halved."""
_BATCHES_EACH = 4
"""Batches under way for each thread of the cluster; more would only fill the scheduler's memory."""
_FEWEST_UNDER_WAY = 32
_BYTES_UNDER_WAY = 256 << 20
"""No batch is sent while more than this waits in the scheduler."""
_LOOK = 2.0
"""Seconds without a finished batch after which the cluster is asked whether it is there."""
_ANSWERS_WITHIN = 30.0
"""Seconds that the scheduler has for that."""
_WITHOUT_WORKERS = 60.0
"""Seconds that a cluster may be without workers, as while dead ones are replaced."""


class Cluster:
    """A Dask cluster that answers batches.

    Args:
        client: connected to its scheduler.
        address: where that is, for messages.
        patience: seconds that it may be without workers.
    """

    def __init__(self, client: Client, address: str, patience: float = _WITHOUT_WORKERS) -> None:
        self._client, self._address, self._patience = client, address, patience

    def answers(
        self,
        work: Callable[[Sequence[Sent]], Sequence[Answer]],
        items: Sequence[Item],
        packed: Callable[[int, Item], Sent],
        batch: int,
        size: Callable[[Item], int] = lambda _item: 1,
    ) -> list[Answer | None]:
        """The answers of `work`, in the order of `items`; None for an item over which workers died.

        Batches that die are retried by Dask as often as its setting `allowed-failures` says; then in parts. A single
        item counts as deadly only if workers also die of it with nothing else under way.

        Args:
            work: answers a batch, one answer for each item; workers must be able to import it.
            items: what is to be answered.
            packed: an item, with its number, as it is sent.
            batch: how many items are sent at a time, or how much of them where `size` tells it.
            size: how much an item is; one that is more than a batch goes alone.

        Raises:
            ClusterFault: the scheduler is lost, there are no workers, or a worker has another version of grantcheck.
        """
        return _Run(self, partial(_answered, described(), work), items, packed).answers(batch, size)

    def sent(self, work: Callable[[bytes], Any], packed: bytes) -> Future[Any]:
        """A batch on its way."""
        with self._loss_told():
            return self._client.submit(work, packed, pure=False)

    def done(self, pending: Sequence[Future[Any]]) -> Sequence[Future[Any]]:
        """Those that are done, at least one.

        Raises:
            ClusterFault: nothing can be done any more.
        """
        from distributed import wait  # noqa: PLC0415

        without_workers: float | None = None
        while True:
            with self._loss_told():
                try:
                    return list(wait(pending, timeout=_LOOK, return_when="FIRST_COMPLETED").done)
                except TimeoutError:
                    threads = self.threads()
            if threads:
                without_workers = None
            elif without_workers is None:
                without_workers = monotonic()
            elif monotonic() - without_workers > self._patience:
                raise no_workers(self._address)

    def threads(self) -> int:
        """How many threads the workers have together."""
        with self._loss_told():
            scheduler: Any = self._client.scheduler
            found: dict[str, int] = self._client.sync(scheduler.ncores, callback_timeout=_ANSWERS_WITHIN)
            return sum(found.values())

    def result(self, future: Future[Any]) -> Any:  # noqa: ANN401 - whatever the work answers
        """What a batch that is done was answered with.

        Raises:
            Exception: what the work raised; `KilledWorker` where workers died of it.
        """
        with self._loss_told():
            raised = future.exception()
        if raised is not None:
            raise raised
        with self._loss_told():
            return future.result()

    @contextmanager
    def _loss_told(self) -> Iterator[None]:
        if self._client.status != "running":  # it may come back; what was under way does not
            raise lost(self._address)
        try:
            yield
        except (OSError, CancelledError, RuntimeError) as error:
            raise lost(self._address) from error


class _Run(Generic[Item, Sent, Answer]):
    """The batches of one kind of work."""

    def __init__(
        self,
        cluster: Cluster,
        work: Callable[[bytes], Sequence[Answer]],
        items: Sequence[Item],
        packed: Callable[[int, Item], Sent],
    ) -> None:
        self._cluster, self._work, self._items, self._packed = cluster, work, items, packed
        self._found: list[Answer | None] = [None] * len(items)
        self._pending: dict[Future[Any], _Batch] = {}
        self._suspects: list[range] = []

    def answers(self, batch: int, size: Callable[[Item], int]) -> list[Answer | None]:
        """The answers, in order."""
        waiting = _filled(self._items, batch, size)
        most = max(_FEWEST_UNDER_WAY, self._cluster.threads() * _BATCHES_EACH)
        try:
            for part in waiting:
                self._send(part)
                while len(self._pending) >= most or self._bytes_under_way() > _BYTES_UNDER_WAY:
                    self._take()
            while self._pending:
                self._take()
            for suspect in sorted(self._suspects, key=lambda part: part.start):
                self._send(suspect)
                while self._pending:
                    self._take(last=True)
        finally:
            self._pending.clear()  # the scheduler drops what nobody waits for
        return self._found

    def _send(self, numbers: range) -> None:
        batch = [self._packed(number, self._items[number]) for number in numbers]
        packed = pickle.dumps(batch)
        self._pending[self._cluster.sent(self._work, packed)] = _Batch(numbers, len(packed))

    def _bytes_under_way(self) -> int:
        return sum(batch.bytes for batch in self._pending.values())

    def _take(self, *, last: bool = False) -> None:
        from distributed import KilledWorker  # noqa: PLC0415

        for future in self._cluster.done(list(self._pending)):
            numbers = self._pending.pop(future).numbers
            try:
                self._found[numbers.start : numbers.stop] = self._cluster.result(future)
            except KilledWorker:
                self._killed(numbers, last=last)

    def _killed(self, numbers: range, *, last: bool) -> None:
        if len(numbers) > 1:
            for part in _parts(numbers, -(-len(numbers) // _PARTS)):
                self._send(part)
        elif not last:
            self._suspects.append(numbers)


@dataclass(frozen=True)
class _Batch:
    """What is under way."""

    numbers: range
    bytes: int


def _filled(items: Sequence[Item], batch: int, size: Callable[[Item], int]) -> Iterator[range]:
    """The numbers of the items in a row, so many at a time as fill a batch."""
    start = filled = 0
    for number, item in enumerate(items):
        more = size(item)
        if number > start and filled + more > batch:
            yield range(start, number)
            start, filled = number, 0
        filled += more
    if items:
        yield range(start, len(items))


def _parts(numbers: range, size: int) -> Iterator[range]:
    for start in range(numbers.start, numbers.stop, size):
        yield range(start, min(start + size, numbers.stop))


def _answered(
    versions: str, work: Callable[[Sequence[Sent]], Sequence[Answer]], packed: bytes
) -> Sequence[Answer]:
    """Runs on a worker. A batch comes as bytes, which the scheduler passes on without taking them apart."""
    if versions != described():
        raise OtherVersion(versions, described())
    batch: Sequence[Sent] = pickle.loads(packed)  # noqa: S301 - from our own client, as all of Dask
    answers = work(batch)
    if len(answers) != len(batch):
        raise LeftOut(len(batch), len(answers))
    return answers
