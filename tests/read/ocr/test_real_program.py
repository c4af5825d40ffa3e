"""With the program itself, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grantcheck.read.ocr.tesseract import OcrMissingError, require_tesseract
from read.ocr.programs import pictured
from read.pdf.files import pdf, text
from read.reading import SHARED

SCORER = SHARED / "tools" / "score_reading.py"


def _is_there() -> bool:
    try:
        require_tesseract()
    except OcrMissingError:
        return False
    return True


pytestmark = pytest.mark.skipif(not _is_there(), reason="tesseract with Danish data is not installed")


def _show(path: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "grantcheck",
        "show",
        "--ocr",
        "--no-cache",
        "--format",
        "json",
        str(path),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_a_picture_of_a_note_is_read(tmp_path):
    content = text(60, 780, "KUL21 Aftenåbne værksteder", 14) + text(60, 740, "Resume", 12)
    content += text(60, 715, "Der anmodes om midler til værksteder for unge i hele byen, og", 11)
    content += text(60, 702, "til de aktiviteter, som værkstederne har for børn og ældre, og", 11)
    content += text(60, 689, "som fortsætter i de kommende år.", 11)
    path = tmp_path / "scan.pdf"
    path.write_bytes(pictured(pdf(content)))
    result = _show(path)
    assert result.returncode == 4
    (note,) = json.loads(result.stdout)["notes"]
    assert (note["code"], note["title"]) == ("KUL21", "Aftenåbne værksteder")


@pytest.mark.skipif(not SCORER.exists(), reason="the rebuilt notes are not beside the repository")
def test_the_scanned_notes_hold_nothing_wrong(tmp_path):
    for stem in ("09", "10"):
        for suffix in (".pdf", ".truth.json"):
            shutil.copy(SHARED / "corpus" / "notes" / (stem + suffix), tmp_path)
    command = f"{sys.executable} -m grantcheck show --ocr --no-cache --format json"
    scored = subprocess.run(
        [sys.executable, SCORER, tmp_path, "--each", "--cmd", command],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert scored.returncode == 0, scored.stdout + scored.stderr
    assert "WRONG 0" in scored.stdout
