"""What is said around an annotated copy, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language


@dataclass(frozen=True)
class AnnotatedWords:
    """Sentences; the names in braces are filled in."""

    title: str
    dashed: str
    nothing: str
    written: str
    written_one: str
    without_place: str
    cannot: str
    other_formats: str
    unreadable: str


ENGLISH = AnnotatedWords(
    title="Findings in {file}",
    dashed="A number in the note is the number here. A dashed box is the other side of a finding's evidence.",
    nothing="Nothing was found.",
    written="{target}: {count} findings.",
    written_one="{target}: 1 finding.",
    without_place="{count} of them have no place in the file and stand {where}.",
    cannot="'{file}' cannot be annotated: {why}",
    other_formats="comments go into PDF, Word (.docx) and Excel (.xlsx) files. For {suffix} files, "
    "'grantcheck audit -o markdown=FILE' writes the findings beside the note.",
    unreadable="it could not be read. {why}",
)
DANISH = AnnotatedWords(
    title="Fund i {file}",
    dashed="Et nummer i notatet er nummeret her. En stiplet ramme er den anden side af et funds belæg.",
    nothing="Der blev ikke fundet noget.",
    written="{target}: {count} fund.",
    written_one="{target}: 1 fund.",
    without_place="{count} af dem har intet sted i filen og står {where}.",
    cannot="'{file}' kan ikke kommenteres: {why}",
    other_formats="kommentarer kan sættes i PDF-, Word- (.docx) og Excel-filer (.xlsx). For {suffix}-filer skriver "
    "'grantcheck audit -o markdown=FIL' fundene ved siden af notatet.",
    unreadable="den kunne ikke læses. {why}",
)
WHERE = {
    ".pdf": {"en": "on the last page", "da": "på sidste side"},
    ".docx": {"en": "at its first paragraph", "da": "ved dens første afsnit"},
    ".xlsx": {"en": "in cell A1 of its first sheet", "da": "i celle A1 på det første ark"},
}


def annotated_words(language: Language) -> AnnotatedWords:
    """The words of `language`."""
    return DANISH if language == "da" else ENGLISH
