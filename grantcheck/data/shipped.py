"""Where the declarative data that comes with grantcheck lies."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_rules() -> Path:
    """The folder `rules/`: inside the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "shipped_rules"
    return installed if installed.is_dir() else _PACKAGE.parent / "rules"
