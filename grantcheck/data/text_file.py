"""The text of a data file."""

from __future__ import annotations

from pathlib import Path

from grantcheck.data.fault import DataFault
from grantcheck.model.text import Text


def text_of(path: Path) -> str:
    """The text of a file; a mark of UTF-8 at its beginning, as some editors write it, is no part of it.

    Raises:
        DataFault: the file cannot be read as UTF-8.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFault(
            path,
            1,
            Text(en="The file is not UTF-8 text.", da="Filen er ikke UTF-8-tekst."),
            Text(en="Save it as UTF-8.", da="Gem den som UTF-8."),
        ) from error
    except OSError as error:
        raise DataFault(
            path,
            1,
            Text(
                en=f"The file cannot be read: {error.strerror}.",
                da=f"Filen kan ikke læses: {error.strerror}.",
            ),
            Text(en="Check path and rights.", da="Kontrollér sti og rettigheder."),
        ) from error
