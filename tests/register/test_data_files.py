"""Grants as YAML or JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.read.structured.fault import StructuredFault
from grantcheck.register.imports.data_file import read_grants_file

GRANTS = """\
covers: [2022, 2027]
grants:
  - grant: KF031
    title: Natåben  læsesal
    lines:
      - agreement: Budgetaftale 2022
        control_area: service
        committee: Kultur- og Fritidsudvalget
        price_level: current
        amounts: {2024: 340000, 2025: 340000}
      - agreement: Overførselssag 2023-2024
        permanent: true
        amounts: {2024: -5000}
"""
HERE = Path("grants.yaml")


def test_grants_are_read_with_their_lines() -> None:
    draft = read_grants_file(GRANTS, HERE)
    assert draft is not None
    assert [(each.row.agreement, each.row.year, each.row.amount) for each in draft.rows] == [
        ("Budgetaftale 2022", 2024, 340_000),
        ("Budgetaftale 2022", 2025, 340_000),
        ("Overførselssag 2023-2024", 2024, -5_000),
    ]
    assert (draft.rows[0].row.title, draft.rows[2].row.permanent) == ("Natåben læsesal", True)
    assert draft.covered == (2022, 2027)


def test_json_has_the_same_form() -> None:
    text = '{"grants": [{"grant": "A1", "lines": [{"agreement": "B", "amounts": {"2024": 1}}]}]}'
    draft = read_grants_file(text, Path("grants.json"))
    assert draft is not None
    assert (draft.rows[0].row.year, draft.covered) == (2024, (2024, 2024))


def test_a_file_of_notes_is_something_else() -> None:
    assert read_grants_file("code: KF031\ntitle: x\n", HERE) is None


@pytest.mark.parametrize(
    ("changed", "to", "said"),
    [
        ("price_level", "pricelevel", "line 9: 'pricelevel' is not a known key. Did you mean 'price_level'?"),
        ("340000,", '"340000",', "line 10: "),
        ("[2022, 2027]", "[2027, 2022]", "line 1: 'covers' ends before it begins"),
        ("control_area: service", "control_area: drift", "line 7: "),
        ("agreement: Budgetaftale 2022", 'agreement: ""', "line 6: "),
    ],
)
def test_a_mistake_is_told_with_its_line(changed: str, to: str, said: str) -> None:
    with pytest.raises(StructuredFault) as fault:
        read_grants_file(GRANTS.replace(changed, to), HERE)
    assert fault.value.detail.en.startswith(said)


def test_a_line_that_is_stated_twice_is_refused() -> None:
    again = (
        GRANTS + GRANTS[GRANTS.index("      - agreement: Budget") : GRANTS.index("      - agreement: Over")]
    )
    draft = read_grants_file(again, HERE)
    assert draft is not None
    assert [one.reason.en.split(";")[0] for one in draft.refused] == [
        "it states the same line and year as line 10"
    ] * 2
