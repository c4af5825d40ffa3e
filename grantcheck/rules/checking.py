"""From a rule file to a rule: every name and comparison is checked against the vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault, Said, Unfit, prefixed
from grantcheck.data.validated import nearest_word
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.model.text import Text
from grantcheck.rules.condition import (
    FLAG_SET,
    All,
    Any,
    Comparison,
    Condition,
    FieldRef,
    Known,
    Not,
    fields_of,
)
from grantcheck.rules.parameter import ALIAS, ParameterInForce, ParameterSet, ParameterValue
from grantcheck.rules.parsing import MIRRORED, ConditionFault, parse_condition
from grantcheck.rules.rule import Branch, Rule
from grantcheck.rules.sentences import names_in, sentences_of
from grantcheck.rules.tables.joined import RuleTables, with_thresholds
from grantcheck.rules.tables.table import DecisionTable
from grantcheck.rules.tables.words import with_tables
from grantcheck.rules.undecided import always_there, may_be_undecided
from grantcheck.rules.vocabulary import Field, FieldType, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from grantcheck.data.marked_yaml import KeyPath, Marked
    from grantcheck.rules.schema import BranchFile, RuleFile

Step = Callable[[], object]


def checked(
    file: RuleFile,
    marked: Marked,
    vocabulary: Vocabulary,
    values: Mapping[str, ParameterSet] | None = None,
) -> Rule:
    """The rule in `file`, its parameters set to `values` or left at their defaults.

    Raises:
        DataFault: at the line of the first unknown word, wrong comparison or undecidable condition.
    """
    return _Checker(file, marked, vocabulary, values or {}).rule()


def faults_of(file: RuleFile, marked: Marked, vocabulary: Vocabulary) -> list[DataFault]:
    """Everything that keeps `file` from being a rule; none where `checked` gives one."""
    return _Checker(file, marked, vocabulary, {}).faults()


class _Checker:
    """One rule file under check; exists so that every step can name its line."""

    def __init__(
        self, file: RuleFile, marked: Marked, vocabulary: Vocabulary, values: Mapping[str, ParameterSet]
    ) -> None:
        self.file, self.marked, self.vocabulary = file, marked, vocabulary
        self.tables: tuple[DecisionTable, ...] = ()
        self.parameters = {
            name: ParameterInForce(name, declared, *_set(values.get(name), declared.default))
            for name, declared in file.parameters.items()
        }
        self.used: set[str] = set()

    def rule(self) -> Rule:
        for step in self.kind_steps():
            step()
        for fault in self.table_faults():
            raise fault
        for step in self.steps():
            step()
        rule = self.parsed()
        self.check_parameters_used()
        self.check_decidable(rule)
        return rule

    def faults(self) -> list[DataFault]:
        found = _faults(self.kind_steps()) or self.table_faults() or _faults(self.steps())
        last = [self.check_parameters_used, lambda: self.check_decidable(self.parsed())]
        return found or _faults(last)

    def kind_steps(self) -> Iterable[Step]:
        return [partial(self.check_kind, alias, kind) for alias, kind in self.file.facts.items()]

    def table_faults(self) -> list[DataFault]:
        """Reads the tables of the rule, and joins their rows to its facts where nothing is wrong with them."""
        read = RuleTables.of(self.file, self.marked, self.vocabulary)
        self.tables = read.tables
        self.vocabulary = with_tables(self.vocabulary, read.tables)
        joined = {table.alias: table.kind for table in read.tables}
        self.file = self.file.model_copy(update={"facts": {**self.file.facts, **joined}})
        return read.faults

    def steps(self) -> Iterable[Step]:
        """Each looks at one thing, so that one mistake does not hide the next."""
        for key, sentences in (
            ("applies_when", self.file.applies_when),
            ("noted_when", self.file.noted_when),
        ):
            for i, sentence in enumerate(sentences):
                yield partial(self.condition, (key, i), sentence)
        for i, name in enumerate(self.file.needs):
            yield partial(self.need, ("needs", i), name)
        for i, branch in enumerate(self.file.broken_when):
            yield partial(self.branch, i, branch)
        for at, text in sentences_of(self.file):
            yield partial(self.check_text, at, text)
        for i, alias in enumerate(self.file.evidence):
            yield partial(self.check_evidence, i, alias)

    def parsed(self) -> Rule:
        applies = All(
            tuple(self.condition(("applies_when", i), s) for i, s in enumerate(self.file.applies_when))
        )
        needs = tuple(self.need(("needs", i), name) for i, name in enumerate(self.file.needs))
        noted = All(tuple(self.condition(("noted_when", i), s) for i, s in enumerate(self.file.noted_when)))
        branches = tuple(self.branch(i, branch) for i, branch in enumerate(self.file.broken_when))
        rule = Rule(
            self.spoken_file(),
            self.marked.path,
            applies,
            needs,
            noted,
            branches,
            parameters=tuple(self.parameters.values()),
        )
        return with_thresholds(rule, self.tables) if self.tables else rule

    def spoken_file(self) -> RuleFile:
        """The file with the values of parameters in its sentences."""
        keys = ("message", "unverified", "fix")
        found = dict(zip(keys, self.filled(getattr(self.file, key) for key in keys), strict=True))
        return self.file.model_copy(
            update={**found, "calculation": tuple(self.filled(self.file.calculation))}
        )

    def filled(self, sentences: Iterable[Text | None]) -> list[Text | None]:
        found = list(sentences)
        for parameter in self.parameters.values():
            found = parameter.filled(found)
        return found

    def check_parameters_used(self) -> None:
        for name in self.file.parameters:
            if name not in self.used:
                at = ("parameters", name)
                self.fail(
                    at,
                    Text(
                        en=f"'{name}' is declared and never used.",
                        da=f"'{name}' er angivet og bliver ikke brugt.",
                    ),
                    Text(en=f"Compare with {ALIAS}.{name}.", da=f"Sammenlign med {ALIAS}.{name}."),
                )

    def check_kind(self, alias: str, kind: str) -> None:
        if alias == ALIAS:
            self.fail(
                ("facts", alias),
                Text(en=f"'{ALIAS}' is for parameters.", da=f"'{ALIAS}' er til parametre."),
                Text(en="Give the fact another alias.", da="Giv oplysningen et andet navn."),
            )
        if kind not in self.vocabulary.kinds:
            remedy = nearest_word(kind, self.vocabulary.kinds)
            self.fail(
                ("facts", alias),
                Text(en=f"'{kind}' is not a kind of fact.", da=f"'{kind}' er ikke en slags oplysning."),
                remedy,
            )

    def fail(self, at: KeyPath, problem: Said, remedy: Said) -> None:
        raise self.fault(at, problem, remedy)

    def fault(self, at: KeyPath, problem: Said, remedy: Said) -> DataFault:
        return DataFault(self.marked.path, self.marked.line(at), prefixed(self.file.id, problem), remedy)

    def condition(self, at: KeyPath, sentence: str) -> Condition:
        try:
            return self.typed(at, parse_condition(sentence))
        except ConditionFault as fault:
            raise DataFault(self.marked.path, self.marked.line(at), f"{self.file.id}:", fault.text) from fault

    def need(self, at: KeyPath, name: str) -> FieldRef:
        parsed = self.condition(at, f"known({name})")
        if not isinstance(parsed, Known):
            self.fail(
                at,
                Text(en=f"'{name}' is not a field.", da=f"'{name}' er ikke et felt."),
                Text(en="Write it as alias.field.", da="Skriv det som alias.felt."),
            )
        return next(fields_of(parsed))

    def branch(self, i: int, branch: BranchFile) -> Branch:
        severity, message = branch.severity or self.file.severity, branch.message or self.file.message
        at = ("broken_when", i)
        if severity is None:
            raise self.fault(
                at,
                Text(en="this branch has no severity.", da="denne gren har ingen alvor."),
                Text(en="Give the branch or the rule one.", da="Giv grenen eller reglen en."),
            )
        if message is None:
            raise self.fault(
                at,
                Text(en="this branch has no message.", da="denne gren har ingen besked."),
                Text(en="Give the branch or the rule one.", da="Giv grenen eller reglen en."),
            )
        when = self.condition((*at, "when"), branch.when)
        said, fix = self.filled((message, branch.fix or self.file.fix))
        return Branch(when, severity, said or message, fix or self.file.fix)

    def field(self, at: KeyPath, ref: FieldRef) -> Field:
        """What the field is; a parameter is told as one that is always there."""
        if ref.alias == ALIAS:
            self.used.add(ref.name)
            if ref.name not in self.parameters:
                remedy = nearest_word(ref.name, self.parameters)
                self.fail(at, f"the rule has no parameter '{ref.name}'.", remedy)
            declared = self.parameters[ref.name].declared
            return Field(type=declared.type, means=declared.means)
        kind = self.file.facts.get(ref.alias)
        if kind is None:
            self.fail(
                at,
                Text(
                    en=f"'{ref.alias}' is not among the rule's facts.",
                    da=f"'{ref.alias}' er ikke blandt reglens oplysninger.",
                ),
                nearest_word(ref.alias, self.file.facts),
            )
        fields = self.vocabulary.kinds[str(kind)].fields
        if ref.name not in fields:
            self.fail(
                at,
                Text(en=f"a {kind} has no '{ref.name}'.", da=f"en {kind} har intet '{ref.name}'."),
                nearest_word(ref.name, fields),
            )
        return fields[ref.name]

    def typed(self, at: KeyPath, condition: Condition) -> Condition:
        match condition:
            case Comparison():
                return self.typed_comparison(at, condition)
            case Known(ref):
                self.field(at, ref)
                if ref.alias == ALIAS:
                    self.fail(at, f"'{ref}' is always known.", "Ask it of a field.")
                return condition
            case Not(inner):
                return Not(self.typed(at, inner))
            case All(parts):
                return All(tuple(self.typed(at, part) for part in parts))
            case Any(parts):
                return Any(tuple(self.typed(at, part) for part in parts))

    def typed_comparison(self, at: KeyPath, comparison: Comparison) -> Comparison:
        if comparison.left.alias == ALIAS:
            comparison = self.mirrored(at, comparison)
        left = self.field(at, comparison.left)
        if not left.type.comparable:
            self.fail(
                at,
                Text(
                    en=f"'{comparison.left}' is for messages only.",
                    da=f"'{comparison.left}' er kun til beskeder.",
                ),
                Text(en="Compare a quantity instead.", da="Sammenlign en størrelse i stedet."),
            )
        right = comparison.right
        right_type = self.field(at, right).type if isinstance(right, FieldRef) else None
        if right_type not in {None, left.type}:
            self.fail(
                at,
                Text(
                    en=f"'{comparison.left}' ({left.type}) is compared with a {right_type}.",
                    da=f"'{comparison.left}' ({left.type}) sammenlignes med {right_type}.",
                ),
                Text(en="Compare like with like.", da="Sammenlign ens med ens."),
            )
        if right is FLAG_SET:
            if left.type is not FieldType.FLAG:
                self.fail(
                    at,
                    Text(
                        en=f"'{comparison.left}' ({left.type}) stands alone but is no flag.",
                        da=f"'{comparison.left}' ({left.type}) står alene, men er intet flag.",
                    ),
                    Text(en="Compare it with a value.", da="Sammenlign det med en værdi."),
                )
            return replace(comparison, right=1)
        is_text = left.type is FieldType.TEXT
        if not isinstance(right, FieldRef) and isinstance(right, str) is not is_text:
            self.fail(
                at,
                Text(
                    en=f"'{comparison.left}' is a {left.type}.",
                    da=f"'{comparison.left}' er af typen {left.type}.",
                ),
                Text(
                    en="Compare it with a value of that type.", da="Sammenlign det med en værdi af den type."
                ),
            )
        if is_text and comparison.operator not in {"==", "!="}:
            self.fail(
                at,
                Text(en="texts have no order.", da="tekster har ingen rækkefølge."),
                Text(en="Compare texts with == or != only.", da="Sammenlign kun tekster med == eller !=."),
            )
        if isinstance(right, FieldRef) and right.alias == ALIAS:
            parameter = self.parameters[right.name]
            return replace(comparison, right=parameter.declared.compared(parameter.value))
        if left.type is FieldType.MONEY and isinstance(right, int):
            return replace(comparison, right=right * ORE_PER_KRONE)
        return comparison

    def mirrored(self, at: KeyPath, comparison: Comparison) -> Comparison:
        """A comparison that begins with a parameter, begun with its field."""
        right = comparison.right
        if not isinstance(right, FieldRef) or right.alias == ALIAS:
            raise self.fault(at, f"'{comparison.left}' is compared with no field.", "Compare it with one.")
        return Comparison(right, MIRRORED[comparison.operator], comparison.left)

    def check_decidable(self, rule: Rule) -> None:
        """A check must not stay open once its needs are met."""
        optional = {ref for ref in rule.fields_read() if self.field((), ref).optional}
        there = {*rule.needs, *always_there(rule.applies, optional)}
        for key, condition in (("broken_when", rule.broken), ("noted_when", rule.noted)):
            open_field = may_be_undecided(condition, optional - there)
            if open_field is not None:
                problem = Text(
                    en=f"{key} cannot be decided where '{open_field}' is missing.",
                    da=f"{key} kan ikke afgøres, hvor '{open_field}' mangler.",
                )
                self.fail(
                    (key,),
                    problem,
                    Text(
                        en=f"Add {open_field} to needs, or ask known({open_field}) first.",
                        da=f"Føj {open_field} til needs, eller spørg known({open_field}) først.",
                    ),
                )

    def named_in(self, at: KeyPath, sentence: str) -> list[str]:
        try:
            return names_in(sentence)
        except Unfit as unfit:
            raise self.fault(at, unfit.said_problem, unfit.said_remedy) from unfit

    def check_text(self, at: KeyPath, text: Text) -> None:
        for sentence in (text.en, text.da):
            for name in self.named_in(at, sentence):
                self.field(at, FieldRef(*(name.split(".", 1) if "." in name else (name, ""))))

    def check_evidence(self, i: int, alias: str) -> None:
        if alias not in self.file.facts:
            remedy = nearest_word(alias, self.file.facts)
            self.fail(
                ("evidence", i),
                Text(
                    en=f"'{alias}' is not among the rule's facts.",
                    da=f"'{alias}' er ikke blandt reglens oplysninger.",
                ),
                remedy,
            )


def _set(given: ParameterSet | None, default: ParameterValue) -> tuple[ParameterValue, str]:
    return (given.value, given.place) if given else (default, "")


def _faults(steps: Iterable[Step]) -> list[DataFault]:
    found = []
    for step in steps:
        try:
            step()
        except DataFault as fault:
            found.append(fault)
    return found
