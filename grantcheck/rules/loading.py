"""Rule folders to a rule book."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import validated
from grantcheck.rules.checking import checked
from grantcheck.rules.rule import Rule, RuleBook
from grantcheck.rules.schema import RuleFile
from grantcheck.rules.tables.words import with_tables
from grantcheck.rules.vocabulary import Vocabulary, load_vocabulary

TESTS_SUFFIX = ".test.yaml"
VOCABULARY_FILE = "facts.yaml"


def load_rules(folder: Path) -> RuleBook:
    """The rules in `folder`/base with the vocabulary in `folder`/facts.yaml.

    Raises:
        DataFault: a file has a mistake, two rules share an id, or there is no rule.
    """
    vocabulary = load_vocabulary(folder)
    paths = rule_files(folder / "base")
    if not paths:
        raise DataFault(
            folder / "base", 1, "There is no rule file here.", "Name the folder that holds base/*.yaml."
        )
    by_id: dict[str, Rule] = {}
    for path in paths:
        rule = load_rule(path, vocabulary)
        if rule.id in by_id:
            other = by_id[rule.id].path.name
            raise DataFault(
                path, 1, f"The id {rule.id} is taken by {other}.", "Give one of the two another id."
            )
        by_id[rule.id] = rule
    rules = tuple(by_id[rule_id] for rule_id in sorted(by_id))
    tables = [table for rule in rules for table in rule.tables]
    used = [folder / "facts.yaml", *paths, *(table.path for table in tables)]
    return RuleBook(rules, with_tables(vocabulary, tables), _digest(used))


def rule_files(folder: Path) -> list[Path]:
    """The rule files of a folder by name; its words and the tests beside the rules are none."""
    return sorted(
        path
        for path in folder.glob("*.yaml")
        if path.name != VOCABULARY_FILE and not path.name.endswith(TESTS_SUFFIX)
    )


def load_rule(path: Path, vocabulary: Vocabulary) -> Rule:
    """The rule in one file.

    Raises:
        DataFault: the file has a mistake.
    """
    marked = load(path)
    return checked(validated(RuleFile, marked), marked, vocabulary)


def _digest(paths: list[Path]) -> str:
    digest = sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
