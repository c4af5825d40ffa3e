"""Settled matches: what a person wrote is taken exactly, and a slip of the pen is told with its line."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.data.matches import load_matches

GRANTS = [f"G-{number:04}" for number in range(100, 130)]
SIGNED = 'by: A. Holm, on: "2026-02-03"'


@pytest.fixture
def loaded(tmp_path):
    def load(*lines: str, grants=GRANTS):
        path = tmp_path / "matches.yaml"
        path.write_text(
            "\n".join(["matches:", *(f"  - {{{line}, {SIGNED}}}" for line in lines), ""]), "utf-8"
        )
        return load_matches(path, grants)

    return load


def test_one_several_or_no_grants_are_settled(loaded):
    one, several, none = loaded(
        "note: BOR02, grant: G-0117", "note: KF031, grants: [G-0100, G-0101]", "note: TM110, grants: []"
    )
    assert one.ids == ("G-0117",)
    assert several.ids == ("G-0100", "G-0101")
    assert none.ids == ()
    assert one.settled_by == "A. Holm, 2026-02-03"


def test_a_match_may_be_of_one_round_only(loaded):
    (match,) = loaded("note: BOR02, budget_year: 2026, grant: G-0117")
    assert match.concerns("BOR02", 2026)
    assert not match.concerns("BOR02", 2027)
    assert not match.concerns("BOR03", 2026)


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        (
            ["note: BOR02, grants: []", "note: KF031, grant: G-0177"],
            3,
            "no grant 'G-0177'. Did you mean 'G-01",
        ),
        (["note: BOR02, grant: kvartal"], 2, "as 'grantcheck register list' prints it"),
        (
            ["note: BOR02, grant: G-0117", "note: BOR02, grants: []"],
            3,
            "settled twice, first in line 2. Keep one",
        ),
        (["note: BOR02, grant: G-0117, grants: []"], 2, "either 'grant' with one id, or 'grants'"),
        (["note: BOR02"], 2, "either 'grant' with one id, or 'grants'"),
        (["note: BOR02, grannt: G-0117"], 2, "'grannt' is not a known key. Did you mean 'grant'?"),
        (["grant: G-0117"], 2, "note' is missing"),
    ],
)
def test_a_slip_is_told_with_its_line(loaded, lines, line, says):
    with pytest.raises(DataFault, match=r"matches\.yaml") as raised:
        loaded(*lines)
    assert raised.value.line == line
    assert says in str(raised.value)


def test_a_day_is_written_in_full(tmp_path):
    path = tmp_path / "matches.yaml"
    path.write_text('matches:\n  - {note: BOR02, grants: [], by: A. Holm, on: "3/2"}\n', "utf-8")
    with pytest.raises(DataFault, match=r"'3/2' is no date; write it as \"2026-01-31\""):
        load_matches(path, GRANTS)


def test_an_empty_register_knows_no_grant(loaded):
    with pytest.raises(DataFault, match="Import the grants first"):
        loaded("note: BOR02, grant: G-0117", grants=[])
