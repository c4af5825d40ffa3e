"""What a format may need besides the report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.report.page import Page
    from grantcheck.rules.rule import Rule


@dataclass(frozen=True)
class Checkout:
    """Where files lie for a platform that knows the repository only."""

    root: PurePath
    """The folder that holds the repository."""
    folder: PurePath
    """The folder that relative paths of the report start from."""

    def path(self, path: str) -> str:
        """The path from the root, with forward slashes; unchanged where the file lies elsewhere."""
        whole = PurePath(os.path.normpath(self.folder / path))
        inside = whole.relative_to(self.root) if whole.is_relative_to(self.root) else PurePath(path)
        return inside.as_posix()

    def uri(self, path: str) -> str:
        """The path as a URI: relative to the root, or absolute where the file lies elsewhere."""
        placed = self.path(path)
        written = quote(_bytes(placed))
        if PurePath(placed).is_absolute():
            return f"file:///{written.lstrip('/')}"
        return written


@dataclass(frozen=True)
class Setting:
    """The surroundings of one output."""

    language: Language
    page: Page
    checkout: Checkout
    rules: Sequence[Rule]
    """The rules in force, for formats that carry their documentation."""
    folder: PurePath
    """Where the output will lie; links to files start there."""


def _bytes(path: str) -> bytes:
    """The path as the file system has it; text that no file system has is shown instead."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return visible(path).encode()
