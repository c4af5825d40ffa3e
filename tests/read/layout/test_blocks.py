"""Paragraphs, check boxes, running heads and the box beside the text."""

from __future__ import annotations

from grantcheck.read.blocks import Block, CheckBox, Grid, PageHeader, Paragraph
from grantcheck.read.layout.document import page_blocks
from grantcheck.read.layout.page import Page

from .drawing import grid, page, words


def _blocks(*pages: Page) -> list[Block]:
    return [block for blocks in page_blocks(pages) for block in blocks]


def _marks(*lines: str) -> list[tuple[str, bool | None]]:
    found = [word for i, line in enumerate(lines) for word in words(50, 300 + 14 * i, line)]
    return [(block.label, block.checked) for block in _blocks(page(found)) if isinstance(block, CheckBox)]


def test_lines_of_one_paragraph_are_joined_and_headings_stand_alone():
    found = words(50, 100, "Resume", size=12, bold=True)
    found += (
        words(50, 120, "Indsatsen skal vi-") + words(50, 131, "dereføres i 2026-") + words(50, 142, "2029.")
    )
    found += words(50, 160, "Et nyt langt afsnit her.") + words(50, 171, "Det er langt.")
    texts = [block.text for block in _blocks(page(found)) if isinstance(block, Paragraph)]
    assert texts == [
        "Resume",
        "Indsatsen skal videreføres i 2026-2029.",
        "Et nyt langt afsnit her. Det er langt.",
    ]


def test_a_sentence_that_begins_a_line_although_the_one_above_had_room_opens_a_paragraph():
    found = words(50, 100, "Heraf til drift.") + words(
        50, 111, "Rammen er på to mio. kr. i alle årene 2026-2029."
    )
    texts = [block.text for block in _blocks(page(found)) if isinstance(block, Paragraph)]
    assert texts == ["Heraf til drift.", "Rammen er på to mio. kr. i alle årene 2026-2029."]


def test_two_headings_below_each_other_are_two():
    found = words(50, 100, "Øvrige oplysninger", bold=True) + words(50, 110, "Bydele", bold=True)
    found += words(50, 130, "En lang linje med mange ord som fylder hele bredden af siden her og ud")
    texts = [block.text for block in _blocks(page(found)) if isinstance(block, Paragraph)]
    assert texts[:2] == ["Øvrige oplysninger", "Bydele"]


def test_a_paragraph_goes_on_on_the_next_page():
    one, two = (
        page(words(50, 780, "Der anmodes om 0,2 mio. kr. i 2026-")),
        page(words(50, 60, "2029 på service."), number=2),
    )
    texts = [block.text for block in _blocks(one, two) if isinstance(block, Paragraph)]
    assert texts == ["Der anmodes om 0,2 mio. kr. i 2026-2029 på service."]


def test_boxes_behind_their_labels():
    assert _marks("Bydækkende: ☒", "Valby ☐ Indre by ☒") == [
        ("Bydækkende", True),
        ("Valby", False),
        ("Indre by", True),
    ]


def test_boxes_before_their_labels():
    assert _marks("☒ Valby ☐ Indre by") == [("Valby", True), ("Indre by", False)]


def test_a_label_over_two_lines():
    assert _marks("Valby ☐ Vesterbro/Kgs.", "Enghave ☒") == [
        ("Valby", False),
        ("Vesterbro/Kgs. Enghave", True),
    ]


def test_a_box_between_two_labels_belongs_to_neither():
    found = words(50, 300, "Valby") + words(80, 300, "☒") + words(94, 300, "Husum")
    (box,) = [block for block in _blocks(page(found)) if isinstance(block, CheckBox)]
    assert box.checked is None


def test_two_boxes_for_one_label_are_in_doubt():
    assert [checked for _, checked in _marks("☒ Valby ☐")] == [None, None]


def test_a_box_with_something_else_inside_is_in_doubt():
    assert _marks("Valby ▣") == [("Valby", None)]


def test_running_heads_are_no_text():
    found = words(50, 40, "Budget 2026 2/3") + words(50, 100, "Administrativt bilag")
    blocks = _blocks(page(found, number=2))
    assert [(type(block), block.text) for block in blocks if isinstance(block, Paragraph | PageHeader)] == [
        (PageHeader, "Budget 2026 2/3"),
        (Paragraph, "Administrativt bilag"),
    ]


def test_the_box_beside_the_text_comes_after_it():
    rulings = [*grid([430, 520, 550], [60, 75, 90, 105])]
    rulings = [one for one in rulings if one.horizontal or one.at != 520]
    rulings += [one for one in grid([430, 520, 550], [75, 90, 105]) if not one.horizontal and one.at == 520]
    found = words(50, 70, "BOR02 Styrket indsats", size=14, bold=True) + words(50, 110, "Resume")
    found += (
        words(435, 70, "Budget 2026")
        + words(435, 85, "Need to")
        + words(435, 100, "Henvist sag")
        + words(530, 100, "x")
    )
    blocks = _blocks(page(found, rulings))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "BOR02 Styrket indsats",
        "Resume",
        "Budget 2026",
    ]
    table = blocks[-1]
    assert isinstance(table, Grid)
    assert table.boxed
    assert [cell.text for cell in table.cells] == ["Need to", "", "Henvist sag", "x"]


def test_the_last_figure_of_a_table_is_no_number_of_a_page():
    table = [*words(50, 770, "Afsatte midler i alt"), *words(300, 770, "0", right=True)]
    found = table + words(350, 780, "0", right=True, size=12)
    assert not [block for block in _blocks(page(found)) if isinstance(block, PageHeader)]


def test_a_number_that_stands_apart_at_the_bottom_is_the_page_s():
    found = words(50, 700, "Slut.") + words(300, 800, "4")
    assert [block.text for block in _blocks(page(found)) if isinstance(block, PageHeader)] == ["4"]
