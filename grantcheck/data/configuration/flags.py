"""Settings from the options of a command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grantcheck.data.configuration.areas import series_by_area
from grantcheck.data.configuration.layer import SERIES, Layer, Origin, layer_of
from grantcheck.data.configuration.model import Configuration, SettingKey
from grantcheck.data.fault import SettingFault, Unfit


@dataclass(frozen=True)
class FlagValue:
    """What an option said, already of its type; several `[AREA=]FILE` are text still."""

    key: SettingKey
    value: Any
    flag: str


def read_flags(given: Iterable[FlagValue]) -> Layer:
    """What the options set; paths start at the current folder.

    Raises:
        SettingFault: a series is given wrongly, or a file that is named does not exist.
    """
    return tuple(setting for flag in given for setting in _set(flag))


def _set(given: FlagValue) -> Layer:
    value = _series(given) if given.key == SERIES else given.value
    for name in reversed(given.key):
        value = {name: value}
    return layer_of(Configuration.model_validate(value), lambda _key: Origin("flag", given.flag))


def _series(given: FlagValue) -> dict[str, str]:
    try:
        return series_by_area(given.value)
    except Unfit as unfit:
        raise SettingFault(given.flag, unfit.problem, unfit.remedy) from unfit
