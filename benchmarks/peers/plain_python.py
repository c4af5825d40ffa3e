"""The same rules as plain Python functions, generated and compiled; they explain nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.expressions import Language, broken_text, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload
    from grantcheck.rules.rule import Rule

_PYTHON = Language(field=lambda ref: f"{ref.alias}[{ref.name!r}]")


class PlainPython:
    """A function for each rule."""

    name = "plain compiled Python"
    share = 1.0

    def __init__(self, of: Workload) -> None:
        self._functions = [_function(rule) for rule in of.book.judged]

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        return [[(fact.kind, fact.fields) for fact in case] for case in cases]

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        found = []
        for case in prepared:
            by_kind: dict[str, list[Any]] = {"request": [], "prior": [], "line": [], "claim": []}
            for position, (kind, fields) in enumerate(case):
                by_kind[kind].append((position, fields))
            said: list[Said] = []
            for function in self._functions:
                function(by_kind, said)
            found.append(said)
        return found


def _function(rule: Rule) -> Any:  # noqa: ANN401
    lines, indent = ["def judged(by_kind, said):"], "    "
    for alias, kind in rule.file.facts.items():
        lines.append(f"{indent}for at_{alias}, {alias} in by_kind[{kind!r}]:")
        indent += "    "
    facts = "".join(f"at_{alias}, " for alias in rule.file.facts)
    lines.append(f"{indent}if {written(rule.applies, _PYTHON)}:")
    lines.append(f"{indent}    said.append(({rule.id!r}, ({facts}), {broken_text(rule, _PYTHON)}))")
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)  # noqa: S102 - the workload's own rules
    return names["judged"]
