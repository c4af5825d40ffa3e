"""`--scheduler`: the Dask cluster that a run judges on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from grantcheck.engine.judge import Judges
    from grantcheck.model.text import Language


@contextmanager
def judges_at(scheduler: str | None, language: Language) -> Iterator[Judges | None]:
    """What judges on the cluster of that scheduler; None, which is here, where none is named.

    Raises:
        Exit: with code 2 where the cluster cannot be used or is lost.
    """
    if scheduler is None:
        yield None
        return
    from grantcheck.engine.cluster import OnCluster  # noqa: PLC0415
    from grantcheck.isolation.cluster_fault import ClusterFault  # noqa: PLC0415
    from grantcheck.isolation.connecting import connected  # noqa: PLC0415

    try:
        with connected(scheduler) as cluster:
            yield OnCluster(cluster)
    except ClusterFault as fault:
        tell(fault.said.spoken(language))
        raise typer.Exit(ExitCode.USAGE) from None
