"""Mapping files: the one that was given, or the one that lies beside the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import Marked
from grantcheck.model.text import Text
from grantcheck.read.structured.fault import MAPPING_MISTAKE, StructuredFault
from grantcheck.read.structured.mapping import Mapping
from grantcheck.read.structured.marks import parse_marked
from grantcheck.read.structured.validation import Form, validated_form

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.marked_yaml import KeyPath

_MOST_BYTES = 1_000_000
_FOLDER_MAPPING = "mapping.yaml"


@dataclass(frozen=True, slots=True)
class MappingText:
    """The text of a mapping, so that what does not fit the sheet is told at its line."""

    marked: Marked

    def fault(self, at: KeyPath, en: str, da: str) -> StructuredFault:
        """What is wrong with the mapping at a place, for the sheet that is read."""
        place, line = self.marked.path.name, self.marked.line(at)
        return StructuredFault(MAPPING_MISTAKE, f"{place}, line {line}: {en}", f"{place}, linje {line}: {da}")


@dataclass(frozen=True, slots=True)
class MappingFile(MappingText):
    """A mapping with its file."""

    mapping: Mapping


def given_mapping(path: Path) -> MappingFile:
    """The mapping that the user named.

    Raises:
        DataFault: it has a mistake; the run ends, for the user said to use it.
    """
    try:
        return _loaded(path)
    except _MistakeError as mistake:
        raise DataFault(path, mistake.line, mistake.said.en, "") from mistake


def given_form(path: Path, form: type[Form]) -> tuple[Form, Marked]:
    """A mapping of another form that the user named, and its text.

    Raises:
        DataFault: it has a mistake.
    """
    try:
        marked = _marked(path)
        return validated_form(form, marked, MAPPING_MISTAKE), marked
    except _MistakeError as mistake:
        raise DataFault(path, mistake.line, mistake.said.en, "") from mistake
    except StructuredFault as fault:
        raise DataFault(path, fault.line, fault.said.en, "") from fault


def mapping_beside(path: Path) -> MappingFile | None:
    """`NAME.mapping.yaml` beside a sheet, or the folder's `mapping.yaml`; None where there is neither.

    Raises:
        StructuredFault: it has a mistake.
    """
    found = path_beside(path)
    if found is None:
        return None
    try:
        return _loaded(found)
    except _MistakeError as mistake:
        name, line = found.name, mistake.line
        raise StructuredFault(
            MAPPING_MISTAKE,
            f"{name}, line {line}: {mistake.said.en}",
            f"{name}, linje {line}: {mistake.said.da}",
        ) from mistake


def path_beside(path: Path) -> Path | None:
    """Where the mapping lies that is taken for a sheet, if none is given."""
    beside = (path.with_name(f"{path.stem}.{_FOLDER_MAPPING}"), path.with_name(_FOLDER_MAPPING))
    return next((candidate for candidate in beside if candidate.is_file()), None)


class _MistakeError(ValueError):
    def __init__(self, line: int, said: Text) -> None:
        super().__init__(said.en)
        self.line = line
        self.said = said


def _loaded(path: Path) -> MappingFile:
    marked = _marked(path)
    try:
        return MappingFile(marked, _checked(validated_form(Mapping, marked), marked))
    except StructuredFault as fault:
        raise _MistakeError(fault.line, fault.said) from fault


def _marked(path: Path) -> Marked:
    try:
        raw = path.read_bytes()[: _MOST_BYTES + 1]
        text = raw.decode("utf-8-sig")
    except OSError as error:
        said = Text(
            en=f"The file cannot be read: {error.strerror}. Check path and rights.",
            da=f"Filen kan ikke læses: {error.strerror}. Kontrollér sti og rettigheder.",
        )
        raise _MistakeError(1, said) from error
    except UnicodeDecodeError as error:
        said = Text(
            en="The file is not UTF-8 text. Save it as UTF-8.", da="Filen er ikke UTF-8. Gem den som UTF-8."
        )
        raise _MistakeError(1, said) from error
    try:
        return parse_marked(text, path)
    except StructuredFault as fault:
        raise _MistakeError(fault.line, fault.said) from fault


def _checked(mapping: Mapping, marked: Marked) -> Mapping:
    if mapping.columns.code is None:
        raise StructuredFault(
            MAPPING_MISTAKE,
            "'columns' names no column for 'code', which tells the notes apart. Add it.",
            "'columns' nævner ingen kolonne for 'code', som skiller notaterne ad. Tilføj den.",
            marked.line(("columns",)),
        )
    if mapping.unit is None and mapping.columns.unit is None:
        raise StructuredFault(
            MAPPING_MISTAKE,
            "'unit' is missing: write 'unit: 1' for kroner, 'unit: 1000' for thousands, or name its column.",
            "'unit' mangler: skriv 'unit: 1' for kroner, 'unit: 1000' for tusinder, eller nævn dens kolonne.",
            1,
        )
    if mapping.years is not None and mapping.long is not None:
        raise StructuredFault(
            MAPPING_MISTAKE,
            "'years' names a column for each year, 'long' one for all. Keep one of the two.",
            "'years' nævner en kolonne for hvert år, 'long' én for alle. Behold en af dem.",
            marked.line(("long",)),
        )
    return mapping
