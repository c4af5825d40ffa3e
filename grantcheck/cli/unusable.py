"""Files, folders and streams that cannot be used: why, and what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language

STANDARD_OUTPUT = "standard output"

_ELSEWHERE = ("Make room, or name another place.", "Skaf plads, eller angiv et andet sted.")
_NO_RIGHT = (
    ("you have no right to it", "du har ikke ret til det"),
    ("Ask for the right, or name another place.", "Bed om retten, eller angiv et andet sted."),
)
_KNOWN = {
    errno.ENOSPC: (("the disk is full", "disken er fuld"), _ELSEWHERE),
    errno.EDQUOT: (("your share of the disk is used up", "din del af disken er brugt op"), _ELSEWHERE),
    errno.EFBIG: (
        ("it would be larger than a file may be here", "det ville blive større, end en fil må være her"),
        _ELSEWHERE,
    ),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: (
        ("its disk can only be read", "disken kan kun læses"),
        ("Name another place.", "Angiv et andet sted."),
    ),
    errno.ENOENT: (
        ("it does not exist, or its folder does not", "det findes ikke, eller mappen gør ikke"),
        ("Check the path.", "Kontrollér stien."),
    ),
    errno.EISDIR: (("it is a folder", "det er en mappe"), ("Name a file.", "Angiv en fil.")),
    errno.ENOTDIR: (
        ("a part of its path is a file", "en del af stien er en fil"),
        ("Check the path.", "Kontrollér stien."),
    ),
    errno.EBADF: (
        ("it is closed", "det er lukket"),
        ("Leave it open, or write to a file with -o.", "Lad det stå åbent, eller skriv til en fil med -o."),
    ),
}
"""By the system's number: what is wrong and the remedy, each in English and Danish."""


def unusable(error: OSError, language: Language) -> str:
    """One sentence on what cannot be used and why, and one with the remedy."""
    fallback = (
        (error.strerror or str(error),) * 2,
        ("Check the path, its rights, and the disk.", "Kontrollér stien, rettighederne og disken."),
    )
    problem, remedy = _KNOWN.get(error.errno or 0, fallback)
    if language == "da":
        name = "standardoutput" if error.filename == STANDARD_OUTPUT else f"'{error.filename}'"
        return f"{name} kan ikke bruges: {problem[1]}. {remedy[1]}"
    name = STANDARD_OUTPUT if error.filename == STANDARD_OUTPUT else f"'{error.filename}'"
    return f"{name} cannot be used: {problem[0]}. {remedy[0]}"
