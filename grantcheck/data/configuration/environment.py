"""Settings from the environment: `GRANTCHECK_<SECTION>_<KEY>`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from grantcheck.data.configuration.areas import series_by_area
from grantcheck.data.configuration.layer import (
    FILES,
    PARAMETERS,
    PROFILE,
    REGISTER,
    SERIES,
    Layer,
    Origin,
    layer_of,
)
from grantcheck.data.configuration.model import Configuration, SettingKey, annotation_of, setting_keys
from grantcheck.data.fault import SettingFault, Unfit
from grantcheck.data.validated import first_mistake, nearest

PREFIX = "GRANTCHECK_"


def variable_of(key: SettingKey) -> str:
    """The variable of a setting.

    >>> variable_of(("report", "fail_on"))
    'GRANTCHECK_REPORT_FAIL_ON'
    """
    return PREFIX + "_".join(key).upper()


def read_environment(environment: Mapping[str, str]) -> Layer:
    """What the variables set. An empty variable sets nothing; paths start at the current folder.

    Raises:
        SettingFault: a variable is unknown, its value is wrong, or a file that it names does not exist.
    """
    keys = {variable_of(key): key for key in setting_keys()}
    found: Layer = ()
    for variable in sorted(name for name in environment if name.startswith(PREFIX)):
        if variable not in keys:
            raise SettingFault(variable, "There is no such setting.", nearest(variable, keys))
        if environment[variable].strip():
            found += _set(variable, keys[variable], environment[variable].strip())
    return found


def _set(variable: str, key: SettingKey, text: str) -> Layer:
    try:
        values = _value(key, text)
        for name in reversed(key):
            values = {name: values}
        configuration = Configuration.model_validate(values)
    except ValidationError as error:
        mistake = first_mistake(Configuration, error)
        raise SettingFault(variable, mistake.problem, mistake.remedy) from error
    except Unfit as unfit:
        raise SettingFault(variable, unfit.problem, unfit.remedy) from unfit
    return layer_of(configuration, lambda _key: Origin("variable", variable))


def _value(key: SettingKey, text: str) -> Any:  # noqa: ANN401 - what a file could hold, before it is checked
    annotation = annotation_of(key)
    if key == SERIES:
        return series_by_area(_listed(text))
    if key in {REGISTER, PROFILE, *FILES}:
        return text
    if key == PARAMETERS:
        return _parameters(_entries(_listed(text)))
    match get_origin(annotation):
        case kind if kind is tuple:
            return _listed(text)
        case kind if kind is dict:
            return _entries(_listed(text))
        case _:
            return text if Path in (annotation, *get_args(annotation)) else _scalar(text)


def _listed(text: str) -> list[str]:
    return [stripped for part in text.split(",") if (stripped := part.strip())]


def _entries(parts: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in parts:
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise Unfit(f"'{part}' is no entry.", "Write NAME=VALUE, with commas between several.")
        if name in found:
            raise Unfit(f"'{name}' stands twice.", "Keep one of the two.")
        found[name] = value
    return found


def _parameters(entries: Mapping[str, str]) -> dict[str, dict[str, str | int | bool]]:
    found: dict[str, dict[str, str | int | bool]] = {}
    for name, value in entries.items():
        rule, dot, parameter = name.partition(".")
        if not dot:
            raise Unfit(f"'{name}' names no parameter.", "Write RULE.NAME=VALUE.")
        found.setdefault(rule, {})[parameter] = _scalar(value)
    return found


def _scalar(text: str) -> str | int | bool:
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if text.isdecimal() else text
