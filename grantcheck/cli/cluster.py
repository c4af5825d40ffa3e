"""`--scheduler`: the Dask cluster that a run reads and judges on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from grantcheck.engine.judge import Judges
    from grantcheck.isolation.cluster import Cluster
    from grantcheck.model.text import Language
    from grantcheck.read.reading import ReadingOptions


@contextmanager
def cluster_at(scheduler: str | None, language: Language) -> Iterator[Cluster | None]:
    """The cluster of that scheduler; None where none is named.

    Raises:
        Exit: with code 2 where the cluster cannot be used or is lost.
    """
    if scheduler is None:
        yield None
        return
    from grantcheck.isolation.cluster_fault import ClusterFault  # noqa: PLC0415
    from grantcheck.isolation.connecting import connected  # noqa: PLC0415

    try:
        with connected(scheduler) as cluster:
            yield cluster
    except ClusterFault as fault:
        tell(fault.said.spoken(language))
        raise typer.Exit(ExitCode.USAGE) from None


def judges_on(cluster: Cluster) -> Judges:
    """What judges there."""
    from grantcheck.engine.cluster import OnCluster  # noqa: PLC0415

    return OnCluster(cluster)


def read_on(cluster: Cluster, reading: ReadingOptions) -> ReadingOptions:
    """The options by which files are read there."""
    from grantcheck.read.cluster import ReadsOnCluster  # noqa: PLC0415

    return replace(reading, elsewhere=ReadsOnCluster(cluster))
