"""The home folder of whoever runs the program."""

from __future__ import annotations

from pathlib import Path


def home_folder() -> Path | None:
    """The folder; None for a user without one, as in some containers."""
    try:
        return Path.home()
    except RuntimeError:
        return None
