"""The examples of docs/structured-notes.md are read as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from grantcheck.read.structured.mapping import Mapping

from .reading import note_in, read

GUIDE = (Path(__file__).parents[3] / "docs" / "structured-notes.md").read_text("utf-8")
NOTE, CLAIMS, SHEET, MAPPING = re.findall(r"```(?:yaml|csv)\n(.*?)```", GUIDE, re.DOTALL)


def test_the_note_of_the_guide_is_read_whole():
    note = note_in(read(NOTE))
    assert note.unread == ()
    assert [claim.from_year for claim in note.claims] == [2022, 2026]
    assert len(note.statements) == 1


def test_the_claims_of_the_guide_are_read():
    (claim,) = note_in(read(f"code: A1\ntitle: B\n{CLAIMS}")).claims
    assert claim.precision == 100_000


def test_the_sheet_of_the_guide_needs_no_mapping():
    assert note_in(read(SHEET, "a.csv")).unread == ()


def test_the_mapping_of_the_guide_is_one():
    assert Mapping.model_validate(yaml.safe_load(MAPPING)).unit == 1_000
