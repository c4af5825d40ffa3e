"""A finding keeps its fingerprint in another format, in another folder, and when the note is edited elsewhere."""

from __future__ import annotations

import random
import re
import shutil
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from read.generated.drawing import NoteDrawing
from read.generated.manner import draw_manner
from read.generated.text_file import write_text_file
from read.generated.word_file import write_word_file

from .auditing import CORPUS, FOUND, NOTES, audited

if TYPE_CHECKING:
    from pathlib import Path

Fingerprints = dict[tuple[str, str, str], list[str]]
"""Of the findings of each rule that end alike and say the same; a form that was read less well says otherwise."""
IN_BOTH = sorted(path for path in CORPUS.glob("*.pdf") if path.with_suffix(".docx").exists())
_SETTING = re.compile(r"[\s\-\u2010\u2011\u00ad]")


def fingerprints(*paths: Path) -> Fingerprints:
    found: Fingerprints = defaultdict(list)
    for finding in audited(*paths, engine="reference").findings:
        if finding.outcome in FOUND:
            said = _SETTING.sub("", finding.message)
            found[finding.rule, finding.outcome.value, said].append(finding.fingerprint)
    return {rule: sorted(each) for rule, each in found.items()}


def in_both(one: Fingerprints, other: Fingerprints) -> list[tuple[str, str, str]]:
    """What is said as often in one as in the other."""
    return sorted(said for said in one.keys() & other.keys() if len(one[said]) == len(other[said]))


@pytest.mark.skipif(not IN_BOTH, reason="the rebuilt notes are not beside the repository")
def test_a_note_as_a_pdf_and_in_word() -> None:
    pdf, word = (
        fingerprints(*(path.with_suffix(suffix) for path in IN_BOTH)) for suffix in (".pdf", ".docx")
    )
    rules = in_both(pdf, word)
    assert len(rules) >= 5
    assert {rule: pdf[rule] for rule in rules} == {rule: word[rule] for rule in rules}


@pytest.mark.parametrize("seed", range(6))
def test_a_drawn_note_in_word_and_as_text(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    manner = replace(draw_manner(rng, printed=True), hyphens=0, split_tables=0, tall_heading=False, hidden=0)
    note = NoteDrawing(rng, manner).draw()
    write_word_file(tmp_path / "note.docx", [(note, manner)], rng)
    write_text_file(tmp_path / "note.txt", note, rng)
    word, text = fingerprints(tmp_path / "note.docx"), fingerprints(tmp_path / "note.txt")
    rules = in_both(word, text)
    assert {rule: word[rule] for rule in rules} == {rule: text[rule] for rule in rules}


def test_another_folder(tmp_path: Path) -> None:
    shutil.copytree(NOTES, tmp_path / "moved" / "notes")
    assert fingerprints(tmp_path / "moved" / "notes") == fingerprints(NOTES)


@pytest.mark.parametrize("name", ["KF060", "SU021", "KF031", "TM099"])
def test_lines_that_move_everything_down(tmp_path: Path, name: str) -> None:
    text = (NOTES / f"{name}.txt").read_text("utf-8")
    moved = tmp_path / f"{name}.txt"
    moved.write_text(text.replace("\n", "\n\n"), "utf-8")
    before, after = fingerprints(NOTES / f"{name}.txt"), fingerprints(moved)
    rules = in_both(before, after)
    assert len(rules) >= 3
    assert {rule: before[rule] for rule in rules} == {rule: after[rule] for rule in rules}
