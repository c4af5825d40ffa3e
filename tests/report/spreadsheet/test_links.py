from __future__ import annotations

from pathlib import PurePath

import pytest

from grantcheck.report.spreadsheet.links import cell_link, file_link

HERE = PurePath("/town/round")


def test_a_link_starts_at_the_workbook() -> None:
    assert file_link(HERE / "notes" / "BU 1.pdf", HERE) == "external:./notes/BU 1.pdf"
    assert (
        file_link(HERE / "notes" / "Børn.pdf", PurePath("/town/out")) == "external:./../round/notes/Børn.pdf"
    )


@pytest.mark.parametrize(
    "name", ["\\\\host\\share", "a#b", "c:d", "50%25.txt", "a?b", "a\x1bb", "a\u202eb", "\udcff", "x" * 2000]
)
def test_a_name_that_could_lead_elsewhere_is_not_linked(name: str) -> None:
    assert file_link(HERE / name, HERE) is None


def test_a_quote_in_the_name_of_a_sheet_is_doubled() -> None:
    assert cell_link("it's", 2) == "internal:'it''s'!A2"
