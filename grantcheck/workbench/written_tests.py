"""The tests of rules: in the rule files, and in files beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import validated
from grantcheck.rules.loading import TESTS_SUFFIX
from grantcheck.rules.nearest_rule import nearest_rule
from grantcheck.rules.schema import RuleTestsFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from grantcheck.rules.rule import Rule
    from grantcheck.rules.schema import RuleTest


@dataclass(frozen=True)
class WrittenTest:
    """A test, the rule it is of, and where it stands."""

    rule: Rule
    test: RuleTest
    path: Path
    line: int


def tests_of(rules: Sequence[Rule]) -> list[WrittenTest]:
    """The tests of every rule: its own, then those of the `*.test.yaml` files in the folders of the rules.

    Raises:
        DataFault: a file of tests has a mistake, or is of a rule that is not in its folder.
    """
    beside = [test for path in tests_files(rule.path.parent for rule in rules) for test in read(path, rules)]
    own = [test for rule in rules for test in own_tests(rule)]
    return [test for rule in rules for test in [*own, *beside] if test.rule is rule]


def tests_files(folders: Iterable[Path]) -> list[Path]:
    """The files of tests in the folders."""
    return sorted({path for folder in folders for path in folder.glob(f"*{TESTS_SUFFIX}")})


def read(path: Path, rules: Sequence[Rule]) -> list[WrittenTest]:
    """The tests of one file beside the rules.

    Raises:
        DataFault: the file has a mistake, or is of a rule that is not in its folder.
    """
    marked = load(path)
    file = validated(RuleTestsFile, marked)
    rule = next((rule for rule in rules if rule.id == file.rule and rule.path.parent == path.parent), None)
    if rule is None:
        known = [rule.id for rule in rules if rule.path.parent == path.parent]
        remedy = f"The nearest is {nearest_rule(file.rule, known)}." if known else "Put it beside its rule."
        raise DataFault(path, marked.line(("rule",)), f"There is no rule '{file.rule}' here.", remedy)
    return [
        WrittenTest(rule, test, path, marked.line(("tests", number)))
        for number, test in enumerate(file.tests)
    ]


def own_tests(rule: Rule) -> Iterator[WrittenTest]:
    """The tests in the file of the rule."""
    if not rule.file.tests:
        return
    marked = load(rule.path)
    for number, test in enumerate(rule.file.tests):
        yield WrittenTest(rule, test, rule.path, marked.line(("tests", number)))
