"""One source of settings: what it sets, where it says so, and what its paths mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from grantcheck.data.configuration.model import Configuration, SettingKey, value_of
from grantcheck.data.fault import SettingFault
from grantcheck.model.choices import is_folder, is_series_path

if TYPE_CHECKING:
    from collections.abc import Callable

OriginKind = Literal["flag", "variable", "file", "built-in"]
SERIES: SettingKey = ("prices", "series")
REGISTER: SettingKey = ("register", "path")
FILES: frozenset[SettingKey] = frozenset({("waivers", "file"), ("baseline", "file")})
"""Files that need not lie there: a revision may have them, or a run makes them."""
PACKS: SettingKey = ("rules", "packs")
PARAMETERS: SettingKey = ("rules", "parameters")
PROFILE: SettingKey = ("profile", "name")
_SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Origin:
    """Where a value comes from."""

    kind: OriginKind
    place: str = ""
    """The option, the variable, or file and line; empty for what is built in."""


@dataclass(frozen=True)
class Setting:
    """One value with its origin."""

    key: SettingKey
    value: object
    origin: Origin


Layer = tuple[Setting, ...]
"""What one source sets, and nothing that it leaves alone."""


def layer_of(
    configuration: Configuration, origin_of: Callable[[SettingKey], Origin], folder: Path = Path()
) -> Layer:
    """The settings that were written into `configuration`; their paths start at `folder`.

    Raises:
        SettingFault: a file or folder that is named does not exist.
    """
    return tuple(
        _placed(Setting(key, value_of(configuration, key), origin_of(key)), folder)
        for key in _written(configuration)
    )


def _written(section: BaseModel, above: SettingKey = ()) -> Iterator[SettingKey]:
    for name in type(section).model_fields:
        if name not in section.model_fields_set:
            continue
        key, value = (*above, name), getattr(section, name)
        if isinstance(value, BaseModel):
            yield from _written(value, key)
        else:
            yield from _entries(value, key)


def _entries(value: object, key: SettingKey) -> Iterator[SettingKey]:
    """The setting itself, or each entry of one that holds several."""
    if not isinstance(value, dict):
        yield key
        return
    for entry, inner in value.items():
        yield from _entries(inner, (*key, entry))


def _placed(setting: Setting, folder: Path) -> Setting:
    return Setting(setting.key, _value_in(folder, setting), setting.origin)


def _value_in(folder: Path, setting: Setting) -> object:
    value = setting.value
    match value:
        case Path() as path:
            value = _existing(folder / path, setting)
        case str() as source if setting.key[:-1] == SERIES and is_series_path(source):
            value = str(_existing(folder / source, setting))
        case str() as source if setting.key == PROFILE:
            value = _folder_or_name(source, folder, setting)
        case tuple() as sources if setting.key == PACKS:
            value = tuple(_folder_or_name(source, folder, setting) for source in sources)
        case str() as address if setting.key == REGISTER:
            value = _register_in(folder, address)
        case str() as file if setting.key in FILES:
            value = str(folder / file)
    return value


def _folder_or_name(source: str, folder: Path, setting: Setting) -> str:
    """The folder with its slash, or the name of what is installed or shipped."""
    return f"{_existing(folder / source, setting)}/" if is_folder(source) else source


def _register_in(folder: Path, address: str) -> str:
    """The address of a register; one in a file starts at `folder`. It need not exist: an import makes it."""
    if address.startswith(_SQLITE):
        return f"{_SQLITE}{folder / address.removeprefix(_SQLITE)}"
    return address if "://" in address or not address else str(folder / address)


def _existing(path: Path, setting: Setting) -> Path:
    if path.exists():
        return path
    raise SettingFault(
        setting.origin.place, f"'{path}' does not exist.", "Correct the path, or leave the setting out."
    )
