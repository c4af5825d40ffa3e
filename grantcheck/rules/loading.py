"""Rule folders to a rule book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from grantcheck.data.fault import DataFault, Unfit, UnfitSetting
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import nearest, validated
from grantcheck.model.text import Text
from grantcheck.rules.checking import checked
from grantcheck.rules.nearest_rule import nearest_rule
from grantcheck.rules.office import PARAMETERS, Office
from grantcheck.rules.pack import PACK_FILE, Pack, base_pack, load_pack, must_differ, pack_folders
from grantcheck.rules.parameter import ParameterSet
from grantcheck.rules.rule import Rule, RuleBook
from grantcheck.rules.schema import RuleFile
from grantcheck.rules.severities import with_severities
from grantcheck.rules.tables.words import with_tables
from grantcheck.rules.turning_off import without
from grantcheck.rules.vocabulary import Vocabulary, load_vocabulary

TESTS_SUFFIX = ".test.yaml"
VOCABULARY_FILE = "facts.yaml"


def load_rules(folder: Path, office: Office | None = None) -> RuleBook:
    """The rules in `folder`/base and in the packs of the office, with the vocabulary in `folder`/facts.yaml.

    Raises:
        DataFault: a file has a mistake, two rules share an id, two packs a name, or a pack has no rule.
        UnfitSetting: an office chose what a rule cannot be.
    """
    chosen = office or Office()
    vocabulary = load_vocabulary(folder)
    packs = [base_pack(folder / "base"), *map(load_pack, pack_folders(chosen.packs))]
    must_differ(packs)
    by_id: dict[str, Rule] = {}
    digested = [("", folder / VOCABULARY_FILE)]
    for pack in packs:
        paths = rule_files(pack.folder)
        if not paths:
            raise DataFault(pack.folder, 1, "There is no rule file here.", _wanted(pack, packs))
        for path in paths:
            rule = load_rule(path, vocabulary, chosen.parameters)
            if rule.id in by_id:
                raise taken(rule.id, path, by_id[rule.id].path)
            by_id[rule.id] = rule
        digested += [(pack.name if pack is not packs[0] else "", path) for path in paths]
    _must_be_rules(chosen.parameters, by_id)
    rules = tuple(by_id[rule_id] for rule_id in sorted(by_id))
    tables = [table for rule in rules for table in rule.tables]
    digested += [("", path) for path in sorted({table.path for table in tables})]
    book = RuleBook(rules, with_tables(vocabulary, tables), _digest(digested), tuple(packs))
    return without(with_severities(book, chosen.severities), chosen.off)


def taken(rule_id: str, path: Path, other: Path) -> DataFault:
    """The complaint about an id that another file has."""
    named = other.name if other.parent == path.parent else other.as_posix()
    return DataFault(
        path,
        1,
        Text(en=f"The id {rule_id} is taken by {named}.", da=f"Nummeret {rule_id} er optaget af {named}."),
        Text(en="Give one of the two another id.", da="Giv den ene et andet nummer."),
    )


def rule_files(folder: Path) -> list[Path]:
    """The rule files of a folder by name; its words and the tests beside the rules are none."""
    return sorted(
        path
        for path in folder.glob("*.yaml")
        if path.name not in {VOCABULARY_FILE, PACK_FILE} and not path.name.endswith(TESTS_SUFFIX)
    )


def load_rule(
    path: Path, vocabulary: Vocabulary, parameters: Mapping[str, Mapping[str, ParameterSet]] | None = None
) -> Rule:
    """The rule in one file, its parameters as they are set or left at their defaults.

    Raises:
        DataFault: the file has a mistake.
        UnfitSetting: the rule has no such parameter, or it cannot be what it is set to.
    """
    marked = load(path)
    file = validated(RuleFile, marked)
    values = (parameters or {}).get(file.id, {})
    for name, given in values.items():
        _must_fit(file, name, given)
    return checked(file, marked, vocabulary, values)


def _wanted(pack: Pack, packs: Sequence[Pack]) -> str:
    if pack is packs[0]:
        return "Name the folder that holds base/*.yaml."
    return "Write one (grantcheck rules new), or leave the pack out."


def _must_be_rules(parameters: Mapping[str, object], by_id: Mapping[str, Rule]) -> None:
    for rule_id in parameters:
        if rule_id not in by_id:
            with_some = [rule.id for rule in by_id.values() if rule.parameters]
            near = f"The nearest with parameters is {nearest_rule(rule_id, with_some)}." if with_some else ""
            raise UnfitSetting((*PARAMETERS, rule_id), f"There is no rule '{rule_id}'.", near)


def _must_fit(file: RuleFile, name: str, given: ParameterSet) -> None:
    key = (*PARAMETERS, file.id, name)
    if name not in file.parameters:
        remedy = nearest(name, file.parameters) if file.parameters else f"{file.id} has no parameters."
        raise UnfitSetting(key, f"{file.id} has no parameter '{name}'.", remedy)
    try:
        file.parameters[name].must_fit(name, given.value)
    except Unfit as unfit:
        raise UnfitSetting(key, f"{file.id}: {unfit.problem}", unfit.remedy) from unfit


def _digest(files: Sequence[tuple[str, Path]]) -> str:
    """Of files, each with the pack it belongs to."""
    digest = sha256()
    for pack, path in files:
        content = path.read_bytes()
        name = f"{pack}/{path.name}" if pack else path.name
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
