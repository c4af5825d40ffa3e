"""Which notes ask to continue which grants, in one budget year."""

from __future__ import annotations

from builders import READING_ROOM, profile
from cli.conftest import NOTE

from grantcheck.model.grant import Grant
from grantcheck.read.reading import Reading, ReadingOptions
from grantcheck.register.asking import Asking, asking
from grantcheck.register.joining import KnownGrants
from register.grants import grant_of

WORKSHOPS = "Aftenåbne værksteder for unge"


def workshops(name: str) -> Grant:
    return grant_of(name, WORKSHOPS, amount=300, agreement="Budgetaftale 2023", years=(2023, 2024, 2025))


def asked(tmp_path, *grants, year=2026, text=NOTE) -> Asking:
    path = tmp_path / "KUL21.txt"
    path.write_text(text, "utf-8")
    documents = Reading(profile(), ReadingOptions(jobs=1)).documents([path])
    return asking(documents, KnownGrants(grants), profile(), year)


def test_a_note_asks_for_the_grant_that_it_continues(tmp_path):
    found = asked(tmp_path, workshops("G1"), grant_of("G2", READING_ROOM))
    assert found == Asking({"G1": ("KUL21",)}, {}, 1, ())


def test_a_note_as_like_two_grants_asks_for_neither_for_certain(tmp_path):
    found = asked(tmp_path, workshops("G1"), workshops("G2"))
    assert (found.certain, found.perhaps) == ({}, {"G1": ("KUL21",), "G2": ("KUL21",)})


def test_a_note_of_another_year_or_of_none_asks_for_nothing(tmp_path):
    grant = workshops("G1")
    assert asked(tmp_path, grant, year=2025) == Asking({}, {}, 0, ("KUL21",))
    without = asked(tmp_path, grant, text=NOTE.replace("Budget 2026\n", "").replace("Budget 2026", ""))
    assert without.notes + len(without.elsewhere) == 1


def test_a_file_without_a_note_asks_for_nothing(tmp_path):
    assert asked(tmp_path, workshops("G1"), text="Dagsorden\n") == Asking({}, {}, 0, ())
