"""All sources together: for each setting the strongest that sets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grantcheck.data.configuration.areas import DEFAULT
from grantcheck.data.configuration.layer import SERIES, Layer, Origin, Setting
from grantcheck.data.configuration.model import Configuration, SettingKey, setting_keys, value_of

BUILT_IN = Origin("built-in")


@dataclass(frozen=True)
class InForce:
    """The settings of a run, and where each comes from."""

    configuration: Configuration
    settings: Layer
    """In the order of the sections; a key that holds several has one for each entry."""

    def origin(self, key: SettingKey) -> Origin:
        """Where a setting comes from."""
        return next((setting.origin for setting in self.settings if setting.key == key), BUILT_IN)


def in_force(layers: Sequence[Layer]) -> InForce:
    """The settings of `layers`, the strongest first, over what is built in.

    Entries are taken one by one. A series for every control area also ends what weaker layers say of single areas.
    """
    chosen: dict[SettingKey, Setting] = {}
    closed = False
    for layer in layers:
        for setting in layer:
            if not (closed and setting.key[:-1] == SERIES):
                chosen.setdefault(setting.key, setting)
        closed = closed or any(setting.key == (*SERIES, DEFAULT) for setting in layer)
    settings = tuple(setting for key in setting_keys() for setting in _of_key(key, chosen))
    return InForce(Configuration.model_validate(_nested(chosen)), settings)


def _of_key(key: SettingKey, chosen: dict[SettingKey, Setting]) -> Iterator[Setting]:
    found = sorted(path for path in chosen if path[: len(key)] == key)
    if not found:
        yield Setting(key, value_of(Configuration(), key), BUILT_IN)
    for path in found:
        yield chosen[path]


def _nested(chosen: dict[SettingKey, Setting]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, setting in chosen.items():
        section = values
        for name in key[:-1]:
            section = section.setdefault(name, {})
        section[key[-1]] = setting.value
    return values
