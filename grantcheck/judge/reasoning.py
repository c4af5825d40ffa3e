"""Why a rule ended as it did for a case, and why it did not fire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice

from grantcheck.engine.reference import outcome_for
from grantcheck.engine.ruling import Ruling
from grantcheck.judge.explaining import Bound, explanation
from grantcheck.judge.nearness import all_bound, count_bound, distance, kinds_absent
from grantcheck.model.explanation import Explanation, Reasoning
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Language
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Vocabulary

_TOLD = 20
"""So many places of one outcome are told; the rest are counted."""
_NEAREST = 3
_LOOKED_AT = 100_000
_FIRED = frozenset({Outcome.BROKEN, Outcome.NOTED})


@dataclass(frozen=True)
class Reasoner:
    """Tells, for one case and in one language, what the conditions of rules came to."""

    note: str
    facts: Sequence[Fact]
    vocabulary: Vocabulary
    language: Language

    def of_ruling(self, rule: Rule, ruling: Ruling) -> Explanation:
        """The tree behind one ruling."""
        facts = (self.facts[at] for at in ruling.facts)
        return self._explained(rule, dict(zip(rule.file.facts, facts, strict=True)))

    def of_rulings(self, rule: Rule, rulings: Sequence[Ruling]) -> Reasoning:
        """The trees behind the rulings of a rule; where it has none, why it does not apply."""
        if not rulings:
            return self.why_not(rule)
        told = tuple(self.of_ruling(rule, ruling) for ruling in rulings[:_TOLD])
        return Reasoning(explanations=told, further=len(rulings) - len(told))

    def why_not(self, rule: Rule) -> Reasoning:
        """The combinations of facts that came nearest to being broken (or noted) and were not."""
        total = count_bound(rule, self.facts)
        looked_at = list(islice(all_bound(rule, self.facts), _LOOKED_AT))
        silent = [bound for bound in looked_at if not _fires(rule, bound)]
        nearest = nsmallest(_NEAREST, silent, key=lambda bound: distance(rule, bound))
        return Reasoning(
            explanations=tuple(self._explained_all(rule, nearest)),
            further=len(silent) - len(nearest),
            unseen=total - len(looked_at),
            absent=tuple(
                self.vocabulary.kinds[kind].means.spoken(self.language)
                for kind in kinds_absent(rule, self.facts)
            ),
        )

    def _explained_all(self, rule: Rule, combinations: Iterable[Bound]) -> Iterable[Explanation]:
        return (self._explained(rule, bound) for bound in combinations)

    def _explained(self, rule: Rule, bound: Bound) -> Explanation:
        return explanation(rule, self.note, bound, self.vocabulary, self.language)


def _fires(rule: Rule, bound: Bound) -> bool:
    found = outcome_for(rule, bound)
    return found is not None and found[0] in _FIRED
