"""What an audit rests on, for the record."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from grantcheck.model.record import Record, RegisterState, RuleHash
from grantcheck.rules.rule import Rule, RuleBook
from grantcheck.version import __version__

_DECIDING = ("durable-rules", "lxml", "openpyxl", "pypdfium2")
"""The engine, and what takes documents apart."""


def recorded(book: RuleBook, register_state: RegisterState | None) -> Record:
    """The record of rules, versions and register."""
    return Record(
        rules=tuple(RuleHash(rule=rule.id, sha256=_hash(rule)) for rule in book.rules),
        vocabulary=sha256(book.vocabulary.model_dump_json().encode()).hexdigest(),
        versions={"grantcheck": __version__} | {name: v for name in _DECIDING if (v := _version(name))},
        register_state=register_state,
    )


def _hash(rule: Rule) -> str:
    digest = sha256()
    for path in (rule.path, *(table.path for table in rule.tables)):
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
