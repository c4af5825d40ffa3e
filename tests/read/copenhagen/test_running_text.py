"""Amounts of running text wherever it stands; what is no running text, and what is said of the rest."""

from __future__ import annotations

import pytest

from grantcheck.model.location import LineLocation
from grantcheck.model.note import Note
from grantcheck.read.blocks import Paragraph
from read.reading import notes_in

from .test_laid_out import HEAD as GRID_HEAD
from .test_laid_out import HERE, OVERVIEW, ROWS, grid, notes, text

HEAD = "KF7 Åben hal i weekenden\nResume\nKort.\nIndhold\nMere.\nØkonomi\nDer søges.\n"
TABLE = (
    f"{OVERVIEW}\n1.000 kr., 2026 p/l Styringsområde\n2026 2027 I alt\n"
    "Rengøring Service 100 100 200\nUdgifter i alt (netto) 100 100 200\n"
)
SENTENCE = "Heraf går 0,3 mio. kr. i 2027 til drift.\n"


def read(content: str) -> Note:
    (note,) = notes_in(content)
    return note


def laid_out(*blocks: object) -> Note:
    shown = [block if not isinstance(block, str) else text(block) for block in blocks]
    (note,) = notes(text("KF7 Åben hal"), text("Resume"), text("Økonomi"), *shown)  # type: ignore[arg-type]
    return note


@pytest.mark.parametrize(
    ("heading", "name"),
    [("", "economy"), ("Administrativt bilag\n", "appendix"), ("Øvrige tekniske oplysninger\n", "technical")],
)
def test_an_amount_behind_a_table_is_claimed(heading: str, name: str) -> None:
    note = read(f"{HEAD}{TABLE}{heading}{SENTENCE}")
    assert [(claim.amount, claim.from_year) for claim in note.claims] == [(300_000, 2027)]
    texts = {section.name: section.text for section in note.sections}
    assert texts[name].endswith("Heraf går 0,3 mio. kr. i 2027 til drift.")


def test_a_phrase_behind_a_table_does_not_go_on_the_sentence_before_it() -> None:
    note = read(f"{HEAD.removesuffix('.' + chr(10))} 0,2 mio. kr.\n{TABLE}i 2027 er der intet.\n")
    assert [(claim.amount, claim.from_year) for claim in note.claims] == [(200_000, None)]


def test_an_amount_on_the_line_of_the_heading_is_claimed_with_its_place() -> None:
    note = read(HEAD.replace("Økonomi\nDer søges.", "Økonomi: Der søges 0,3 mio. kr. i 2027."))
    assert [(claim.amount, claim.location) for claim in note.claims] == [
        (300_000, LineLocation(line=6, column=20))
    ]


def test_a_footnote_of_a_table_makes_no_claim_and_the_text_behind_it_does() -> None:
    note = read(
        f"{HEAD}{TABLE}1) Heraf 310 t.kr. til drift af sanse-\nhaver i 2029.\n2) Ekskl. moms.\n{SENTENCE}"
    )
    assert [claim.amount for claim in note.claims] == [300_000]
    assert note.unread == read(f"{HEAD}{TABLE}").unread


def test_the_title_makes_no_claim() -> None:
    note = read(HEAD.replace("Åben hal", "Pulje på 2,0 mio. kr. til") + TABLE)
    assert note.claims == ()


def test_an_amount_below_a_table_that_was_not_read_is_told() -> None:
    note = read(f"{HEAD}{TABLE.replace('2026 2027 I alt', 'Beløb')}{SENTENCE}")
    assert note.claims == ()
    assert "claims" in {unread.about for unread in note.unread}


def test_an_amount_above_the_first_section_of_a_note_without_code_is_told() -> None:
    note = read(f"Der søges 0,3 mio. kr.\nIndhold\nMere.\nØkonomi\nMere.\n{TABLE}")
    assert [(unread.about, unread.code) for unread in note.unread if unread.about == "claims"] == [
        ("claims", "GC904")
    ]


def test_a_table_alone_tells_of_no_amount() -> None:
    note = read(f"{HEAD}Tabel 1. Personale\nEtape Beløb i 1.000 kr.\nEtape et 2.000\n")
    assert "claims" not in {unread.about for unread in note.unread}


def test_text_behind_a_table_of_cells_is_claimed_and_its_footnotes_are_not() -> None:
    table = grid([GRID_HEAD, *ROWS])
    note = laid_out(OVERVIEW, table, "1) Heraf 310 t.kr. til drift", SENTENCE)
    assert [claim.amount for claim in note.claims] == [300_000]
    assert [section.text for section in note.sections if section.name == "economy"] == [SENTENCE.strip()]


def test_a_caption_without_a_table_hides_what_stands_below() -> None:
    note = laid_out(OVERVIEW, SENTENCE)
    assert note.claims == ()
    assert "claims" in {unread.about for unread in note.unread}


def test_districts_are_no_text() -> None:
    note = laid_out("Bydele", Paragraph("Bydækkende: ☒  Valby ☐", HERE), "Se kortet.")
    assert [section.text for section in note.sections if section.name == "districts"] == ["Se kortet."]
    assert note.districts["Bydækkende"] is True


def test_a_mark_beside_no_label_has_no_place() -> None:
    box = "Budget 2026\nØkonomiforvaltningen\nKategorisering\nx\nNeed to\nRettidig omhu\n"
    note = read(f"{HEAD}{TABLE}{box}Administrativt bilag\n")
    assert not [name for name in note.places if "\0" in name]


@pytest.mark.parametrize("unit", ["1.000 kr.", "1.000 kr., 2026 p/l", "løbende p/l", "t. kr."])
def test_the_unit_of_a_table_that_was_not_seen_is_no_amount(unit: str) -> None:
    note = laid_out(unit, SENTENCE)
    assert [claim.amount for claim in note.claims] == [300_000]
    assert [section.text for section in note.sections if section.name == "economy"] == [SENTENCE.strip()]
