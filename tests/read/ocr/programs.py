"""A stand-in for tesseract, and files whose pages are images."""

from __future__ import annotations

import ctypes
import sys
import zlib
from pathlib import Path

import pypdfium2.raw as pdfium

from grantcheck.read.layout.page import Page
from grantcheck.read.ocr.image import drawn
from grantcheck.read.pdf.reading import _start
from read.pdf.files import assembled

_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
_LANGUAGES = "List of available languages (2):\\ndan\\neng\\n"


def table_of(*lines: tuple[int, int, str], size: int = 30, sure: float = 95.0) -> str:
    """Tesseract's table of lines, each at a left edge and a top in dots."""
    rows = [_HEAD]
    for number, (left, top, text) in enumerate(lines):
        at = left
        for index, word in enumerate(text.split(" ")):
            width = len(word) * size // 2
            rows.append(f"5\t1\t{number}\t1\t1\t{index}\t{at}\t{top}\t{width}\t{size}\t{sure}\t{word}\n")
            at += width + size // 3
    return "".join(rows)


def install(folder: Path, says: str, *, languages: str = _LANGUAGES, after: str = "") -> Path:
    """A program called tesseract that prints a recorded table; `after` is what else it does with an image."""
    folder.mkdir(exist_ok=True)
    recorded = folder / "recorded.tsv"
    recorded.write_text(says, "utf-8")
    program = folder / "tesseract"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys, time, os\n"
        "if '--list-langs' in sys.argv:\n"
        f"    print('{languages}')\n"
        "    sys.exit(0)\n"
        f"open({str(folder / 'asked.txt')!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n')\n"
        "image = sys.stdin.buffer.read()\n"
        "assert image.startswith(b'P5 ')\n"
        f"{after or 'pass'}\n"
        f"sys.stdout.buffer.write(open({str(recorded)!r}, 'rb').read())\n",
        "utf-8",
    )
    program.chmod(0o755)
    return program


def asked(folder: Path) -> list[str]:
    """How the stand-in was called, call by call."""
    file = folder / "asked.txt"
    return file.read_text("utf-8").splitlines() if file.exists() else []


def scanned(pages: int = 1) -> bytes:
    """A PDF of pages that are one grey picture each."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        _stream(
            b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
            b"\xff" * 4,
        ),
        b"<< >>",
    ]
    for index in range(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * index} 0 R "
            "/Resources << /XObject << /Im 3 0 R >> >> >>".encode(),
            _stream(b"", b"595 0 0 842 0 0 cm /Im Do"),
        ]
    return assembled(objects)


def pictured(raw: bytes) -> bytes:
    """A PDF as a scanner would make it again: every page one picture, without text."""
    pages = _drawn(raw)
    kids = " ".join(f"{3 + 3 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    for index, (width, height, dots) in enumerate(pages):
        at = 3 + 3 * index
        shape = f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at + 1} 0 R "
            f"/Resources << /XObject << /Im {at + 2} 0 R >> >> >>".encode(),
            _stream(b"", b"595 0 0 842 0 0 cm /Im Do"),
            _stream(f"{shape} /ColorSpace /DeviceGray /BitsPerComponent 8".encode(), dots),
        ]
    return assembled(objects)


def _drawn(raw: bytes) -> list[tuple[int, int, bytes]]:
    _start()
    document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    pages = []
    for index in range(pdfium.FPDF_GetPageCount(document)):
        width, height = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDF_GetPageSizeByIndex(document, index, ctypes.byref(width), ctypes.byref(height))
        image = drawn(document, Page(index + 1, width.value, height.value))
        head, _, dots = image.content.partition(b"255\n")
        _, across, down = head.split()
        pages.append((int(across), int(down), dots))
    pdfium.FPDF_CloseDocument(document)
    return pages


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def note_lines() -> list[tuple[int, int, str]]:
    """A scanned note with code, side box, one request and the table of it, as tesseract sees it."""
    lines = [
        (230, 200, "KUL21 Aftenåbne værksteder for unge"),
        (1900, 260, "Budget 2026"),
        (230, 330, "Resume"),
        (230, 420, "Der anmodes om 0,3 mio. kr. årligt på service i 2026-2029"),
        (230, 465, "til videreførelse af værkstederne i hele byen."),
        (230, 510, "Bevillingen udløber i 2025."),
        (230, 580, "Økonomi"),
        (230, 660, "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder"),
        (230, 740, "1.000 kr., 2026 p/1"),
        (800, 740, "Styringsområde"),
    ]
    lines += [(1200 + 200 * index, 740, str(2026 + index)) for index in range(4)]
    lines += [(2000, 740, "Ialt")]
    for top, label, area, total in (
        (780, "Værksteder", "Service", "1.240"),
        (900, "Udgifter i alt (netto)", "", "1.240"),
    ):
        lines.append((230, top, label))
        lines += [(800, top, area)] if area else []
        lines += [(1215 + 200 * index, top, "310") for index in range(4)]
        lines.append((1985, top, total))
    return lines
