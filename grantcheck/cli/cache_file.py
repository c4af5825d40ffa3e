"""Where this machine remembers what was read."""

from __future__ import annotations

import os
from pathlib import Path

from grantcheck.cli.home_folder import home_folder


def cache_file(*, disabled: bool) -> Path | None:
    """The file for readings in the user's cache folder; None where nothing is to be remembered, or nobody has one."""
    if disabled:
        return None
    folder = _cache_folder()
    return folder / "grantcheck" / "readings.sqlite" if folder else None


def _cache_folder() -> Path | None:
    chosen = os.environ.get("XDG_CACHE_HOME")
    if chosen:
        return Path(chosen)
    home = home_folder()
    return home / ".cache" if home else None
