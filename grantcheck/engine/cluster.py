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
from grantcheck.engine.uses import uses_of
from grantcheck.model.fact import Fact, Value

if TYPE_CHECKING:
    from grantcheck.engine.uses import KindUse, Uses
    from grantcheck.isolation.cluster import Cluster
    from grantcheck.model.judged_by import EngineName
    from grantcheck.rules.rule import RuleBook

BareFact = tuple[str, dict[str, Value], tuple[str, ...]]
"""Kind, fields, and the names of fields that are only shown; plain values, which are packed ten times as fast."""
Numbered = tuple[int, Sequence[BareFact]]
"""A case with its number in the run, which decides whether it is judged in full."""

_BATCH = 1_024
"""Cases in a batch. Each batch starts an engine; with 256, that took a third more time on 10 000 cases."""
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
        packed = partial(_packed, uses=uses_of(book))
        packed_book = zlib.compress(pickle.dumps(book))
        found = self.cluster.answers(partial(judged_there, packed_book, engine), cases, packed, self.batch)
        return tuple(CaseRulings((), fault=DEADLY) if one is None else one for one in found)


def judged_there(
    packed_book: bytes, engine: EngineName, cases: Sequence[Numbered]
) -> tuple[CaseRulings, ...]:
    """The rulings of a batch whose cases have numbers in a row; runs on a worker."""
    first = cases[0][0] if cases else 0
    return judge(_book(packed_book), [[_fact(bare) for bare in facts] for _, facts in cases], engine, first)


@lru_cache(maxsize=4)
def _book(packed: bytes) -> RuleBook:
    return cast("RuleBook", pickle.loads(zlib.decompress(packed)))  # noqa: S301 - from our own client, as all of Dask


def _packed(number: int, case: Sequence[Fact], *, uses: Uses) -> Numbered:
    """What rules read of a case: no evidence, and of what is only shown, that it is there."""
    return number, [_bare(one, uses.get(one.kind)) for one in case]


def _bare(fact: Fact, use: KindUse | None) -> BareFact:
    if use is None:
        return fact.kind, {}, ()
    fields = {name: value for name, value in fact.fields.items() if name in use.read}
    return fact.kind, fields, tuple(name for name in fact.shown if name in use.read)


def _fact(bare: BareFact) -> Fact:
    kind, fields, shown = bare
    return Fact(kind, fields, dict.fromkeys(shown, ()))
