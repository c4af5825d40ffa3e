"""A pack: a folder of rules with a name and a version, the office's own or an installed one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from grantcheck.data.fault import DataFault, UnfitSetting
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import nearest, validated
from grantcheck.model.choices import is_folder
from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text
from grantcheck.rules.installed import installed_packs
from grantcheck.rules.office import PACKS

PACK_FILE = "pack.yaml"
_FORM = 'name: office, version: "1.0" and title: {en: …, da: …}'


class PackFile(Frozen):
    """What `pack.yaml` holds."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, Field(min_length=1)]
    title: Text


@dataclass(frozen=True)
class Pack:
    """A folder of rules that takes part."""

    name: str
    version: str
    """Empty where its folder does not say."""
    title: Text
    folder: Path


def load_pack(folder: Path) -> Pack:
    """The pack in a folder.

    Raises:
        DataFault: `pack.yaml` is missing or has a mistake, or the folder brings words of its own.
    """
    path = folder / PACK_FILE
    if not path.is_file():
        raise DataFault(path, 1, "A pack needs this file, and it is not there.", f"Write it, with {_FORM}.")
    vocabulary = folder / "facts.yaml"
    if vocabulary.exists():
        problem = "A pack uses the words of the rules in force and has none of its own."
        raise DataFault(vocabulary, 1, problem, "Remove the file, or use the folder with --rules instead.")
    file = validated(PackFile, load(path))
    return Pack(file.name, file.version, file.title, folder)


def base_pack(folder: Path) -> Pack:
    """The rules in `base` of a whole set, by its `pack.yaml` where it has one.

    Raises:
        DataFault: `pack.yaml` has a mistake.
    """
    if (folder / PACK_FILE).is_file():
        return load_pack(folder)
    return Pack(folder.name, "", Text(en="Rules of the folder", da="Mappens regler"), folder)


def pack_folders(sources: Sequence[str]) -> list[Path]:
    """The folders of packs, each named by its folder or as it was installed.

    Raises:
        UnfitSetting: a folder is not there, or no pack of that name is installed.
    """
    installed = installed_packs() if any(not is_folder(source) for source in sources) else {}
    return [_pack_folder(source, installed) for source in sources]


def must_differ(packs: Iterable[Pack]) -> None:
    """Check that no two packs have one name.

    Raises:
        DataFault: two have.
    """
    first: dict[str, Pack] = {}
    for pack in packs:
        other = first.setdefault(pack.name, pack)
        if other is not pack:
            problem = f"The name '{pack.name}' is that of the pack in {other.folder.as_posix()}."
            raise DataFault(pack.folder / PACK_FILE, 1, problem, "Give one of the two another name.")


def _pack_folder(source: str, installed: Mapping[str, Path]) -> Path:
    if is_folder(source):
        if Path(source).is_dir():
            return Path(source)
        raise UnfitSetting(
            PACKS, f"There is no folder '{source}'.", "Correct the path, or leave the pack out."
        )
    if source in installed:
        return installed[source]
    remedy = nearest(source, installed) if installed else "None is installed."
    hint = f"A folder is written with a slash: '{source}/'."
    raise UnfitSetting(PACKS, f"There is no installed pack '{source}'.", f"{remedy} {hint}")
