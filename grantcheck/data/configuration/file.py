"""The configuration file: `grantcheck.toml`, or `[tool.grantcheck]` in pyproject.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from grantcheck.data.configuration.areas import SPELLINGS
from grantcheck.data.configuration.layer import SERIES, Layer, Origin, layer_of
from grantcheck.data.configuration.model import Configuration, SettingKey
from grantcheck.data.fault import DataFault
from grantcheck.data.marked_toml import load, parse
from grantcheck.data.marked_yaml import Marked
from grantcheck.data.text_file import text_of
from grantcheck.data.validated import validated

OWN = "grantcheck.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "grantcheck")
_REPOSITORY = (".git", ".hg")


@dataclass(frozen=True)
class FoundFile:
    """The file to read, and one beside it that it takes precedence over."""

    path: Path
    passed_over: Path | None = None


@dataclass(frozen=True)
class ConfigurationFile:
    """What a file sets."""

    path: Path
    sha256: str
    layer: Layer


def find_configuration(start: Path, home: Path | None) -> FoundFile | None:
    """The file in `start` (absolute) or its nearest parent, up to a repository's root or the home folder.

    Raises:
        DataFault: a pyproject.toml that may hold settings cannot be read.
    """
    for folder in _upwards(start, home):
        own, shared = folder / OWN, folder / SHARED
        shares = shared.is_file() and _table(shared) is not None
        if own.is_file():
            return FoundFile(own, shared if shares else None)
        if shares:
            return FoundFile(shared)
    return None


def read_configuration(path: Path) -> ConfigurationFile:
    """The settings in a file; its paths start at its own folder.

    Raises:
        DataFault: the file cannot be read, or a key or a value in it is wrong.
        SettingFault: a file or folder that it names does not exist.
    """
    marked = _table(path) if path.name == SHARED else load(path)
    if marked is None:
        raise DataFault(path, 1, "There is no [tool.grantcheck] in it.", f"Add one, or write {OWN}.")
    layer = layer_of(validated(Configuration, marked), lambda key: _origin(marked, key), path.parent)
    return ConfigurationFile(path, sha256(path.read_bytes()).hexdigest(), layer)


def _upwards(start: Path, home: Path | None) -> Iterator[Path]:
    for folder in (start, *start.parents):
        yield folder
        if folder == home or any((folder / mark).exists() for mark in _REPOSITORY):
            return


def _table(path: Path) -> Marked | None:
    """The project's table for grantcheck; None where it has none. Other tools' files need not even be TOML."""
    text = text_of(path)
    if TABLE[-1] not in text:
        return None
    marked = parse(text, path)
    values = marked.values
    for name in TABLE:
        if not isinstance(values, dict) or name not in values:
            return None
        values = values[name]
    depth = len(TABLE)
    lines = {key[depth:]: line for key, line in marked.lines.items() if key[:depth] == TABLE}
    return Marked(path, values, lines)


def _origin(marked: Marked, key: SettingKey) -> Origin:
    return Origin("file", f"{marked.path}:{marked.line(_as_spelled(marked, key))}")


def _as_spelled(marked: Marked, key: SettingKey) -> SettingKey:
    """A control area may stand in the file under its Danish name."""
    if key[:-1] != SERIES:
        return key
    spelled = ((*SERIES, word) for word in marked.values["prices"]["series"])
    return next(path for path in spelled if SPELLINGS[path[-1].strip().lower()] == key[-1])
