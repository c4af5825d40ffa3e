"""How the tests of reading read: texts as notes, and drawn notes against their truth."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from grantcheck.data.profile import Profile, load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.note import Note, Source
from grantcheck.read.copenhagen.claims import ClaimsFound, read_claims
from grantcheck.read.copenhagen.note import read_notes
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.lines import passage, split_lines

SHARED = Path(__file__).parents[2].parent / "shared"
SOURCE = Source(path="note.txt", sha256="0" * 64, media_type="text/plain")


@cache
def profile() -> Profile:
    return load_profile(shipped_rules())


def notes_in(text: str) -> tuple[Note, ...]:
    return read_notes(split_lines(text), SOURCE, profile())


def claims_in(text: str, budget_year: int = 2026) -> ClaimsFound:
    section = passage(split_lines(text))
    words = profile().wording.statements
    return read_claims(section, split_sentences(section.text), 0, budget_year, words)
