"""The waivers that a run uses: named by the settings, or beside the configuration; and what is told of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.cli.day import now
from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from datetime import date

    from grantcheck.cli.settings import Settings
    from grantcheck.model.text import Language
    from grantcheck.model.waiver import WaiverFile, WaiversInUse
    from grantcheck.waivers.given import GivenWaivers

_FILE, _TAKEN_FROM = ("waivers", "file"), ("waivers", "taken_from")


def given_waivers(settings: Settings, as_of: date | None) -> GivenWaivers | None:
    """The waivers of a run, on a day or today in their time zone; None where there is no file of them.

    Raises:
        DataFault: the file has a mistake.
        SettingFault: it, its revision or the repository is not there, or two files could be meant.
    """
    from grantcheck.waivers.given import GivenWaivers  # noqa: PLC0415
    from grantcheck.waivers.standing import day_in  # noqa: PLC0415

    chosen = settings.configuration.waivers
    file = _taken_from(settings) if chosen.taken_from else _as_it_lies(settings)
    if file is None:
        return None
    day = as_of or day_in(chosen.time_zone, now())
    return GivenWaivers(file, day, chosen.time_zone, chosen.warn_days)


def tell_lapsing(in_use: WaiversInUse | None, language: Language) -> None:
    """Warns, on standard error, of waivers that will soon let nothing stand any more."""
    from grantcheck.report.catalogue import wording  # noqa: PLC0415
    from grantcheck.report.waiver_words import lapsing_sentence  # noqa: PLC0415

    for waiver in in_use.lapsing if in_use else ():
        tell(lapsing_sentence(waiver, wording(language)))


def beside_configuration(settings: Settings) -> Path:
    """The folder of the configuration file in use; the current one where there is none."""
    return settings.file.path.parent if settings.file else Path()


def _as_it_lies(settings: Settings) -> WaiverFile | None:
    from grantcheck.waivers.loading import NAMES, load_waivers  # noqa: PLC0415

    said = settings.configuration.waivers.file
    if said is not None:
        return load_waivers(Path(said))
    there = [path for name in NAMES if (path := beside_configuration(settings) / name).is_file()]
    return load_waivers(_only(there)) if there else None


def _taken_from(settings: Settings) -> WaiverFile | None:
    from grantcheck.data.fault import SettingFault  # noqa: PLC0415
    from grantcheck.waivers.loading import NAMES, no_waivers, waivers_of  # noqa: PLC0415
    from grantcheck.waivers.revision import revision_of  # noqa: PLC0415

    chosen, place = settings.configuration.waivers, settings.in_force.origin(_TAKEN_FROM).place
    folder = beside_configuration(settings)
    paths = [Path(chosen.file)] if chosen.file else [folder / name for name in NAMES]
    if not paths[0].parent.is_dir():
        raise SettingFault(
            settings.in_force.origin(_FILE).place,
            f"There is no folder '{paths[0].parent}'.",
            "Correct the path of the waivers.",
        )
    revision = revision_of(chosen.taken_from or "", paths[0].parent, place)
    held = {path: raw for path in paths if (raw := revision.content(path.name)) is not None}
    if held:
        path = _only(list(held))
        return waivers_of(held[path], path, revision.name, revision.commit)
    tell(f"'{revision.name}' has no file '{paths[0]}', so that nothing is waived.")
    return no_waivers(paths[0], revision.name, revision.commit)


def _only(paths: list[Path]) -> Path:
    from grantcheck.data.fault import SettingFault  # noqa: PLC0415

    if len(paths) > 1:
        raise SettingFault(
            "waivers.file",
            f"There are two files of waivers, '{paths[0]}' and '{paths[1]}'.",
            "Keep one, or name it with --waivers.",
        )
    return paths[0]
