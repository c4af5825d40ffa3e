"""A file that is not read: which of the reasons it is."""

from __future__ import annotations

from enum import StrEnum

from grantcheck.model.text import Text


class Problem(StrEnum):
    """Why a file is not read as its kind of file."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TOO_MANY_NOTES = "too-many-notes"
    NO_ARCHIVE = "no-archive"
    NOT_WORD = "not-word"
    NOT_PDF = "not-pdf"


_SAID = {
    Problem.DAMAGED: Text(
        en="The file is damaged. Open it in the program that made it and save it again.",
        da="Filen er beskadiget. Åbn den i det program, den er lavet i, og gem den igen.",
    ),
    Problem.ENCRYPTED: Text(
        en="The file is protected with a password. Save it without one.",
        da="Filen er beskyttet med adgangskode. Gem den uden.",
    ),
    Problem.TOO_LARGE: Text(
        en="The file is, or unpacks to, more than is read. Split it, or take out pictures and attachments.",
        da="Filen er, eller fylder udpakket, mere end der læses. Del den, eller tag billeder og bilag ud.",
    ),
    Problem.NO_ARCHIVE: Text(
        en="The file is no document of Word or Excel as they are saved today. Save it as one, or give it its proper ending.",
        da="Filen er ikke et dokument fra Word eller Excel, som de gemmes i dag. Gem den som et, eller giv den dens rette endelse.",
    ),
    Problem.NOT_WORD: Text(
        en="The file is not a Word document of the kind .docx. Save it as one, or give it its proper ending.",
        da="Filen er ikke et Word-dokument af typen .docx. Gem den som et, eller giv den dens rette endelse.",
    ),
    Problem.NOT_PDF: Text(
        en="The file is not a PDF document. Save it as one, or give it its proper ending.",
        da="Filen er ikke et PDF-dokument. Gem den som et, eller giv den dens rette endelse.",
    ),
}


def too_many_notes(count: int, most: int) -> RefusedError:
    """What is raised over a file with more notes than are read."""
    return RefusedError(
        Problem.TOO_MANY_NOTES,
        Text(
            en=f"The file has {count} notes; at most {most} of one file are read. Split it, or raise the limit of notes per file.",
            da=f"Filen har {count} notater; der læses højst {most} af én fil. Del den, eller hæv grænsen for notater pr. fil.",
        ),
    )


class RefusedError(ValueError):
    """A file was not read; `problem` is the reason's code, `detail` the reason in a sentence."""

    def __init__(self, problem: Problem, detail: Text | None = None) -> None:
        self.problem = problem
        self.detail = detail or _SAID[problem]
        super().__init__(self.detail.en)
