"""Judging on a Dask cluster: batches of cases there, their rulings back in order."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, cast

from grantcheck.engine.compiler import compile_book
from grantcheck.engine.judge import judge
from grantcheck.engine.ruling import CaseRulings
from grantcheck.model.fact import Fact

if TYPE_CHECKING:
    from grantcheck.isolation.cluster import Cluster
    from grantcheck.model.judged_by import EngineName
    from grantcheck.rules.rule import RuleBook

Numbered = tuple[int, Sequence[Fact]]
"""A case with its number in the run, which decides whether it is judged in full."""

_BATCH = 256
"""Cases in a batch: enough that an engine's start is little beside them, few enough to lose."""
DEADLY = "The worker of the cluster that judged this case died each time."
"""The fault of a case that nothing is known of, since each worker that got it died."""


@dataclass(frozen=True)
class OnCluster:
    """Judges cases on a cluster as `judge` does here."""

    cluster: Cluster
    batch: int = _BATCH

    def __call__(
        self, book: RuleBook, cases: Sequence[Sequence[Fact]], engine: EngineName = "durable"
    ) -> tuple[CaseRulings, ...]:
        """The rulings of every case, in the order of `cases`.

        Raises:
            DataFault: a rule is outside the envelope of the engine.
            EngineMissing: a worker cannot import durable-rules.
            ClusterFault: the cluster is lost.
        """
        if engine == "durable":
            compile_book(book)
        packed_book = zlib.compress(pickle.dumps(book))
        found = self.cluster.answers(partial(judged_there, packed_book, engine), cases, _packed, self.batch)
        return tuple(CaseRulings((), fault=DEADLY) if one is None else one for one in found)


def judged_there(
    packed_book: bytes, engine: EngineName, cases: Sequence[Numbered]
) -> tuple[CaseRulings, ...]:
    """The rulings of a batch whose cases have numbers in a row; runs on a worker."""
    first = cases[0][0] if cases else 0
    return judge(_book(packed_book), [facts for _, facts in cases], engine, first)


@lru_cache(maxsize=4)
def _book(packed: bytes) -> RuleBook:
    return cast("RuleBook", pickle.loads(zlib.decompress(packed)))  # noqa: S301 - from our own client, as all of Dask


def _packed(number: int, case: Sequence[Fact]) -> Numbered:
    """What an engine reads of a case: no evidence, and of what is only shown, that it is there."""
    return number, [Fact(one.kind, dict(one.fields), dict.fromkeys(one.shown, ())) for one in case]
