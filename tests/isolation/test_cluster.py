"""A cluster answers in order whatever becomes of its workers; one item that kills them costs itself alone."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from grantcheck.isolation import cluster as clusters
from grantcheck.isolation import connecting
from grantcheck.isolation.cluster import Cluster
from grantcheck.isolation.cluster_fault import ClusterFault, LeftOut
from grantcheck.isolation.connecting import connected

from . import works
from .local_cluster import LocalCluster, local_cluster


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def cluster(there: LocalCluster) -> Iterator[Cluster]:
    with connected(there.address, patience=30) as reached:
        yield reached


def same(_number: int, item: int) -> int:
    return item


def test_answers_are_in_the_order_of_the_items(cluster: Cluster) -> None:
    assert cluster.answers(works.doubled, range(1_000), same, 7) == [2 * item for item in range(1_000)]


def test_without_items_nothing_is_asked(cluster: Cluster) -> None:
    assert cluster.answers(works.doubled, [], same, 7) == []


def test_an_item_knows_its_number(cluster: Cluster) -> None:
    assert cluster.answers(works.doubled, "abc", lambda number, _item: number, 2) == [0, 2, 4]


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(cluster: Cluster, tmp_path: Path) -> None:
    mark = str(tmp_path / "killed")
    (survivor,) = cluster.answers(works.killed_once, [mark], lambda _number, item: item, 1)
    assert Path(mark).exists()
    assert survivor is not None


@pytest.mark.slow
def test_an_item_that_kills_workers_has_no_answer_and_the_others_have(cluster: Cluster) -> None:
    items = [*range(20), works.DEADLY, *range(20, 30)]
    expected = [None if item == works.DEADLY else 2 * item for item in items]
    assert cluster.answers(works.doubled_until_deadly, items, same, 16) == expected


def test_what_the_work_raises_is_raised_here(cluster: Cluster) -> None:
    with pytest.raises(PermissionError, match="not for you"):
        cluster.answers(works.refused, [1], same, 1)


def test_work_that_leaves_out_an_answer_is_found_out(cluster: Cluster) -> None:
    with pytest.raises(LeftOut):
        cluster.answers(works.first_only, [1, 2], same, 2)


def test_workers_of_another_version_are_named(there: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "__version__", "9.9.9")
    with pytest.raises(
        ClusterFault,
        match=r"another grantcheck than this machine, 9\.9\.9: scheduler has 0\.1\.0, tcp.* has 0\.1",
    ) as caught:
        connected(there.address).__enter__()
    assert "Installér grantcheck 9.9.9 på scheduleren og hver arbejder" in caught.value.said.da


def test_workers_with_other_libraries_are_named(there: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "described", works.with_another_library)
    with pytest.raises(
        ClusterFault,
        match=r"other libraries than this machine, 0\.1\.0 \(lxml 1\.0\): scheduler has 0\.1\.0 \(Python 3.*; tcp.* has",
    ) as caught:
        connected(there.address).__enter__()
    assert "Installér de samme på scheduleren og hver arbejder" in caught.value.said.da


def test_batches_are_filled_by_the_size_of_their_items(cluster: Cluster) -> None:
    sizes = [3, 3, 3, 20, 1, 1]
    found = cluster.answers(works.how_many, sizes, same, 7, lambda size: size)
    assert found == [2, 2, 1, 1, 2, 2]


def test_what_is_under_way_is_bounded_in_bytes(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_BYTES_UNDER_WAY", 1)
    assert cluster.answers(works.doubled, range(30), same, 7) == [2 * item for item in range(30)]


def test_a_worker_of_another_version_that_comes_later_is_told(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "described", lambda: "9.9.9")
    with pytest.raises(ClusterFault, match=r"one that came later has 0\.1"):
        cluster.answers(works.doubled, [1], same, 1)


@pytest.mark.parametrize("said", ["here", "http://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://:8786"])
def test_an_address_names_host_and_port(said: str) -> None:
    with pytest.raises(
        ClusterFault, match=r"is no address of a Dask scheduler\. Write tcp://HOST:PORT"
    ) as caught:
        connected(said).__enter__()
    assert "Skriv tcp://VÆRT:PORT" in caught.value.said.da


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "find_spec", lambda _name: None)
    with pytest.raises(ClusterFault, match=r"pip install 'grantcheck\[dask\]'"):
        connected("tcp://127.0.0.1:8786").__enter__()


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    with (
        local_cluster(tmp_path, workers=0) as empty,
        pytest.raises(ClusterFault, match="has no workers") as caught,
    ):
        connected(empty.address).__enter__()
    assert "har ingen arbejdere" in caught.value.said.da


@pytest.mark.slow
def test_a_scheduler_that_is_lost_in_the_middle_is_told(tmp_path: Path) -> None:
    with local_cluster(tmp_path) as started, connected(started.address, patience=30) as reached:
        killer = Thread(target=lambda: (time.sleep(2), started.kill_scheduler()))
        killer.start()
        with pytest.raises(ClusterFault, match=r"lost in the middle of the run\. There is no report"):
            reached.answers(works.doubled_slowly, range(1_000), same, 1)
        killer.join()


@pytest.mark.slow
def test_a_cluster_whose_workers_never_come_back_is_told(tmp_path: Path) -> None:
    with local_cluster(tmp_path) as started, connected(started.address, patience=30) as reached:
        found = reached._client.run(os.getppid)
        for nanny in set(found.values()):
            os.kill(nanny, signal.SIGSTOP)
        for worker in reached._client.run(os.getpid).values():
            os.kill(worker, signal.SIGKILL)
        impatient = Cluster(reached._client, started.address, patience=3)
        with pytest.raises(ClusterFault, match="has no workers"):
            impatient.answers(works.doubled, range(10), same, 1)
