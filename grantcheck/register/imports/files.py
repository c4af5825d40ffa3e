"""Any file that allocations are imported from: a list of grants, or budget notes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from grantcheck.model.text import Text
from grantcheck.read.reading import Reading
from grantcheck.read.structured.fault import DAMAGED, ENCRYPTED, TOO_LARGE, StructuredFault
from grantcheck.read.text import decode
from grantcheck.register.drafts import Draft, FileRead
from grantcheck.register.imports.data_file import read_grants_file
from grantcheck.register.imports.list_file import read_list
from grantcheck.register.imports.note import read_notes

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.document import Document
    from grantcheck.model.years import Year

_SHEETS = frozenset({".csv", ".xlsx"})
_DATA = frozenset({".yaml", ".yml", ".json"})
_MOST_BYTES = 100_000_000
_UNREADABLE = frozenset({DAMAGED, ENCRYPTED, TOO_LARGE})


class NotImportedError(ValueError):
    """Nothing of a file could be taken."""

    def __init__(self, path: Path, said: Text, *, unreadable: bool) -> None:
        super().__init__(f"{path}: {said.en}")
        self.said = Text(en=f"{path}: {said.en}", da=f"{path}: {said.da}")
        self.unreadable = unreadable
        """Whether the file is no file of its kind at all, rather than one with a mistake."""


@dataclass(frozen=True)
class Importing:
    """How files are read for the register."""

    notes: Reading
    mapping: Path | None = None
    """Names the columns of lists of grants; notes are not read by it."""
    covered: tuple[Year, Year] | None = None
    """First and last year that the files say something of; None where the files say it themselves."""

    def read(self, path: Path) -> FileRead:
        """The rows of a file.

        Raises:
            NotImportedError: it cannot be read, or holds no allocations.
            DataFault: the mapping has a mistake.
            OSError: the file cannot be opened.
        """
        raw = _taken(path)
        try:
            draft = self._list(raw, path) or self._notes(path)
        except StructuredFault as fault:
            raise NotImportedError(path, fault.detail, unreadable=fault.problem in _UNREADABLE) from fault
        return FileRead(path.name, sha256(raw).hexdigest(), self._choices(), draft)

    def _list(self, raw: bytes, path: Path) -> Draft | None:
        suffix = path.suffix.lower()
        if suffix in _SHEETS and raw.strip():
            return read_list(raw, path, self.mapping, self.notes.profile, self.covered)
        text = decode(raw, _MOST_BYTES).text if suffix in _DATA else None
        return read_grants_file(text, path, self.covered) if text and text.strip() else None

    def _notes(self, path: Path) -> Draft:
        (document,) = self.notes.documents((path,))
        if not document.notes:
            raise NotImportedError(path, _why_no_note(document), unreadable=True)
        draft = read_notes(document.notes, self.covered)
        if not draft.rows and not draft.refused:
            raise NotImportedError(path, _NO_PRIOR_TABLE, unreadable=False)
        return draft

    def _choices(self) -> str:
        """A digest of what decides, besides its bytes, what a file says."""
        mapping = self.mapping.read_bytes() if self.mapping else b""
        return sha256(repr((mapping, self.covered)).encode()).hexdigest()


def _taken(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise NotImportedError(path, _TOO_LARGE, unreadable=True)
    return raw


def _why_no_note(document: Document) -> Text:
    return document.measure.detail or _NOTHING_READ


_TOO_LARGE = Text(
    en=f"The file has more than {_MOST_BYTES // 10**6} MB. Split it.",
    da=f"Filen fylder mere end {_MOST_BYTES // 10**6} MB. Del den.",
)
_NOTHING_READ = Text(
    en="The file holds neither a list of grants nor a budget note that could be read. "
    "'grantcheck show' says what was read of it.",
    da="Filen indeholder hverken en liste over bevillinger eller et budgetnotat, som kunne læses. "
    "'grantcheck show' viser, hvad der er læst af den.",
)
_NO_PRIOR_TABLE = Text(
    en="The note lists no prior allocations, so there is nothing to import.",
    da="Notatet angiver ingen tidligere afsatte midler, så der er intet at importere.",
)
