"""Where this machine remembers what was read."""

from __future__ import annotations

import os
from pathlib import Path


def cache_file(*, disabled: bool) -> Path | None:
    """The file for readings in the user's cache folder; None where nothing is to be remembered."""
    if disabled:
        return None
    folder = os.environ.get("XDG_CACHE_HOME")
    return (Path(folder) if folder else Path.home() / ".cache") / "grantcheck" / "readings.sqlite"
