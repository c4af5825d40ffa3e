"""Rego, through regopy: a policy asked with each case as its input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from benchmarks.expressions import Language, broken_text, written
from grantcheck.rules.comparable import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload
    from grantcheck.rules.rule import Rule

_REGO = Language(
    both="; ",
    field=lambda ref: f"{ref.alias}.{ref.name}",
    text=lambda text: json.dumps(text, ensure_ascii=False),
)


class Rego:
    """Microsoft's interpreter in C++."""

    name = "regopy"
    share = 0.001

    def __init__(self, of: Workload) -> None:
        import regopy  # noqa: PLC0415

        self._rego = regopy.Interpreter()
        rules = "\n".join(part for rule in of.book.judged for part in _rules(rule))
        self._rego.add_module("bench", f"package bench\n{rules}\n")

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        found = []
        for case in cases:
            by_kind: dict[str, list[Any]] = {}
            for at, fact in enumerate(case):
                record = {name: comparable(value) for name, value in fact.fields.items()}
                by_kind.setdefault(fact.kind, []).append({"at": at, **record})
            found.append(by_kind)
        return found

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        found = []
        for case in prepared:
            self._rego.set_input(case)
            answer = json.loads(str(self._rego.query("data.bench.said")))
            (said,) = answer["result"][0]["expressions"] if "result" in answer else answer["expressions"]
            found.append([(rule, tuple(facts), broken) for rule, facts, broken in said])
        return found


def _rules(rule: Rule) -> list[str]:
    chosen = "; ".join(f"some {alias} in input.{kind}" for alias, kind in rule.file.facts.items())
    facts = ", ".join(f"{alias}.at" for alias in rule.file.facts)
    applies, broken = written(rule.applies, _REGO), broken_text(rule, _REGO)
    return [
        f'said contains ["{rule.id}", [{facts}], true] if {{ {chosen}; {applies}; {broken} }}',
        f'said contains ["{rule.id}", [{facts}], false] if {{ {chosen}; {applies}; not {broken} }}',
    ]
