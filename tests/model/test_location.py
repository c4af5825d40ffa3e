"""A place is said so that a person finds it."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from grantcheck.model.location import (
    WHOLE_FILE,
    CellLocation,
    LineLocation,
    Location,
    PageLocation,
    ParagraphLocation,
    SheetLocation,
)

PLACES = [
    (LineLocation(line=58, column=49), "line 58", "linje 58"),
    (WHOLE_FILE, "the whole file", "hele filen"),
    (PageLocation(page=2, bbox=(70, 410, 520, 425)), "page 2", "side 2"),
    (ParagraphLocation(paragraph=14), "paragraph 14", "afsnit 14"),
    (CellLocation(table=3, row=2, column=5), "table 3, row 2, column 5", "tabel 3, række 2, kolonne 5"),
    (SheetLocation(sheet="Ark1", cell="B7"), "sheet Ark1, cell B7", "ark Ark1, celle B7"),
]


@pytest.mark.parametrize(("place", "en", "da"), PLACES, ids=lambda value: type(value).__name__)
def test_a_place_is_named_in_both_languages(place, en, da):
    assert (place.described().en, place.described().da) == (en, da)


@pytest.mark.parametrize("place", [place for place, _, _ in PLACES], ids=lambda place: type(place).__name__)
def test_a_place_of_one_format_is_never_taken_for_another(place):
    any_place = TypeAdapter(Location)
    again = any_place.validate_json(any_place.dump_json(place))
    assert again == place
    assert type(again) is type(place)


def test_a_place_of_no_format_is_refused():
    with pytest.raises(ValidationError):
        TypeAdapter(Location).validate_python({"line": 3, "column": 1, "page": 2})
