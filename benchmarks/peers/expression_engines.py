"""Engines that evaluate an expression over one record: zen-engine, CEL, rule-engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from benchmarks.expressions import Language, broken_text, written
from benchmarks.pairing import Pairs, Record, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload

Evaluate = Callable[[Record], bool]


class _ExpressionEngine:
    """Whether a rule applies, and where it does, whether it is broken."""

    share = 0.05
    language = Language()

    def __init__(self, of: Workload) -> None:
        self._rules = [
            (
                rule.id,
                pairs,
                self.compiled(written(pairs.rest, self.language)),
                self.compiled(broken_text(rule, self.language)),
            )
            for rule in of.book.judged
            for pairs in [Pairs(rule)]
        ]

    def compiled(self, text: str) -> Evaluate:
        raise NotImplementedError  # each engine has its own

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        return [rows_of(case) for case in cases]

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        return [
            [
                (rule, facts, broken(record))
                for rule, pairs, applies, broken in self._rules
                for facts, record in pairs.of(rows)
                if applies(record)
            ]
            for rows in prepared
        ]


class Zen(_ExpressionEngine):
    """GoRules' engine in Rust."""

    name = "zen-engine"

    def compiled(self, text: str) -> Evaluate:
        import zen  # noqa: PLC0415

        return zen.compile_expression(text).evaluate


class Cel(_ExpressionEngine):
    """Common Expression Language, in Rust."""

    name = "common-expression-language"
    language = Language(both=" && ")

    def compiled(self, text: str) -> Evaluate:
        import cel  # noqa: PLC0415

        return cel.compile(text).execute


class RuleEngine(_ExpressionEngine):
    """rule-engine, in Python."""

    name = "rule-engine"
    share = 0.02

    def compiled(self, text: str) -> Evaluate:
        import rule_engine  # noqa: PLC0415

        return rule_engine.Rule(text).matches


class CelPython(_ExpressionEngine):
    """cel-python, the same language in Python; its values are types of its own, made beforehand."""

    name = "cel-python"
    share = 0.005
    language = Language(both=" && ")

    def compiled(self, text: str) -> Evaluate:
        import celpy  # noqa: PLC0415

        environment = celpy.Environment()
        return environment.program(environment.compile(text)).evaluate

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        from celpy import json_to_cel  # noqa: PLC0415

        return [
            {
                kind: [
                    (at, {name: json_to_cel(value) for name, value in record.items()}) for at, record in rows
                ]
                for kind, rows in rows_of(case).items()
            }
            for case in cases
        ]

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        return [[(rule, at, bool(broken)) for rule, at, broken in case] for case in super().judged(prepared)]
