"""One-offs that stay, and jumps that nobody explains."""

from __future__ import annotations

import pytest
from builders import FLAT, UNREAD, activity, at, facts, kr, note_of, overview, says, section, the

from grantcheck.model.note import Note

JUMP = {2026: 340, 2027: 940, 2028: 940, 2029: 900}


def asked(
    label: str, figures: dict[int, object] = FLAT, *more: object, text: str = "Der er stille.", **how: object
) -> Note:
    return note_of(overview(activity(label, figures), *more), sections=(section("resume", text),), **how)


def test_an_activity_may_be_called_a_one_off():
    found = the("one-off", asked("Engangskøb af møbler")).fields
    assert (found["words"], found["equal_years"], found["shown_years"], found["equal_amount"]) == (
        1,
        4,
        4,
        kr(340_000),
    )


def test_a_reversal_keeps_its_sign():
    figures = dict.fromkeys(FLAT, -340)
    assert the("one-off", asked("Engangsmidler tilbageføres", figures)).fields["equal_amount"] == kr(-340_000)


def test_a_sentence_with_an_amount_asked_for_speaks_of_the_only_activity():
    claim = says("engangsmidler på 0,3 mio. kr."[len("engangsmidler på ") :])
    note = asked("Møbler", text=f"Der ansøges om engangsmidler på {claim.text}.", claims=[claim])
    assert the("one-off", note).fields["quote"] == "engangsmidler"
    several = asked(
        "Møbler",
        FLAT,
        activity("Drift", FLAT),
        text=f"Der ansøges om engangsmidler på {claim.text}.",
        claims=[claim],
    )
    assert facts("one-off", several) == []


def test_a_sentence_without_an_amount_asks_for_nothing_in_particular():
    assert facts("one-off", asked("Møbler", text="Der ønskes et pilotprojekt mere.")) == []


def test_the_title_of_a_new_wish_counts_and_that_of_a_continuation_does_not():
    how = {"title": "Pilotprojekt om lys", "places": {"title": at(1)}}
    assert the("one-off", asked("Lys", **how)).fields["quote"] == "Pilotprojekt"
    assert facts("one-off", asked("Lys", subtitle="bevillingsudløb", **how)) == []


def test_a_figure_in_doubt_leaves_the_one_off_open():
    assert "equal_years" not in the("one-off", asked("Engangskøb", {**FLAT, 2027: UNREAD})).fields


def test_the_widest_step_of_a_row_is_told():
    found = the("jump", asked("Værested", JUMP)).fields
    assert (found["earlier_year"], found["later_year"], found["change"], found["percent"]) == (
        2026,
        2027,
        kr(600_000),
        176,
    )


def test_a_large_change_of_a_usual_rate_does_not_hide_a_smaller_one_of_an_unusual_rate():
    found = the("jump", asked("Værested", {2026: 10_000, 2027: 14_000, 2028: 6_000, 2029: 9_500})).fields
    assert found["later_year"] == 2028
    found = the("jump", asked("Værested", {2026: 10_000, 2027: 14_000, 2028: 800, 2029: 1_400})).fields
    assert found["later_year"] == 2028


@pytest.mark.parametrize(
    "figures",
    [FLAT, {2026: 0, 2027: 340, 2028: 0, 2029: 0}, {2026: 340, 2027: 0, 2028: 940, 2029: 0}],
    ids=["flat", "one year", "every second year"],
)
def test_beginning_and_end_of_the_money_are_no_jump(figures):
    assert facts("jump", asked("Værested", figures)) == []


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        ("Værested", "Værestedet holder åbent hele året.", 0),
        ("Værested", "Indfasningen sker over to år.", 1),
        ("Opstart af værested", "Værestedet holder åbent.", 1),
        ("Færre udgifter til herberg", "Værestedet holder åbent.", 1),
    ],
)
def test_words_explain_a_change(label, text, words):
    assert the("jump", asked(label, JUMP, text=text)).fields["words"] == words


def test_a_text_that_names_both_amounts_explains_the_change():
    claims = [says("0,34 mio. kr. i 2026"), says("0,94 mio. kr. i 2027")]
    assert the("jump", asked("Værested", JUMP, claims=claims)).fields["amounts_named"] == 2
    assert the("jump", asked("Værested", JUMP, claims=claims[:1])).fields["amounts_named"] == 1


def test_a_figure_in_doubt_leaves_the_jump_open():
    assert "change" not in the("jump", asked("Værested", {**JUMP, 2028: UNREAD})).fields
