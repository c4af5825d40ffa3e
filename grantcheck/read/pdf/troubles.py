"""What is said of pages, or parts of them, that were not read."""

from __future__ import annotations

from dataclasses import dataclass

from grantcheck.model.location import PageLocation
from grantcheck.read.blocks import Trouble

_CODE = "GC902"
_ABOUT = "page"


@dataclass(frozen=True, slots=True)
class _Sentence:
    english: str
    danish: str


_SENTENCES = {
    "image": _Sentence(
        "Page {page} is an image without text, so nothing on it was read: no table, figure or mark. "
        "Get the document as it was written (Word, or a PDF saved from it), or run text recognition (OCR) on it.",
        "Side {page} er et billede uden tekst, så intet på den er læst: ingen tabel, intet tal, intet kryds. "
        "Skaf dokumentet, som det er skrevet (Word eller en PDF gemt derfra), eller kør tekstgenkendelse (OCR) på det.",
    ),
    "recognised": _Sentence(
        "The text of page {page} was recognised from an image (OCR) and may be wrong, so it was not read. "
        "Get the document as it was written.",
        "Teksten på side {page} er genkendt fra et billede (OCR) og kan være forkert, så den er ikke læst. "
        "Skaf dokumentet, som det er skrevet.",
    ),
    "blank": _Sentence(
        "There is nothing to read in the file, on page {page} or any other. Look at it, and save the document as PDF again.",
        "Der er intet at læse i filen, hverken på side {page} eller nogen anden. Se på den, og gem dokumentet som PDF igen.",
    ),
    "damaged": _Sentence(
        "Page {page} is damaged and was not read. Save the document as PDF again.",
        "Side {page} er beskadiget og ikke læst. Gem dokumentet som PDF igen.",
    ),
    "crowded": _Sentence(
        "Page {page} holds more characters or drawings than are read. Save the document as PDF again, or split it.",
        "Side {page} indeholder flere tegn eller tegninger, end der læses. Gem dokumentet som PDF igen, eller del det.",
    ),
    "sideways": _Sentence(
        "Text on page {page} runs sideways and was not read. Turn the page and save it again.",
        "Tekst på side {page} står på tværs og er ikke læst. Drej siden, og gem den igen.",
    ),
    "unreadable": _Sentence(
        "Page {page} has signs that the file names no letter for. Save the document as PDF again, with its fonts.",
        "Side {page} har tegn, som filen ikke angiver noget bogstav for. Gem dokumentet som PDF igen, med skrifttyper.",
    ),
    "overlapping": _Sentence(
        "Words on page {page} are printed over each other, so what it says is not certain. Save the document as PDF again.",
        "Ord på side {page} er trykt oven i hinanden, så det er ikke sikkert, hvad der står. Gem dokumentet som PDF igen.",
    ),
    "cut off": _Sentence(
        "Lines on page {page} go on beyond its edge, so something is missing. Mend the page's layout and save it again.",
        "Linjer på side {page} går ud over kanten, så noget mangler. Ret sidens opsætning, og gem den igen.",
    ),
    "laid over": _Sentence(
        "Page {page} has fields, notes or stamps laid over its text, which were not read. Print it to a new PDF.",
        "Side {page} har felter, noter eller stempler lagt over teksten, som ikke er læst. Udskriv den til en ny PDF.",
    ),
    "repaired": _Sentence(
        "The file is damaged; what could be saved of it was read, and something may be missing. Save it as PDF again.",
        "Filen er beskadiget; det, der kunne reddes, er læst, og noget kan mangle. Gem den som PDF igen.",
    ),
}


def trouble(what: str, page: int, width: float, height: float) -> Trouble:
    """A page, or something on it, that was not read.

    Args:
        what: one of the reasons known here.
        page: its number, from 1.
        width: of the page in points.
        height: of the page in points.
    """
    sentence = _SENTENCES[what]
    return Trouble(
        code=_CODE,
        about=_ABOUT,
        english=sentence.english.format(page=page),
        danish=sentence.danish.format(page=page),
        location=PageLocation(page=page, bbox=(0, 0, max(0, round(width)), max(0, round(height)))),
    )
