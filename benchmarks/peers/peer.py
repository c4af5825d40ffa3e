"""What a peer is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload


class Peer(Protocol):
    """An engine with the rules of a workload in its own form."""

    name: str
    share: float
    """Of the cases, so many are judged; slow peers judge fewer."""

    def __init__(self, of: Workload) -> None: ...

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401 - its own form of facts in memory
        """The cases as the peer likes them in memory; this is not measured."""

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        """What is measured: from facts in memory to every outcome."""
