"""The text of a data file."""

from __future__ import annotations

from pathlib import Path

from grantcheck.data.fault import DataFault


def text_of(path: Path) -> str:
    """The text of a file; a mark of UTF-8 at its beginning, as some editors write it, is no part of it.

    Raises:
        DataFault: the file cannot be read as UTF-8.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFault(path, 1, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise DataFault(
            path, 1, f"The file cannot be read: {error.strerror}.", "Check path and rights."
        ) from error
