"""`audit --scheduler`: the same report from a cluster, and one sentence where it cannot be had."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread, Timer

import pytest
from engine import deadly
from isolation.local_cluster import LocalCluster, local_cluster

from grantcheck.audit import examined
from grantcheck.engine import cluster as on_cluster
from grantcheck.engine.cluster import OnCluster
from grantcheck.engine.judge import judge
from grantcheck.isolation import connecting
from grantcheck.isolation.cluster import Cluster
from grantcheck.isolation.connecting import connected

from .conftest import Grantcheck

FIXTURES = Path(__file__).parents[2] / "fixtures"
CLEAN = sorted((FIXTURES / "clean").glob("*.txt"))
DAY = ("--as-of", "2026-11-23", "--no-cache")


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    with local_cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


def test_one_job_two_jobs_a_cluster_and_the_reference_give_one_report(
    grantcheck: Grantcheck, there: LocalCluster, tmp_path: Path
) -> None:
    def report(name: str, *options: str) -> bytes:
        file = tmp_path / name
        assert grantcheck("audit", FIXTURES, *DAY, "-o", f"json={file}", *options).exit_code == 4
        return file.read_bytes()

    one = report("one.json", "--jobs", "1")
    assert json.loads(one)["findings"]
    assert report("two.json", "--jobs", "2") == one
    assert report("cluster.json", "--scheduler", there.address) == one
    reference = report("reference.json", "--engine", "reference")
    assert reference.count(b'"engine": "reference"') == 1
    assert reference.replace(b'"engine": "reference"', b'"engine": "durable"') == one


def test_a_case_that_kills_workers_is_a_fault_and_the_others_keep_their_outcomes(
    grantcheck: Grantcheck, there: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = json.loads(grantcheck("audit", *CLEAN, *DAY, "-f", "json", "--show", "all").stdout)
    monkeypatch.setattr(on_cluster, "judged_there", deadly.judged_unless_hit)
    result = grantcheck("audit", *CLEAN, *DAY, "-f", "json", "--show", "all", "--scheduler", there.address)
    assert result.exit_code == 3
    found = json.loads(result.stdout)["findings"]
    lost = [one for one in found if one["path"] == str(CLEAN[deadly.HIT]) and one["outcome"] == "broken"]
    assert [one["rule"] for one in lost] == ["GC999"]
    assert on_cluster.DEADLY in json.dumps(lost)
    saved = [one for one in found if one["path"] == str(CLEAN[0])]
    assert saved == [one for one in usual["findings"] if one["path"] == str(CLEAN[0])]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No Dask scheduler answers at tcp://127.0.0.1:1 within 1 seconds. Nothing was judged."),
        ("da", "Ingen Dask-scheduler svarer på tcp://127.0.0.1:1 inden for 1 sekunder. Intet blev bedømt."),
    ],
)
def test_a_scheduler_that_does_not_answer_is_told_and_nothing_written(
    grantcheck: Grantcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setattr(connecting, "connected", partial(connected, patience=1.0))
    file = tmp_path / "report.json"
    chosen = ("--lang", language, "-o", f"json={file}", "--scheduler", "tcp://127.0.0.1:1")
    result = grantcheck("audit", *CLEAN, *DAY, *chosen)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"grantcheck: {said}")
    assert not file.exists()


def test_a_scheduler_that_is_lost_in_the_middle_is_told_and_nothing_written(
    grantcheck: Grantcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_cluster, "judged_there", deadly.judged_slowly)
    monkeypatch.setattr("grantcheck.engine.cluster.OnCluster", partial(OnCluster, batch=1))
    file = tmp_path / "report.json"
    with local_cluster(tmp_path) as started:

        @contextmanager
        def soon_killed(address: str) -> Iterator[Cluster]:
            with connected(address, 30) as reached:
                Timer(0.5, started.kill_scheduler).start()
                yield reached

        monkeypatch.setattr(connecting, "connected", soon_killed)
        result = grantcheck("audit", FIXTURES, *DAY, "-o", f"json={file}", "--scheduler", started.address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "was lost in the middle of the run. There is no report, and nothing was written." in result.stderr
    assert result.stderr.count("\n") == 1
    assert not file.exists()


@pytest.mark.slow
def test_workers_killed_all_along_a_long_run_cost_no_outcome(tmp_path: Path) -> None:
    seen = examined([FIXTURES / "notes"], as_of=date(2026, 11, 23))
    cases = [seen.facts[number % len(seen.facts)] for number in range(10_000)]
    with (
        local_cluster(tmp_path, workers=3, allowed_failures=3) as started,
        connected(started.address, 30) as reached,
    ):
        workers = reached._client.run(os.getpid)

        def kill_some() -> None:
            for worker in list(workers.values())[:2]:
                time.sleep(1)
                os.kill(worker, signal.SIGKILL)

        killer = Thread(target=kill_some)
        killer.start()
        found = OnCluster(reached, batch=100)(seen.book, cases, "durable")
        killer.join()
        assert set(reached._client.run(os.getpid).values()) != set(workers.values())
    assert found == judge(seen.book, cases, "durable")
