"""The settings of a run for a command: options over variables over the configuration file."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import typer

from grantcheck.cli.faults import faults_told
from grantcheck.cli.home_folder import home_folder
from grantcheck.cli.options import ConfigOption, NoConfigOption, SettingOption

if TYPE_CHECKING:
    from grantcheck.data.configuration.file import ConfigurationFile, FoundFile
    from grantcheck.data.configuration.in_force import InForce
    from grantcheck.data.configuration.layer import Layer
    from grantcheck.data.configuration.model import Configuration
    from grantcheck.data.profile import Profile
    from grantcheck.rules.office import Office
    from grantcheck.rules.rule import RuleBook

Command = Callable[..., None]


@dataclass(frozen=True)
class Settings:
    """What a command learns of its settings. It imports nothing, so that help stays quick."""

    in_force: InForce
    file: ConfigurationFile | None = None
    passed_over: Path | None = None
    """A file beside it that could have been read as well."""
    again: Callable[[], Settings] | None = None
    """Reads the same sources anew."""

    @property
    def configuration(self) -> Configuration:
        """The values."""
        return self.in_force.configuration

    @property
    def rules_folder(self) -> Path:
        """The whole set of rules in force, with its words, profiles and series."""
        from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415

        return self.configuration.rules.folder or shipped_rules()

    @property
    def office(self) -> Office:
        """What is chosen about rules, each with the place where it is."""
        from grantcheck.rules.office import OFF, PARAMETERS, Office, TurnedOff  # noqa: PLC0415
        from grantcheck.rules.parameter import ParameterSet  # noqa: PLC0415

        chosen = self.configuration.rules
        return Office(
            packs=chosen.packs,
            severities=self.configuration.chosen_severities,
            off={rule: TurnedOff(why, self._place((*OFF, rule))) for rule, why in chosen.off.items()},
            parameters={
                rule: {
                    name: ParameterSet(value, self._place((*PARAMETERS, rule, name)))
                    for name, value in values.items()
                }
                for rule, values in chosen.parameters.items()
            },
        )

    def book(self) -> RuleBook:
        """The rules in force, as the office chose them."""
        from grantcheck.rules.loading import load_rules  # noqa: PLC0415

        with self.choices_told():
            return load_rules(self.rules_folder, self.office)

    def profile(self) -> Profile:
        """The profile in force."""
        from grantcheck.data.profile import load_profile  # noqa: PLC0415

        with self.choices_told():
            return load_profile(self.rules_folder, self.configuration.profile.name)

    @contextmanager
    def choices_told(self) -> Iterator[None]:
        """Tells of a choice that does not fit rules or profiles where it was made.

        Raises:
            SettingFault: a choice does not fit.
        """
        from grantcheck.data.fault import SettingFault, UnfitSetting  # noqa: PLC0415

        try:
            yield
        except UnfitSetting as fault:
            raise SettingFault(self._place(fault.key), fault.problem, fault.remedy) from fault

    def _place(self, key: tuple[str, ...]) -> str:
        """Where a setting was made; of one that holds several, where the first of them was."""
        of_key = (one.origin for one in self.in_force.settings if one.key[: len(key)] == key)
        return next((origin.place for origin in of_key if origin.place), ".".join(key))


def configured(*options: SettingOption) -> Callable[[Command], Command]:
    """Gives a command those options, `--config` and `--no-config`; it receives `settings` in their place.

    The command is called inside `faults_told`.
    """

    def with_options(command: Command) -> Command:
        def run(config: Path | None, *, no_config: bool, **arguments: object) -> None:
            with faults_told() as telling:
                given = {option: arguments.pop(option.parameter) for option in options}

                def read() -> Settings:
                    settings = _settings(given, config, no_config=no_config)
                    telling.language = settings.configuration.report.language
                    return replace(settings, again=read)

                command(settings=read(), **arguments)

        run.__doc__, run.__name__ = command.__doc__, command.__name__
        run.__annotations__ = {}  # typer would look for their names here
        run.__signature__ = _signature(command, options)  # type: ignore[attr-defined]
        return run

    return with_options


def _signature(command: Command, options: tuple[SettingOption, ...]) -> inspect.Signature:
    """The command's own parameters, with the options in the place of `settings`."""
    own, hints = inspect.signature(command).parameters, get_type_hints(command, include_extras=True)
    kept = {name: _keyword(name, hints[name], own[name].default) for name in own if name != "settings"}
    before = [parameter for parameter in kept.values() if parameter.default is inspect.Parameter.empty]
    after = [parameter for parameter in kept.values() if parameter not in before]
    shared = [_keyword(option.parameter, option.annotation, None) for option in options]
    files = [_keyword("config", ConfigOption, None), _keyword("no_config", NoConfigOption, False)]  # noqa: FBT003 - the default of a switch
    return inspect.Signature([*before, *shared, *after, *files])


def _keyword(name: str, annotation: Any, default: object) -> inspect.Parameter:  # noqa: ANN401 - any type that typer knows
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _settings(given: Mapping[SettingOption, object], config: Path | None, *, no_config: bool) -> Settings:
    from grantcheck.data.configuration.environment import read_environment  # noqa: PLC0415
    from grantcheck.data.configuration.file import FoundFile, read_configuration  # noqa: PLC0415
    from grantcheck.data.configuration.in_force import in_force  # noqa: PLC0415

    if config is not None and no_config:
        raise typer.BadParameter("'--config' and '--no-config' exclude each other. Keep one of the two.")
    found = FoundFile(config) if config else None if no_config else _found()
    file = read_configuration(found.path) if found else None
    layers = [_flags(given), read_environment(os.environ), file.layer if file else ()]
    return Settings(in_force(layers), file, found.passed_over if found else None)


def _found() -> FoundFile | None:
    """The file for the current folder, by a path from there: short to read, and the same on every machine."""
    from grantcheck.data.configuration.file import FoundFile, find_configuration  # noqa: PLC0415

    here = Path.cwd()
    found = find_configuration(here, home_folder())
    if found is None:
        return None
    near = Path(os.path.relpath(found.path.parent, here))
    return FoundFile(near / found.path.name, near / found.passed_over.name if found.passed_over else None)


def _flags(given: Mapping[SettingOption, object]) -> Layer:
    from grantcheck.data.configuration.flags import FlagValue, read_flags  # noqa: PLC0415

    return read_flags(
        FlagValue(option.key, option.plain(value), option.said(value))
        for option, value in given.items()
        if value is not None and value != []
    )
