"""Writes drawn notes as Word files, and if asked as text and PDF, with their truth."""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from .drawing import NoteDrawing
from .manner import draw_manner
from .pdf_file import write_pdf_file
from .text_file import write_text_file
from .word_file import write_word_file


def write_notes(folder: Path, count: int, seed: int, *, printed: bool, every_form: bool = False) -> None:
    """Writes `count` files with one note each; the same seed gives the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        rng = random.Random(f"{seed}/{number}")  # noqa: S311
        manner = draw_manner(rng, printed=printed)
        note = NoteDrawing(rng, manner).draw()
        note.truth["id"] = f"{number:03d}"
        note.truth["difficulties"] = [f"{name}={value}" for name, value in vars(manner).items()]
        path = folder / f"{number:03d}.docx"
        write_word_file(path, [(note, manner)], rng)
        if every_form:
            write_text_file(path.with_suffix(".txt"), note, rng)
            write_pdf_file(path.with_suffix(".pdf"), note, rng)
        path.with_suffix(".truth.json").write_text(
            json.dumps(note.truth, ensure_ascii=False, indent=1), "utf-8"
        )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--printed", action="store_true", help="only what a PDF writer prints as it is meant")
    parser.add_argument("--every-form", action="store_true", help="as text and PDF, too")
    given = parser.parse_args()
    write_notes(given.folder, given.count, given.seed, printed=given.printed, every_form=given.every_form)


if __name__ == "__main__":
    main()
