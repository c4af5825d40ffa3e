"""Rules as Python source: one function for each kind of fact, and one for each rule that joins facts.

A combination of facts for which a rule surely holds goes to `held`, one that it surely leaves alone nowhere; every
other goes to `open`, for the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.screen.truths import NEVER, Names, all_of, any_of, known, surely
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef, fields_of

if TYPE_CHECKING:
    from grantcheck.engine.screen.columns import Column
    from grantcheck.rules.rule import Rule

Columns = Mapping[str, Mapping[str, "Column"]]
"""By kind and name."""


@dataclass(frozen=True)
class NumberedRule:
    """A rule with its place in the book."""

    number: int
    rule: Rule

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that it joins."""
        return tuple(self.rule.file.facts.values())


def kind_source(
    name: str, columns: Mapping[str, Column], rules: Sequence[NumberedRule], kept: int | None
) -> list[str]:
    """The function that reads a fact of one kind and settles what the rules about it alone say.

    Args:
        name: of the function.
        columns: of the kind.
        rules: that are about one fact of this kind.
        kept: where in `rows` the facts of the kind are kept for rules that join; None where none does.
    """
    lines = [f"def {name}(position, fact, held, open, rows):", "    fields = fact.fields"]
    lines += [f"    {line}" for column in columns.values() for line in column.reading()]
    if kept is not None:
        lines.append(f"    rows[{kept}].append(({', '.join(['position', *_locals(columns)])},))")
    if rules:
        lines.append("    facts = (position,)")
    for one in rules:
        names = _names(dict.fromkeys(one.rule.file.facts, (columns, "")))
        lines += [f"    {line}" for line in _settling(one, names, "facts")]
    lines.append("    return False")
    return lines


def join_source(name: str, one: NumberedRule, columns: Columns, kept: Mapping[str, int]) -> list[str]:
    """The function that settles what a rule says about several facts, from the kept rows of their kinds."""
    aliases = one.rule.file.facts
    bound = {alias: (columns[kind], f"f{at}_") for at, (alias, kind) in enumerate(aliases.items())}
    names = _names(bound)
    lines = [f"def {name}(held, open, rows):"]
    indexed = [_index(one.rule, at, columns) for at in range(len(aliases))]
    for at, (kind, index) in enumerate(zip(one.kinds, indexed, strict=True)):
        if index is not None:
            column = 1 + list(columns[kind]).index(index[0].name)
            lines += [
                f"    by{at} = {{}}",
                f"    for row in rows[{kept[kind]}]: by{at}.setdefault(row[{column}], []).append(row)",
            ]
    indent = "    "
    for at, (alias, kind) in enumerate(aliases.items()):
        found = f"rows[{kept[kind]}]"
        if (index := indexed[at]) is not None:
            found = f"by{at}.get({names.value(index[1])}, ())"
        taken = ", ".join([f"p{at}", *(f"f{at}_{local}" for local in _locals(columns[kind]))])
        lines.append(f"{indent}for ({taken},) in {found}:")
        indent += "    "
        passed = any_of([_used_twice(one.kinds, at), *_surely_false(one.rule, alias, names)])
        if passed != NEVER:
            lines.append(f"{indent}if {passed}: continue")
    facts = "(" + "".join(f"p{at}," for at in range(len(aliases))) + ")"
    return [*lines, *(f"{indent}{line}" for line in _settling(one, names, facts))]


def _locals(columns: Mapping[str, Column]) -> list[str]:
    return [column.local for column in columns.values()]


def _names(bound: Mapping[str, tuple[Mapping[str, Column], str]]) -> Names:
    def column(ref: FieldRef) -> Column:
        return bound[ref.alias][0][ref.name]

    def known_by(ref: FieldRef) -> str:
        prefix = bound[ref.alias][1]
        found = column(ref)
        return f"{prefix}{found.value} is not None" if found.compared else f"{prefix}{found.presence}"

    return Names(
        value=lambda ref: f"{bound[ref.alias][1]}{column(ref).value}",
        known=known_by,
        optional=lambda ref: column(ref).optional,
    )


def _settling(one: NumberedRule, names: Names, facts: str) -> Iterator[str]:
    """The statements that put the combination `facts` where it belongs."""
    rule, number = one.rule, one.number
    applies = surely(rule.selects, names, value=True)
    spared = surely(rule.selects, names, value=False)
    decided = (rule.noted,) if rule.is_observation else tuple(branch.when for branch in rule.branches)
    ready = [known(need, names) for need in rule.needs]
    settled = all_of([applies, *ready, *(surely(each, names, value=False) for each in decided)])
    settle = "pass" if rule.is_observation else f"held[{number}].append({facts})"
    undecided = any(names.optional(ref) for ref in fields_of(rule.selects))
    if not undecided:
        rest = all_of([*ready, *(surely(each, names, value=False) for each in decided)])
        yield f"if {applies}:"
        yield f"    if {rest}: {settle}"
        yield f"    else: open.append(({number}, {facts}))"
        return
    yield f"if {settled}: {settle}"
    yield f"elif not ({spared}): open.append(({number}, {facts}))"


def _used_twice(kinds: Sequence[str], at: int) -> str:
    return any_of(f"p{at} == p{earlier}" for earlier in range(at) if kinds[earlier] == kinds[at])


def _surely_false(rule: Rule, alias: str, names: Names) -> Iterator[str]:
    """What rules a combination out as soon as the fact under `alias` is chosen."""
    for part in _parts(rule):
        if _decided_at(rule, part) == alias:
            yield surely(part, names, value=False)


def _parts(rule: Rule) -> tuple[Condition, ...]:
    return rule.selects.inner if isinstance(rule.selects, All) else (rule.selects,)


def _decided_at(rule: Rule, part: Condition) -> str:
    aliases = list(rule.file.facts)
    return aliases[max((aliases.index(ref.alias) for ref in fields_of(part)), default=0)]


def _index(rule: Rule, at: int, columns: Columns) -> tuple[Column, FieldRef] | None:
    """A column of the fact at a place that must equal a field of an earlier one; both are always there."""
    aliases = list(rule.file.facts)
    for part in _parts(rule):
        if isinstance(part, Comparison) and part.operator == "==" and isinstance(part.right, FieldRef):
            for mine, other in ((part.left, part.right), (part.right, part.left)):
                column = columns[rule.file.facts[mine.alias]][mine.name]
                there = columns[rule.file.facts[other.alias]][other.name]
                if mine.alias != aliases[at] or aliases.index(other.alias) >= at:
                    continue
                if not column.optional and not there.optional:
                    return column, other
    return None
