"""CLIPS, through clipspy: a Rete engine in C, which joins by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload
    from grantcheck.rules.rule import Rule

_SIGNS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "eq", "!=": "neq"}


class Clips:
    """Facts of a case asserted, rules run, a function called for each firing."""

    name = "clipspy"
    share = 0.05

    def __init__(self, of: Workload) -> None:
        import clips  # noqa: PLC0415

        self._clips = clips.Environment()
        self._said: list[Said] = []
        self._rules = [rule.id for rule in of.book.judged]
        self._clips.define_function(self._fired, "fired")
        for kind, known in of.book.vocabulary.kinds.items():
            slots = " ".join(f"(slot {name})" for name in ("at", *known.fields))
            self._clips.build(f"(deftemplate {kind} {slots})")
        for rule in of.book.judged:
            for broken in (True, False):
                self._clips.build(_defrule(rule, broken=broken))
        self._templates = {kind: self._clips.find_template(kind) for kind in of.book.vocabulary.kinds}

    def _fired(self, rule: str, broken: int, *facts: int) -> None:
        self._said.append((str(rule), tuple(map(int, facts)), bool(broken)))

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        return [
            [
                (fact.kind, {"at": at, **{name: comparable(value) for name, value in fact.fields.items()}})
                for at, fact in enumerate(case)
            ]
            for case in cases
        ]

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        found = []
        for case in prepared:
            self._said = []
            for kind, record in case:
                self._templates[kind].assert_fact(**record)
            self._clips.run()
            self._clips.reset()
            found.append(self._said)
        return found


def _defrule(rule: Rule, *, broken: bool) -> str:
    patterns, tests = [], [_test(rule.applies)]
    used = sorted({(ref.alias, ref.name) for ref in rule.fields_read()})
    for alias, kind in rule.file.facts.items():
        slots = " ".join(f"({name} ?{alias}_{name})" for owner, name in used if owner == alias)
        patterns.append(f"({kind} (at ?{alias}_at) {slots})")
    decided = _test(rule.branches[0].when)
    tests.append(decided if broken else f"(not {decided})")
    facts = " ".join(f"?{alias}_at" for alias in rule.file.facts)
    left = " ".join([*patterns, *(f"(test {test})" for test in tests)])
    return f'(defrule {rule.id}_{int(broken)} {left} => (fired "{rule.id}" {int(broken)} {facts}))'


def _test(condition: Condition) -> str:
    if isinstance(condition, All):
        return f"(and TRUE {' '.join(_test(part) for part in condition.inner)})"
    if not isinstance(condition, Comparison):
        raise TypeError(f"The workload has no {type(condition).__name__}.")
    return f"({_SIGNS[condition.operator]} {_operand(condition.left)} {_operand(condition.right)})"


def _operand(operand: FieldRef | int | str) -> str:
    if isinstance(operand, FieldRef):
        return f"?{operand.alias}_{operand.name}"
    return f'"{comparable(operand)}"' if isinstance(operand, str) else str(operand)
