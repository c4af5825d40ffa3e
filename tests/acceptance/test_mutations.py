"""A single edit of a note changes what reads it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import edits_of_figures, edits_of_offices, edits_of_seed, edits_of_wording, edits_of_words
from .auditing import SEED, audited, by_file, outcomes, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.model.finding import Finding

    from .mutation import Mutation

EDITS = (*edits_of_figures.EDITS, *edits_of_words.EDITS, *edits_of_offices.EDITS, *edits_of_wording.EDITS)
SEED_EDITS = edits_of_seed.EDITS

Audited = dict[str, "list[Finding]"]
AS_PRINTED = "as printed"


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """The fixture and all of its edits, in one audit."""
    return _audited(tmp_path_factory.mktemp("note"), edits_of_figures.NOTE, EDITS)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    """The published note and all of its edits, in one audit."""
    if not SEED.is_file():
        pytest.skip("the published note is not here")
    return _audited(tmp_path_factory.mktemp("seed"), SEED.read_text(encoding="utf-8"), SEED_EDITS)


def _audited(folder: Path, text: str, edits: Sequence[Mutation]) -> Audited:
    texts = {AS_PRINTED: text} | {edit.name: edit.applied(text) for edit in edits}
    names = {f"{number:03}.txt": name for number, name in enumerate(texts)}
    for file, name in names.items():
        (folder / file).write_text(texts[name], encoding="utf-8")
    return {names[file]: _alone(findings) for file, findings in by_file(audited(folder)).items()}


def _alone(findings: Sequence[Finding]) -> list[Finding]:
    """Without GC702: all edits bear the code of the note that they are edits of."""
    return [finding for finding in findings if finding.rule != "GC702"]


def test_there_are_enough_edits() -> None:
    assert len(EDITS) >= 30
    assert len({edit.name for edit in EDITS}) == len(EDITS)


def test_the_note_that_is_edited_is_without_fault(note: Audited) -> None:
    assert {
        rule: o for rule, o in outcomes(note[AS_PRINTED]).items() if o not in {"holds", "not_applicable"}
    } == {"GC101": "noted"}


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_an_edit_of_the_note_changes_what_reads_it(note: Audited, edit: Mutation) -> None:
    _check(note, edit)


@pytest.mark.parametrize("edit", SEED_EDITS, ids=str)
def test_an_edit_of_the_published_note_changes_what_reads_it(seed: Audited, edit: Mutation) -> None:
    _check(seed, edit)


def _check(notes: Audited, edit: Mutation) -> None:
    before, after = said(notes[AS_PRINTED]), said(notes[edit.name])
    now = outcomes(notes[edit.name])
    changed = {rule: now[rule] for rule in now if before[rule] != after[rule]}
    assert changed == dict(sorted(edit.changes.items()))
    for rule, words in edit.says.items():
        messages = [finding.message for finding in notes[edit.name] if finding.rule == rule]
        assert any(words in message for message in messages), messages
