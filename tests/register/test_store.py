"""The register over time: what is known on which day. Every test runs with a file and with a server."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from grantcheck.model.terms import ControlArea
from grantcheck.register.fault import RegisterFault
from grantcheck.register.store import Register, existing_register, open_register

from .stated import AUTUMN, NOW, SPRING, file_with, gave


def test_a_register_that_nobody_wrote_to_knows_nothing(register: Register) -> None:
    assert register.grants() == {}
    assert register.batches() == ()
    assert register.history("KF031") == ()


def test_rows_come_back_as_they_were_stated(register: Register) -> None:
    stated = [
        *gave({2024: 340_000, 2025: 10**14}),
        *gave({2024: -50_000}, "Overførselssag 2023-2024", control_area=None, committee="", price_level=None),
        *gave({2025: 1}, activity="Børn & unge; \"æøå\" 'x' {1,2}", price_level=2026, permanent=True),
        *gave({2025: 7}, control_area=ControlArea.CAPITAL, grant="TM108", title="Bro"),
    ]
    register.add(file_with(stated), SPRING, NOW)
    found = [row for grant in register.grants().values() for row in grant.rows]
    assert {(*_said(row), row.batch) for row in found} == {(*_said(row), 1) for row in stated}
    assert register.grants()["TM108"].title == "Bro"


def _said(row):
    return tuple(getattr(row, name) for name in row.__dataclass_fields__ if name != "batch")


def test_a_later_import_takes_the_place_of_what_it_states_again_and_leaves_the_rest(
    register: Register,
) -> None:
    register.add(file_with(gave({2024: 340, 2025: 340})), SPRING, NOW)
    register.add(file_with(gave({2025: 360, 2026: 360})), AUTUMN, NOW)
    assert register.grants()["KF031"].amounts == {2024: 340, 2025: 360, 2026: 360}


def test_an_earlier_day_shows_what_was_known_then(register: Register) -> None:
    register.add(file_with(gave({2025: 340}, title="Læsesal")), SPRING, NOW)
    register.add(file_with(gave({2025: 360})), AUTUMN, NOW)
    before_all = register.grants(SPRING - timedelta(days=1))
    in_spring = register.grants(AUTUMN - timedelta(days=1))["KF031"]
    in_autumn = register.grants(AUTUMN)["KF031"]
    assert before_all == {}
    assert (in_spring.net(2025), in_spring.title) == (340, "Læsesal")
    assert (in_autumn.net(2025), in_autumn.title) == (360, "Natåben læsesal")


def test_what_is_known_from_an_earlier_day_does_not_undo_what_came_after(register: Register) -> None:
    register.add(file_with(gave({2025: 360})), AUTUMN, NOW)
    register.add(file_with(gave({2025: 340})), SPRING, NOW)
    assert register.grants()["KF031"].net(2025) == 360
    assert register.grants(SPRING)["KF031"].net(2025) == 340
    assert [batch.number for batch in register.batches()] == [2, 1]


def test_a_cancellation_stands_beside_its_grant_and_zero_takes_both_away(register: Register) -> None:
    register.add(file_with(gave({2024: 340, 2025: 340})), SPRING, NOW)
    register.add(file_with(gave({2025: -340})), AUTUMN, NOW)
    assert register.grants()["KF031"].amounts == {2024: 340, 2025: 0}
    register.add(file_with(gave({2025: 0})), AUTUMN, NOW)
    assert [row.amount for row in register.grants()["KF031"].rows] == [340, 0]


def test_the_same_file_twice_changes_nothing(register: Register) -> None:
    first = register.add(file_with(gave({2025: 340})), SPRING, NOW)
    again = register.add(file_with(gave({2025: 340})), AUTUMN, NOW + timedelta(days=1))
    assert (first.is_new, again.is_new) == (True, False)
    assert again.batch == first.batch
    assert len(register.batches()) == 1
    assert register.earlier_import(file_with(gave({2025: 340}))) == first.batch


def test_silence_says_zero_only_in_the_years_that_an_import_of_the_grant_covers(register: Register) -> None:
    register.add(file_with(gave({2024: 340, 2025: 340}), covered=(2022, 2026)), SPRING, NOW)
    other = gave({2030: 1}, grant="TM108")
    register.add(file_with(other, covered=(2022, 2030)), SPRING, NOW)
    library = register.grants()["KF031"]
    assert [library.net(year) for year in (2021, 2023, 2026, 2027)] == [None, 0, 0, None]


def test_only_the_grants_that_are_wanted_are_read(register: Register) -> None:
    register.add(file_with(gave({2025: 1}), gave({2025: 2}, grant="TM108")), SPRING, NOW)
    assert list(register.grants(only=["TM108", "SO9"])) == ["TM108"]
    assert list(register.grants(only=[])) == []
    many = [f"X{number}" for number in range(600)]
    assert list(register.grants(only=[*many, "KF031"])) == ["KF031"]


def test_the_history_tells_what_each_import_changed(register: Register) -> None:
    register.add(file_with(gave({2024: 340, 2025: 340}), name="spring.csv"), SPRING, NOW)
    register.add(file_with(gave({2030: 1}, grant="TM108"), name="roads.csv"), SPRING, NOW)
    register.add(file_with(gave({2025: 360, 2026: 360}), name="autumn.csv"), AUTUMN, NOW)
    spring, autumn = register.history("KF031")
    assert (spring.batch.file, autumn.batch.file) == ("spring.csv", "autumn.csv")
    assert [(each.row.year, each.before, each.row.amount) for each in autumn.changes] == [
        (2025, 340, 360),
        (2026, None, 360),
    ]
    assert register.history("KF031", SPRING) == (spring,)


def test_a_batch_keeps_its_file_and_its_days(register: Register) -> None:
    entered = register.add(file_with(gave({2024: 340}), covered=(2020, 2027)), SPRING, NOW)
    (kept,) = register.batches()
    assert kept == entered.batch
    assert (kept.number, kept.file, kept.known_from, kept.imported_at) == (1, "grants.csv", SPRING, NOW)
    assert (kept.covered, kept.rows, kept.refused) == (range(2020, 2028), 1, 0)


def test_a_register_outlives_the_program(address: str) -> None:
    open_register(address).add(file_with(gave({2025: 340})), SPRING, NOW)
    assert open_register(address).grants()["KF031"].net(2025) == 340


def test_a_register_that_was_named_must_be_there(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert existing_register(None) is None
    with pytest.raises(RegisterFault, match=r"There is no register 'office\.sqlite'\. Make it: grantcheck"):
        existing_register("office.sqlite")
    open_register(None).add(file_with(gave({2025: 340})), date(2026, 1, 1), NOW)
    assert (tmp_path / ".grantcheck" / "register.sqlite").exists()
    assert existing_register(None) is not None
