"""Examples of rules for readers, from the tests: one that breaks a rule, and one that holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.engine.reference import judge_by_reference
from grantcheck.judge.finding import fix_of, message_of
from grantcheck.judge.verdict import outcome_of
from grantcheck.judge.wording import Wording
from grantcheck.model.outcome import Outcome
from grantcheck.model.rule_example import RuleExample
from grantcheck.model.text import Text
from grantcheck.rules.situation import facts_of
from grantcheck.rules.tables.table import is_table_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.fact import Fact
    from grantcheck.model.text import Language
    from grantcheck.rules.rule import Rule
    from grantcheck.rules.schema import RuleTest
    from grantcheck.rules.vocabulary import Vocabulary

_SHOWN = (Outcome.BROKEN, Outcome.NOTED, Outcome.HOLDS, Outcome.NOT_APPLICABLE)
_MOST = 2


def examples(rule: Rule, vocabulary: Vocabulary, language: Language) -> tuple[RuleExample, ...]:
    """The first test that fires and the first that does not, of those that end as they say."""
    by_outcome: dict[Outcome, RuleExample] = {}
    for test in rule.file.tests:
        if test.outcome in _SHOWN and test.outcome not in by_outcome:
            example = _example(rule, test, vocabulary, language)
            if example is not None:
                by_outcome[test.outcome] = example
    return tuple(by_outcome[outcome] for outcome in _SHOWN if outcome in by_outcome)[:_MOST]


def _example(rule: Rule, test: RuleTest, vocabulary: Vocabulary, language: Language) -> RuleExample | None:
    facts = facts_of(rule, test, vocabulary)
    rulings = [one for one in judge_by_reference([rule], facts).rulings if one.outcome is test.outcome]
    if outcome_of(rule, rulings) is not test.outcome:
        return None
    if not rulings:
        figures = tuple(_figures(rule, test, facts, vocabulary, language))
        return RuleExample(test.named(language), figures, test.outcome, None, (), "")
    ruling = rulings[0]
    known = {alias: facts[at] for alias, at in zip(rule.file.facts, ruling.facts, strict=True)}
    given = Wording({alias: _given(rule, fact) for alias, fact in known.items()}, vocabulary, language)
    said = Wording(
        {alias: _with_meanings(rule, fact, vocabulary) for alias, fact in known.items()}, vocabulary, language
    )
    return RuleExample(
        name=test.named(language),
        facts=tuple(_figures(rule, test, facts, vocabulary, language)),
        outcome=test.outcome,
        message=None if test.outcome is Outcome.HOLDS else message_of(rule, ruling, said),
        calculation=tuple(said.filled(line) for line in rule.file.calculation if given.is_known(line)),
        fix=said.filled(fix_of(rule, ruling)),
    )


def _figures(
    rule: Rule, test: RuleTest, facts: tuple[Fact, ...], vocabulary: Vocabulary, language: Language
) -> Iterator[str]:
    """Every figure that the test gives, by the meaning of its field."""
    aliases = [
        alias
        for alias, given in ((alias, test.facts.get(alias)) for alias in rule.file.facts)
        for _ in ([] if given is None else given if isinstance(given, list) else [given])
    ]
    own = (fact for fact in facts if not is_table_row(fact.kind))
    for alias, fact in zip(aliases, own, strict=True):
        wording = Wording({alias: fact}, vocabulary, language)
        for name in _given(rule, fact).fields:
            meaning = vocabulary.kinds[fact.kind].fields[name].means.spoken(language)
            shown = f"{{{alias}.{name}}}"
            yield f"{meaning}: {wording.filled(Text(en=shown, da=shown))}"


def _given(rule: Rule, fact: Fact) -> Fact:
    """Without the fields that only fill the fact up."""
    read = {ref.name for ref in rule.fields_read() if rule.file.facts[ref.alias] == fact.kind}
    kept = {name: value for name, value in fact.fields.items() if name in read or value not in {0, ""}}
    return replace(fact, fields=kept)


def _with_meanings(rule: Rule, fact: Fact, vocabulary: Vocabulary) -> Fact:
    """A field that the test does not give is shown by its meaning in brackets."""
    given = _given(rule, fact)
    fields = vocabulary.kinds[fact.kind].fields
    shown = {
        name: Text(en=f"[{field.means.en}]", da=f"[{field.means.da}]")
        for name, field in fields.items()
        if name not in given.fields and name not in fact.shown
    }
    return replace(given, shown={**fact.shown, **shown})
