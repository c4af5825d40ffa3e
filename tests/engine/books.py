"""Rule books in a line or two, past the checks of rule files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grantcheck.engine.session import Session
from grantcheck.model.outcome import Severity
from grantcheck.model.text import Text
from grantcheck.rules.condition import All, Condition, FieldRef
from grantcheck.rules.parsing import parse_condition
from grantcheck.rules.rule import Branch, Rule, RuleBook
from grantcheck.rules.schema import BranchFile, RuleFile
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from grantcheck.engine.compiler import Ruleset

TEXT = Text(en="x", da="x")
RULE_PATH = Path("rules/base/rule.yaml")


def vocabulary(**kinds: str) -> Vocabulary:
    """Kinds by their fields: `vocabulary(prior="year:year area:text? amount:money?")`; ? marks optional ones."""
    return Vocabulary(
        kinds={
            name: Kind(means=TEXT, fields=dict(_field(word) for word in words.split()))
            for name, words in kinds.items()
        }
    )


def _field(word: str) -> tuple[str, Field]:
    name, _, kind = word.partition(":")
    return name, Field(type=FieldType(kind.rstrip("?")), optional=kind.endswith("?"), means=TEXT)


def rule(
    facts: Mapping[str, str],
    *,
    applies: Iterable[str] = (),
    needs: Iterable[str] = (),
    broken: Iterable[str] = (),
    noted: Iterable[str] | None = None,
    rule_id: str = "GC901",
) -> Rule:
    """A check, or an observation where `noted` is given."""
    return built_rule(
        facts,
        tuple(map(parse_condition, applies)),
        tuple(FieldRef(*need.split(".")) for need in needs),
        tuple(map(parse_condition, broken)),
        None if noted is None else tuple(map(parse_condition, noted)),
        rule_id,
    )


def built_rule(
    facts: Mapping[str, str],
    applies: Sequence[Condition],
    needs: Sequence[FieldRef],
    broken: Sequence[Condition],
    noted: Sequence[Condition] | None,
    rule_id: str = "GC901",
) -> Rule:
    """The same from conditions as values."""
    severity = Severity.NOTE if noted is not None else Severity.ERROR if broken else None
    file = RuleFile(
        id=rule_id,
        name="rule",
        severity=severity,
        title=TEXT,
        rationale=TEXT,
        reference="none",
        facts=dict(facts),
        broken_when=tuple(BranchFile(when="as built") for _ in broken),
        fix=TEXT,
    )
    branches = tuple(Branch(when, Severity.ERROR, TEXT, TEXT) for when in broken)
    return Rule(file, RULE_PATH, All(tuple(applies)), tuple(needs), All(tuple(noted or ())), branches)


def book(words: Vocabulary, *rules: Rule) -> RuleBook:
    """The rules with their vocabulary."""
    return RuleBook(rules, words, sha256="")


def in_process(rulesets: Sequence[Ruleset]) -> Session:
    """A session in this very process, for speed."""
    return Session(planned(rulesets))


def planned(rulesets: Sequence[Ruleset]) -> list[tuple[Any, str]]:
    """Rulesets as a session takes them."""
    return [(ruleset.kinds, ruleset.rules) for ruleset in rulesets]
