"""Folders of rules to work on: a whole set with its vocabulary, or rule files alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault
from grantcheck.model.text import Text
from grantcheck.rules.loading import load_rule, rule_files, taken
from grantcheck.rules.rule import Rule, RuleBook
from grantcheck.rules.tables.words import with_tables
from grantcheck.rules.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.rules.vocabulary import Vocabulary


def files_in(folder: Path) -> list[Path]:
    """The rule files of a folder: those of its `base` where it is a whole set.

    Raises:
        DataFault: there is none.
    """
    base = folder / "base"
    files = rule_files(base if base.is_dir() else folder)
    if not files:
        raise DataFault(
            folder,
            1,
            Text(en="There is no rule file here.", da="Her er ingen regelfil."),
            Text(en="Name a folder that holds rules (*.yaml).", da="Angiv en mappe med regler (*.yaml)."),
        )
    return files


def vocabulary_of(folder: Path, in_force: Path) -> Vocabulary:
    """The words of the folder's own facts.yaml, or else those of the rules in force.

    Raises:
        DataFault: the file has a mistake.
    """
    return load_vocabulary(folder if (folder / "facts.yaml").is_file() else in_force)


def book_of(folder: Path, in_force: Path) -> RuleBook:
    """The rules of one folder.

    Raises:
        DataFault: a file has a mistake, or two rules share an id.
    """
    vocabulary = vocabulary_of(folder, in_force)
    by_id: dict[str, Rule] = {}
    for path in files_in(folder):
        rule = load_rule(path, vocabulary)
        if rule.id in by_id:
            raise taken(rule.id, path, by_id[rule.id].path)
        by_id[rule.id] = rule
    rules = tuple(by_id[name] for name in sorted(by_id))
    return RuleBook(rules, with_tables(vocabulary, (t for rule in rules for t in rule.tables)), sha256="")
