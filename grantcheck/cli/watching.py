"""`audit --watch`: checks again whenever something that the result depends on changes.

It looks at the files every second; that works on network drives too, which tell nobody of their changes.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.faults import faults_told
from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.cli.settings import Settings

_SECONDS = 1.0
_NAMED = 3
"""Changed files that are named; of more it is said that there are more."""
_BESIDE_SETTINGS = (
    "grantcheck.toml",
    "pyproject.toml",
    "waivers.yaml",
    "waivers.xlsx",
    ".grantcheck/register.sqlite",
)
_BESIDE_NOTE = (".readings.yaml", ".mapping.yaml")
_SHARED_MAPPING = "mapping.yaml"
_NO_FILES = (("rules", "off"), ("rules", "parameters"))
_NOT_YET_WRITTEN = "-wal"
"""What SQLite appends to the name of a register for what is not yet in it."""

Stamp = tuple[int, int, int]


def pause() -> None:
    """Waits until it is worth another look."""
    time.sleep(_SECONDS)


def watch(
    settings: Settings, paths: Sequence[Path], written: Sequence[Path], run: Callable[[Settings], object]
) -> None:
    """Runs now and after every change, with the settings as they are then, until the user interrupts it.

    A fault is told, and the next change awaited; reports in `written` are no change.
    """
    current = settings
    skipped = {path.resolve() for path in written}

    def files() -> list[Path]:
        return [path for path in watched_files(current, paths) if path.resolve() not in skipped]

    try:
        for changed in changes(files, pause):
            if changed:
                _tell_changed(changed, current)
            try:
                with faults_told() as telling:
                    telling.language = current.configuration.report.language
                    current = current.again() if changed and current.again else current
                    run(current)
            except typer.Exit:
                pass  # its reason was told; what is changed next may mend it
            _tell_waiting(len(files()), current)
    except KeyboardInterrupt:
        return


def changes(files: Callable[[], Iterable[Path]], wait: Callable[[], None]) -> Iterator[tuple[Path, ...]]:
    """Nothing at once, then the files of each change, when it has come to rest.

    What changes while the receiver is at work is not missed: it is held against the state before.
    """
    before = _stamps(files())
    yield ()
    while True:
        wait()
        after = _stamps(files())
        if after == before:
            continue
        while True:  # a file is half written, or several are being copied
            wait()
            latest, after = after, _stamps(files())
            if latest == after:
                break
        changed = tuple(sorted(path for path in before | after if before.get(path) != after.get(path)))
        before = after
        if changed:
            yield changed


def watched_files(settings: Settings, paths: Sequence[Path]) -> Iterator[Path]:
    """Notes and what lies beside them, rules, and every file that a setting names or that is found by its place."""
    for path in paths:
        yield from _below(path)
        if not path.is_dir():
            yield from (path.with_suffix(suffix) for suffix in _BESIDE_NOTE)
            yield path.parent / _SHARED_MAPPING
    yield from _below(settings.rules_folder)
    folders = {Path(), settings.file.path.parent if settings.file else Path()}
    yield from (folder / name for folder in sorted(folders) for name in _BESIDE_SETTINGS)
    if settings.file:
        yield settings.file.path
    for value in _named(settings):
        if "://" not in value:
            yield from _below(Path(value))
            yield Path(f"{value}{_NOT_YET_WRITTEN}")


def _named(settings: Settings) -> Iterator[str]:
    """What settings name, files among it; the reasons why rules are off and the values of parameters name none."""
    for setting in settings.in_force.settings:
        if setting.key[:2] in _NO_FILES:
            continue
        values = setting.value if isinstance(setting.value, tuple) else (setting.value,)
        yield from (str(value) for value in values if isinstance(value, str | Path) and str(value))


def _below(path: Path) -> Iterator[Path]:
    """A file, or all files of a folder that are not hidden."""
    if not path.is_dir():
        yield path
        return
    for parent, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _stamps(files: Iterable[Path]) -> dict[Path, Stamp]:
    found: dict[Path, Stamp] = {}
    for file in files:
        try:
            state = file.stat()
        except OSError:  # not there, or no longer
            continue
        found[file] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return found


def _tell_changed(changed: Sequence[Path], settings: Settings) -> None:
    from grantcheck.report.catalogue import wording  # noqa: PLC0415

    more = ["…"] if len(changed) > _NAMED else []
    named = ", ".join([*map(str, changed[:_NAMED]), *more])
    tell(wording(settings.configuration.report.language).watch_changed.format(paths=named))


def _tell_waiting(count: int, settings: Settings) -> None:
    from grantcheck.report.catalogue import wording  # noqa: PLC0415

    tell(wording(settings.configuration.report.language).watch_waits.format(files=count))
