"""The grants of a register, found by the words of a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from grantcheck.model.grant import Grant
from grantcheck.register.grant_names import Names, keys_of, names_of

_MOST = 25
"""How many grants are compared in full; those that share the most, and the rarest, words."""
_COMMON = 2_000
"""A word that so many grants have finds none, unless a name has no rarer one."""
_SCALE = 1_000_000


@dataclass(frozen=True)
class GrantIndex:
    """The grants of a register as they are known on one day."""

    grants: tuple[Grant, ...]
    names: tuple[Names, ...] = field(repr=False)
    _by_key: dict[str, list[int]] = field(repr=False)

    @classmethod
    def of(cls, grants: Sequence[Grant]) -> GrantIndex:
        """An index of grants, in the order of their ids."""
        ordered = tuple(sorted(grants, key=lambda grant: grant.id))
        names = tuple(names_of(grant) for grant in ordered)
        by_key: dict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(names):
            for key in keys_of(name.alone):
                by_key[key].append(position)
        return cls(ordered, names, dict(by_key))

    def near(self, names: Names) -> tuple[int, ...]:
        """The positions of the grants that share words with a name; those that share most first."""
        postings = [self._by_key[key] for key in sorted(keys_of(names.alone)) if key in self._by_key]
        rare = [posting for posting in postings if len(posting) <= _COMMON] or postings
        shared: Counter[int] = Counter()
        for posting in rare:
            telling = _SCALE // len(posting)
            for position in posting:
                shared[position] += telling
        return tuple(nlargest(_MOST, shared, key=lambda position: (shared[position], -position)))
