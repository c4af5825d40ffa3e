"""Everything that is wrong with rules: all mistakes, not only the first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault, prefixed
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import faults_in, validated
from grantcheck.engine.compiler import compile_rule
from grantcheck.engine.lint import lint_rule
from grantcheck.model.text import Text
from grantcheck.rules.checking import checked, faults_of
from grantcheck.rules.loading import rule_files, taken
from grantcheck.rules.pack import PACK_FILE, PackFile
from grantcheck.rules.schema import RuleFile
from grantcheck.rules.situation import SituationFault, facts_of
from grantcheck.rules.tables.joined import RuleTables, unused
from grantcheck.rules.tables.words import with_tables
from grantcheck.workbench.coverage import outcomes_of, outside_its_years
from grantcheck.workbench.folders import files_in, vocabulary_of
from grantcheck.workbench.reach import always_together, unreachable
from grantcheck.workbench.texts import text_faults
from grantcheck.workbench.written_tests import WrittenTest, own_tests, read, tests_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from grantcheck.data.marked_yaml import Marked
    from grantcheck.rules.rule import Rule
    from grantcheck.rules.vocabulary import Vocabulary


def complaints(folder: Path, in_force: Path) -> list[DataFault]:
    """Every complaint about the rules of a folder, by file and line; `in_force` has the words for one without."""
    try:
        files, vocabulary = files_in(folder), vocabulary_of(folder, in_force)
    except DataFault as fault:
        return [fault]
    found: list[DataFault] = []
    rules: list[Rule] = []
    for path in files:
        try:
            rule, faults = _looked_at(path, vocabulary)
        except DataFault as fault:
            found.append(fault)
            continue
        found += faults
        rules += [rule] if rule else []
    words = with_tables(vocabulary, (table for rule in rules for table in rule.tables))
    found += [*_pack_faults(files), *_ids_in_force(rules, folder, in_force)]
    found += [*_same_ids(rules), *_about_tests(rules, files, vocabulary), *_repeated(rules, words)]
    return sorted(found, key=lambda fault: (fault.path.as_posix(), fault.line))


def _looked_at(path: Path, vocabulary: Vocabulary) -> tuple[Rule | None, list[DataFault]]:
    marked = load(path)
    faults = faults_in(RuleFile, marked)
    if faults:
        return None, faults
    file = validated(RuleFile, marked)
    faults = faults_of(file, marked, vocabulary)
    if faults:
        return None, faults
    rule = checked(file, marked, vocabulary)
    faults = [*text_faults(file, marked), *_about_tables(rule, file, marked, vocabulary)]
    if file.reported_by_program:
        return rule, faults
    words = with_tables(vocabulary, rule.tables)
    try:
        lint_rule(rule, words)
        compile_rule(rule, words)
    except DataFault as fault:
        return rule, [*faults, fault]
    for one in unreachable(rule, words):
        faults.append(DataFault(path, marked.line(one.at), prefixed(rule.id, one.problem), one.remedy))
    return rule, faults


def _about_tables(rule: Rule, file: RuleFile, marked: Marked, vocabulary: Vocabulary) -> Iterator[DataFault]:
    for alias in unused(rule):
        problem = Text(
            en=f"{rule.id}: no condition compares with a threshold of '{alias}'.",
            da=f"{rule.id}: ingen betingelse sammenligner med en grænse fra '{alias}'.",
        )
        remedy = Text(en="Name one, or take the table out.", da="Brug en, eller tag tabellen ud.")
        yield DataFault(rule.path, marked.line(("tables", alias)), problem, remedy)
    yield from RuleTables.of(file, marked, vocabulary).warnings


def _pack_faults(files: Sequence[Path]) -> list[DataFault]:
    """What is wrong with the `pack.yaml` beside the rules, where there is one."""
    path = files[0].parent / PACK_FILE
    try:
        return faults_in(PackFile, load(path)) if path.is_file() else []
    except DataFault as fault:
        return [fault]


def _ids_in_force(rules: Iterable[Rule], folder: Path, in_force: Path) -> Iterator[DataFault]:
    """Ids that a rule in force has; a whole set of rules is used in its place and may keep them."""
    if (folder / "base").is_dir() or (folder / "facts.yaml").is_file() or folder == in_force / "base":
        return
    known = {load(path).values.get("id"): path for path in rule_files(in_force / "base")}
    for rule in rules:
        if rule.id in known:
            yield taken(rule.id, rule.path, known[rule.id])


def _same_ids(rules: Iterable[Rule]) -> Iterator[DataFault]:
    first: dict[str, Rule] = {}
    for rule in rules:
        other = first.setdefault(rule.id, rule)
        if other is not rule:
            yield taken(rule.id, rule.path, other.path)


def _about_tests(rules: Sequence[Rule], files: Sequence[Path], vocabulary: Vocabulary) -> Iterator[DataFault]:
    tests = [test for rule in rules for test in own_tests(rule)]
    for path in tests_files(file.parent for file in files):
        try:
            tests += read(path, rules)
        except DataFault as fault:
            yield fault
    for rule in rules:
        if not rule.file.reported_by_program:
            yield from _missing_outcomes(rule, [test for test in tests if test.rule is rule])
    for test in tests:
        if test.test.budget_year is not None and test.rule.file.effective is None:
            problem = Text(
                en=f"{test.rule.id}: the test names a budget year, and the rule is in force in every year.",
                da=f"{test.rule.id}: testen nævner et budgetår, og reglen gælder i alle år.",
            )
            yield DataFault(
                test.path,
                test.line,
                problem,
                Text(en="Take 'budget_year' out of the test.", da="Tag 'budget_year' ud af testen."),
            )
        try:
            facts_of(test.rule, test.test, vocabulary)
        except SituationFault as fault:
            yield DataFault(
                test.path,
                test.line,
                fault.text,
                Text(en="Mend the facts of the test.", da="Ret testens oplysninger."),
            )


def _missing_outcomes(rule: Rule, tests: Sequence[WrittenTest]) -> Iterator[DataFault]:
    line = load(rule.path).line(("tests",))
    seen = {test.test.outcome for test in tests if not outside_its_years(test)}
    for outcome in outcomes_of(rule):
        if outcome not in seen:
            remedy = Text(
                en=f"Add one with 'outcome: {outcome.value}'.",
                da=f"Tilføj en med 'outcome: {outcome.value}'.",
            )
            yield DataFault(
                rule.path,
                line,
                Text(
                    en=f"{rule.id}: no test ends as {outcome.value}.",
                    da=f"{rule.id}: ingen test ender som {outcome.value}.",
                ),
                remedy,
            )


def _repeated(rules: Sequence[Rule], vocabulary: Vocabulary) -> Iterator[DataFault]:
    for one, other in combinations(rules, 2):
        if one.id != other.id and always_together(one, other, vocabulary):
            problem = Text(
                en=f"{other.id} fires wherever {one.id} ({one.path.name}) does, and nowhere else.",
                da=f"{other.id} slår ud overalt, hvor {one.id} ({one.path.name}) gør, og ingen andre steder.",
            )
            yield DataFault(
                other.path,
                1,
                problem,
                Text(
                    en="Make one rule of the two, or tell them apart.",
                    da="Gør de to til én regel, eller skeln mellem dem.",
                ),
            )
