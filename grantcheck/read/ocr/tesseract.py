"""The program tesseract: whether it is there, and what it sees in an image."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Final

from grantcheck.model.text import Text

_PROGRAM: Final = "tesseract"
_LANGUAGE: Final = "dan"
_LAYOUT: Final = "11"
"""Sparse text: of all of tesseract's layouts it lost the fewest figures of tables."""
_CHECK_SECONDS: Final = 20


class OcrMissingError(FileNotFoundError):
    """What `--ocr` needs is not installed; `remedy` says how to get it."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"--ocr cannot be used: {problem}.")
        self.remedy = (
            "Install the program and its Danish data (Debian: apt-get install tesseract-ocr tesseract-ocr-dan; "
            "the extra grantcheck[ocr] needs nothing else), or run without --ocr."
        )


class NotRecognisedError(RuntimeError):
    """Tesseract gave nothing for a page; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)


def require_tesseract() -> None:
    """Look for the program and its Danish data before anything is read.

    Raises:
        OcrMissingError: one of them is missing.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise OcrMissingError("the program tesseract was not found")
    try:
        listed = subprocess.run(  # noqa: S603 - a program of the user's own, no shell
            [program, "--list-langs"], capture_output=True, timeout=_CHECK_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OcrMissingError("the program tesseract does not run") from error
    # older versions list on standard error
    if _LANGUAGE.encode() not in (listed.stdout + listed.stderr).split():
        raise OcrMissingError(f"tesseract has no data for Danish ({_LANGUAGE})")


def recognised(image: bytes, dpi: int, seconds: float) -> str:
    """What tesseract sees in an image, as its table of words (TSV).

    Args:
        image: a whole image file.
        dpi: how many dots of it make an inch.
        seconds: how long it may take.

    Raises:
        NotRecognisedError: it took too long, failed, or is not there.
    """
    program = shutil.which(_PROGRAM) or _PROGRAM
    command = [program, "-", "-", "-l", _LANGUAGE, "--psm", _LAYOUT, "--dpi", str(dpi), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - as above
            command,
            input=image,
            capture_output=True,
            timeout=seconds,
            check=False,
            # files are read in parallel already
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise NotRecognisedError(_too_slow(seconds)) from error
    except OSError as error:
        raise NotRecognisedError(_FAILED) from error
    if done.returncode != 0:
        raise NotRecognisedError(_FAILED)
    return done.stdout.decode("utf-8", errors="replace")


_FAILED = Text(en="tesseract failed over it", da="tesseract fejlede på den")


def _too_slow(seconds: float) -> Text:
    return Text(en=f"it took more than {seconds:g} seconds", da=f"den tog mere end {seconds:g} sekunder")
