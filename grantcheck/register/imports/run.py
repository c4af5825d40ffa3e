"""One file into the register: all of its rows or none, and how that ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from grantcheck.model.text import Text
from grantcheck.register.fault import RegisterFault
from grantcheck.register.imports.files import NotImportedError

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from grantcheck.model.batch import Batch
    from grantcheck.register.drafts import FileRead
    from grantcheck.register.imports.files import Importing
    from grantcheck.register.store import Register


class Ending(StrEnum):
    """How the import of a file ended."""

    IMPORTED = "imported"
    WOULD_IMPORT = "would-import"
    UNCHANGED = "unchanged"
    """The same file was imported before."""
    REFUSED = "refused"
    """It has rows that were refused, or a mistake."""
    NOT_READ = "not-read"
    """It is no file of its kind, or holds nothing."""
    FAILED = "failed"
    """The register could not be used."""


@dataclass(frozen=True)
class FileEnding:
    """A file, and how its import ended."""

    path: str
    ending: Ending
    file: FileRead | None = None
    """None where nothing was read."""
    batch: Batch | None = None
    said: Text | None = None
    """Why nothing was imported."""


@dataclass(frozen=True)
class Taking:
    """How files are taken into a register."""

    register: Register
    importing: Importing
    known_from: date
    now: datetime
    """With a time zone."""
    dry_run: bool = False
    allow_refused: bool = False
    """Whether a file is taken without the rows that are refused."""

    def take(self, path: Path) -> FileEnding:
        """Reads a file and takes its rows.

        Raises:
            DataFault: the mapping has a mistake.
            OSError: the file cannot be opened.
        """
        try:
            file = self.importing.read(path)
        except NotImportedError as fault:
            ending = Ending.NOT_READ if fault.unreadable else Ending.REFUSED
            return FileEnding(str(path), ending, said=fault.said)
        try:
            return self._taken(path, file)
        except RegisterFault as fault:
            return FileEnding(str(path), Ending.FAILED, file, said=fault.said)

    def _taken(self, path: Path, file: FileRead) -> FileEnding:
        earlier = self.register.earlier_import(file)
        if earlier is not None:
            return FileEnding(str(path), Ending.UNCHANGED, file, earlier)
        if file.draft.refused and not (self.allow_refused and file.draft.rows):
            return FileEnding(str(path), Ending.REFUSED, file, said=_REFUSED)
        if self.dry_run:
            return FileEnding(str(path), Ending.WOULD_IMPORT, file)
        entered = self.register.add(file, self.known_from, self.now)
        ending = Ending.IMPORTED if entered.is_new else Ending.UNCHANGED
        return FileEnding(str(path), ending, file, entered.batch)


_REFUSED = Text(
    en="Nothing of this file was imported. Mend the rows above, or leave them out with --allow-refused.",
    da="Intet af denne fil er importeret. Ret rækkerne ovenfor, eller udelad dem med --allow-refused.",
)
