"""OLD and NEW of `rules diff`: a folder of rules, a configuration file, or rules at a git revision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from grantcheck.cli.settings import Settings

if TYPE_CHECKING:
    from grantcheck.data.configuration.layer import Layer
    from grantcheck.data.fault import SettingFault

_GIT = "git:"
_LANGUAGE = ("report", "language")
"""Both sides speak as the run does."""
_OPTION_KINDS = frozenset({"flag", "variable"})


@contextmanager
def settings_of(side: str, settings: Settings) -> Iterator[Settings]:
    """The settings of the run, with the rules (or the configuration file) of one side.

    Raises:
        SettingFault: it names nothing that holds rules.
        DataFault: a configuration file has a mistake.
    """
    if side.startswith(_GIT):
        with _at_revision(side, settings) as folder:
            yield _with_folder(folder, side, settings)
    elif side.endswith(".toml"):
        yield _with_file(Path(side), settings)
    else:
        yield _with_folder(Path(side), side, settings)


def _with_file(path: Path, settings: Settings) -> Settings:
    """Options and variables stand over the file, and the file takes the place of the run's own."""
    from grantcheck.data.configuration.file import read_configuration  # noqa: PLC0415
    from grantcheck.data.configuration.in_force import in_force  # noqa: PLC0415

    file = read_configuration(path)
    given = tuple(
        one for one in settings.in_force.settings if one.origin.kind in _OPTION_KINDS or one.key == _LANGUAGE
    )
    return replace(settings, in_force=in_force([given, file.layer]), file=file)


def _with_folder(folder: Path, side: str, settings: Settings) -> Settings:
    from grantcheck.data.configuration.in_force import in_force  # noqa: PLC0415

    layer = _rules_layer(folder, side)
    return replace(settings, in_force=in_force([layer, settings.in_force.settings]))


def _rules_layer(folder: Path, side: str) -> Layer:
    """A whole set of rules takes the place of that in force; rule files alone are a pack beside it."""
    from grantcheck.data.configuration.flags import FlagValue, read_flags  # noqa: PLC0415

    if not folder.is_dir():
        raise _unfit(
            side, "There is no such folder.", "Name a folder of rules, a .toml file, or git:REVISION."
        )
    if (folder / "base").is_dir():
        return read_flags([FlagValue(("rules", "folder"), folder, side)])
    if not any(folder.glob("*.yaml")):
        raise _unfit(side, "There is no rule file here.", "Name a folder that holds rules (*.yaml).")
    return read_flags([FlagValue(("rules", "packs"), (f"{folder}/",), side)])


@contextmanager
def _at_revision(side: str, settings: Settings) -> Iterator[Path]:
    """The rules of `git:REVISION` or `git:REVISION:FOLDER` in a folder of their own, for a while."""
    from grantcheck.read.repository.git import repository_of  # noqa: PLC0415

    revision, _, named = side.removeprefix(_GIT).partition(":")
    folder = Path(named) if named else settings.configuration.rules.folder or Path("rules")
    repository = repository_of(Path.cwd(), side)
    try:
        inside = folder.absolute().resolve().relative_to(repository.root).as_posix()
    except ValueError:
        remedy = "Name one that is: git:REVISION:FOLDER."
        raise _unfit(side, f"'{folder}' is not in the repository '{repository.root}'.", remedy) from None
    if revision.startswith("-") or not repository.answer(
        "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"
    ):
        problem = f"The repository '{repository.root}' knows no revision '{revision}'."
        raise _unfit(side, problem, "Name a branch, a tag or a commit.")
    packed = repository.answer("archive", "--format=zip", revision, "--", inside)
    if packed is None:
        remedy = "Name the folder of rules that it had: git:REVISION:FOLDER."
        raise _unfit(side, f"At that revision there is no '{inside}'.", remedy)
    with TemporaryDirectory(prefix="grantcheck-") as scratch:
        with ZipFile(BytesIO(packed)) as archive:
            archive.extractall(scratch)
        yield Path(scratch, inside)


def _unfit(side: str, problem: str, remedy: str) -> SettingFault:
    from grantcheck.data.fault import SettingFault  # noqa: PLC0415

    return SettingFault(side, problem, remedy)
