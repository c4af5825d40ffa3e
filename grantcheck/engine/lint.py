"""What the compiler refuses: whatever is outside the envelope in which the engine is right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from grantcheck.data.fault import DataFault, prefixed
from grantcheck.engine.envelope import (
    LARGEST,
    MAX_FIELDS_IN_FACT,
    MAX_FLAT_RULES,
    MAX_PATTERNS_IN_RULE,
    MAX_TESTS_IN_PATTERN,
    MAX_TEXT_BYTES,
    SMALLEST,
    fnv1a,
)
from grantcheck.engine.uses import comparisons_of, engine_fields
from grantcheck.model.text import Text
from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import Comparison, FieldRef
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.flat import FlatRule
    from grantcheck.engine.uses import Uses
    from grantcheck.rules.rule import Rule, RuleBook
    from grantcheck.rules.vocabulary import Vocabulary


def lint_rule(rule: Rule, vocabulary: Vocabulary) -> None:
    """Check the rule's facts and every comparison.

    Raises:
        DataFault: the engine would get it wrong.
    """
    if len(rule.file.facts) > MAX_PATTERNS_IN_RULE:
        problem = Text(
            en=f"a rule joins at most {MAX_PATTERNS_IN_RULE} facts, this one {len(rule.file.facts)}.",
            da=f"en regel forbinder højst {MAX_PATTERNS_IN_RULE} oplysninger, denne {len(rule.file.facts)}.",
        )
        _refuse(
            rule,
            problem,
            Text(
                en="Split it, or derive a fact that holds what is joined.",
                da="Del den, eller udled en oplysning, der rummer det forbundne.",
            ),
        )
    for comparison in comparisons_of(rule):
        _lint_comparison(rule, comparison, vocabulary)


def lint_flat_rules(rule: Rule, flat: Sequence[FlatRule]) -> None:
    """Check what the rule compiles to.

    Raises:
        DataFault: it is too large.
    """
    if len(flat) > MAX_FLAT_RULES:
        problem = Text(
            en=f"its conditions have {len(flat)} alternatives, more than {MAX_FLAT_RULES}.",
            da=f"dens betingelser har {len(flat)} alternativer, flere end {MAX_FLAT_RULES}.",
        )
        _refuse(
            rule,
            problem,
            Text(
                en="Split the rule, or ask for optional fields under needs.",
                da="Del reglen, eller kræv valgfrie felter under needs.",
            ),
        )
    for one in flat:
        for alias, pattern in zip(rule.file.facts, one.patterns, strict=True):
            if len(pattern.tests) > MAX_TESTS_IN_PATTERN:
                problem = Text(
                    en=f"'{alias}' meets {len(pattern.tests)} tests at once, more than {MAX_TESTS_IN_PATTERN}.",
                    da=f"'{alias}' møder {len(pattern.tests)} prøver på én gang, flere end {MAX_TESTS_IN_PATTERN}.",
                )
                _refuse(
                    rule,
                    problem,
                    Text(
                        en="Split the rule, or derive a field for part of the condition.",
                        da="Del reglen, eller udled et felt for en del af betingelsen.",
                    ),
                )


def lint_kinds(book: RuleBook, uses: Uses) -> None:
    """Check what facts of each kind must carry.

    Raises:
        DataFault: too many fields, or two that the engine cannot tell apart.
    """
    for kind, use in uses.items():
        rule = next(rule for rule in book.judged if kind in rule.file.facts.values())
        names = engine_fields(book.vocabulary.kinds[kind], use)
        if len(names) > MAX_FIELDS_IN_FACT:
            problem = Text(
                en=f"the rules read {len(names)} fields of a {kind}, more than {MAX_FIELDS_IN_FACT}.",
                da=f"reglerne læser {len(names)} felter af en {kind}, flere end {MAX_FIELDS_IN_FACT}.",
            )
            _refuse(rule, problem, Text(en="Split the kind into two.", da="Del slagsen i to."))
        by_hash: dict[int, str] = {}
        for name in names:
            other = by_hash.setdefault(fnv1a(name), name)
            if other != name:
                problem = Text(
                    en=f"the engine cannot tell the {kind}'s '{name}' from its '{other}'.",
                    da=f"motoren kan ikke skelne '{name}' fra '{other}' i en {kind}.",
                )
                _refuse(rule, problem, Text(en="Rename one of the fields.", da="Omdøb et af felterne."))


def _refuse(rule: Rule, problem: Text, remedy: Text) -> NoReturn:
    raise DataFault(rule.path, 1, prefixed(rule.id, problem), remedy)


def _lint_comparison(rule: Rule, comparison: Comparison, vocabulary: Vocabulary) -> None:
    left, right = comparison.left, comparison.right
    left_type = _type(rule, left, vocabulary)
    for field in (left, right):
        if isinstance(field, FieldRef) and not _type(rule, field, vocabulary).comparable:
            _refuse(
                rule,
                Text(en=f"'{field}' is for messages only.", da=f"'{field}' er kun til beskeder."),
                Text(en="Compare a quantity instead.", da="Sammenlign en størrelse i stedet."),
            )
    is_text = left_type is FieldType.TEXT
    if is_text and comparison.operator not in {"==", "!="}:
        _refuse(
            rule,
            Text(
                en=f"'{left} {comparison.operator}' orders texts.",
                da=f"'{left} {comparison.operator}' ordner tekster.",
            ),
            Text(en="Compare texts with == or != only.", da="Sammenlign kun tekster med == eller !=."),
        )
    if isinstance(right, FieldRef):
        right_is_text = _type(rule, right, vocabulary) is FieldType.TEXT
        if right_is_text is not is_text:
            _refuse(
                rule,
                Text(
                    en=f"'{left}' and '{right}' are not of one type.",
                    da=f"'{left}' og '{right}' er ikke af samme type.",
                ),
                Text(en="Compare like with like.", da="Sammenlign ens med ens."),
            )
        return
    _lint_constant(rule, left, right, is_text=is_text)


def _lint_constant(rule: Rule, left: FieldRef, constant: object, *, is_text: bool) -> None:
    if isinstance(constant, float):
        _refuse(
            rule,
            Text(
                en=f"'{left}' is compared with the fraction {constant}.",
                da=f"'{left}' sammenlignes med brøken {constant}.",
            ),
            Text(
                en="Use whole numbers: øre, basis points, 0 or 1.",
                da="Brug hele tal: øre, basispoint, 0 eller 1.",
            ),
        )
    if isinstance(constant, bool) or not isinstance(constant, (int, str)):
        _refuse(
            rule,
            Text(
                en=f"'{left}' is compared with {constant!r}.", da=f"'{left}' sammenlignes med {constant!r}."
            ),
            Text(en="Use a whole number or a text.", da="Brug et helt tal eller en tekst."),
        )
    if isinstance(constant, str) is not is_text:
        _refuse(
            rule,
            Text(
                en=f"'{left}' and {constant!r} are not of one type.",
                da=f"'{left}' og {constant!r} er ikke af samme type.",
            ),
            Text(en="Compare like with like.", da="Sammenlign ens med ens."),
        )
    if isinstance(constant, int):
        if not SMALLEST <= constant <= LARGEST:
            _refuse(
                rule,
                Text(
                    en=f"'{left}' is compared with {constant}.", da=f"'{left}' sammenlignes med {constant}."
                ),
                Text(en="Use a number within ±2^63.", da="Brug et tal inden for ±2^63."),
            )
        return
    size = text_bytes(constant)
    if size is None:
        _refuse(
            rule,
            Text(
                en=f"'{left}' is compared with a text that is not valid Unicode.",
                da=f"'{left}' sammenlignes med en tekst, der ikke er gyldig Unicode.",
            ),
            Text(en="Write the text anew.", da="Skriv teksten på ny."),
        )
    if size > MAX_TEXT_BYTES:
        problem = Text(
            en=f"'{left}' is compared with a text of {size} bytes, more than {MAX_TEXT_BYTES}.",
            da=f"'{left}' sammenlignes med en tekst på {size} byte, mere end {MAX_TEXT_BYTES}.",
        )
        _refuse(rule, problem, Text(en="Shorten the text.", da="Forkort teksten."))


def _type(rule: Rule, ref: FieldRef, vocabulary: Vocabulary) -> FieldType:
    return vocabulary.kinds[rule.file.facts[ref.alias]].fields[ref.name].type


def text_bytes(text: str) -> int | None:
    """The length of the text as the engine holds it: comparable, escaped, in UTF-8; None if it has none."""
    try:
        return len(json.dumps(comparable(text), ensure_ascii=False).encode()) - 2
    except UnicodeEncodeError:
        return None
