"""A note finds the grants it continues; what cannot be told apart stays open."""

from __future__ import annotations

import pytest
from builders import FLAT, GRANTED, READING_ROOM, activity, agreement, note_of, overview, prior_table, profile
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.matches import SettledMatch
from grantcheck.model.grant_match import CONFIDENT, MARGIN, WORTH_A_LOOK, Identified, MatchPart
from grantcheck.model.location import PageLocation
from grantcheck.model.terms import ControlArea
from grantcheck.register.grant_index import GrantIndex
from grantcheck.register.identify import identified
from register.grants import grant_of

ROOM = grant_of("G1", READING_ROOM)
NOTE = note_of(request=FLAT, prior=GRANTED)


def found(note, *grants, settled=()) -> Identified:
    return identified(note, GrantIndex.of(grants), profile(), settled)


def taken(result: Identified) -> list[tuple[str, str | None]]:
    return [(one.grant.id, one.activity) for one in result.grants]


def named(result: Identified) -> list[list[str]]:
    return [[one.grant.id for one in match.candidates] for match in result.open]


def parts(result: Identified) -> dict[MatchPart, int]:
    return {part.part: part.score for part in result.grants[0].parts}


def settled(**how) -> SettledMatch:
    return SettledMatch(**{"note": "KF031", "by": "A. Holm", "on": "2026-02-03", **how})


def test_a_note_continues_the_grant_of_its_title_and_every_part_is_shown():
    result = found(NOTE, ROOM, grant_of("G2", "Skolehaver i Valby"))
    assert taken(result) == [("G1", None)]
    assert result.open == ()
    assert result.grants[0].score == 100
    assert parts(result) == dict.fromkeys(MatchPart, 100)


def test_parts_show_what_either_side_states():
    (amount,) = (
        part
        for part in found(NOTE, grant_of("G1", READING_ROOM, amount=350)).grants[0].parts
        if part.part is MatchPart.AMOUNT
    )
    assert amount.score == 0
    assert (amount.note.da, amount.grant.da) == ("2025: 340.000 kr.", "2025: 350.000 kr.")


def test_a_title_that_only_sounds_alike_is_not_taken_whatever_else_agrees():
    result = found(NOTE, grant_of("G1", "Natåben læsesal på Nørrebro"), grant_of("G2", "Natåben svømmesal"))
    assert taken(result) == []
    assert [ids[0] for ids in named(result)] == ["G1"]


def test_nothing_else_makes_up_for_a_title_that_says_less():
    longer = "Psykologhjælp til studerende i Vanløse i ferier"
    note = note_of(request=FLAT, prior=GRANTED, title=longer)
    result = found(note, grant_of("G1", "Psykologhjælp til studerende i Vanløse"))
    assert taken(result) == []
    assert {
        part.score for part in result.open[0].candidates[0].parts if part.part is not MatchPart.TITLE
    } == {100}


def test_two_grants_of_one_name_are_not_chosen_between():
    result = found(NOTE, ROOM, grant_of("G2", READING_ROOM))
    assert taken(result) == []
    assert named(result) == [["G1", "G2"]]
    assert result.open[0].lead == 0


def test_the_agreement_tells_two_grants_of_one_name_apart():
    older = grant_of("G2", READING_ROOM, agreement="Budgetaftale 2018", amount=300, years=(2018, 2019, 2020))
    result = found(NOTE, older, ROOM)
    assert taken(result) == [("G1", None)]
    assert result.grants[0].lead >= MARGIN


def test_an_agreement_of_another_kind_in_the_same_year_is_another():
    spring = grant_of("G1", READING_ROOM, agreement="Overførselssag 2022")
    assert parts(found(NOTE, spring))[MatchPart.AGREEMENT] == 0


@pytest.mark.parametrize("name", ["Budgetaftalen 2022", "budgetaftale  2022", "Budgetaftale 2022, kultur"])
def test_an_agreement_is_known_in_its_variants(name):
    assert parts(found(NOTE, grant_of("G1", READING_ROOM, agreement=name)))[MatchPart.AGREEMENT] == 100


def test_a_committee_is_the_same_under_its_old_and_its_new_name():
    note = note_of(request=FLAT, prior=GRANTED, department="Klima-, Miljø- og Teknikforvaltningen")
    before = grant_of("G1", READING_ROOM, committee="Teknik- og Miljøudvalget")
    assert parts(found(note, before))[MatchPart.COMMITTEE] == 100


def test_another_committee_is_another():
    assert (
        parts(found(NOTE, grant_of("G1", READING_ROOM, committee="Socialudvalget")))[MatchPart.COMMITTEE] == 0
    )


def test_a_grant_of_another_control_area_is_still_found():
    moved = grant_of("G1", READING_ROOM, area=ControlArea.CAPITAL)
    assert parts(found(NOTE, moved))[MatchPart.CONTROL_AREA] == 0


def test_what_one_side_does_not_state_is_no_part():
    note = note_of(request=FLAT, department=None)
    bare = grant_of("G1", READING_ROOM, committee="", area=None)
    assert set(parts(found(note, bare))) == {MatchPart.TITLE}


def test_unlike_amounts_in_unlike_prices_are_no_part():
    assert MatchPart.AMOUNT not in parts(found(NOTE, grant_of("G1", READING_ROOM, amount=355, level=2026)))


def test_an_amount_within_the_printed_unit_agrees():
    (exact,) = (grant_of("G1", READING_ROOM),)
    note = note_of(request=FLAT, prior={2024: "0.3", 2025: "0.3"}, unit=1_000_000)
    assert parts(found(note, exact))[MatchPart.AMOUNT] == 100


def test_each_activity_may_continue_a_grant_of_its_own():
    note = note_of(
        overview(activity("Mæglerindsats", FLAT), activity("Skolehaver i Valby", FLAT)),
        prior_table(agreement("Budgetaftale 2022", GRANTED)),
        title="Tryghed i kvarteret",
    )
    result = found(note, grant_of("G1", "Mæglingsindsats"), grant_of("G2", "Skolehave i Valby"))
    assert taken(result) == [("G1", "Mæglerindsats"), ("G2", "Skolehaver i Valby")]
    assert result.open == ()


def test_an_activity_without_a_grant_stays_open_beside_one_that_has_one():
    note = note_of(overview(activity("Mæglerindsats", FLAT), activity("Skolehaver", FLAT)), title="Tryghed")
    result = found(note, grant_of("G1", "Mæglingsindsats"), grant_of("G2", "Skolehaver i Valby"))
    assert taken(result) == [("G1", "Mæglerindsats")]
    assert [(one.activity, one.candidates[0].grant.id) for one in result.open] == [("Skolehaver", "G2")]


def test_a_grant_of_the_whole_note_answers_for_its_activities():
    note = note_of(overview(activity("Løn", FLAT), activity("Materialer", FLAT)))
    result = found(note, grant_of("G1", READING_ROOM, activities=("Løn", "Materialer")))
    assert {grant for grant, _ in taken(result)} == {"G1"}
    assert result.open == ()


def test_an_activity_that_many_things_are_called_makes_no_match():
    note = note_of(overview(activity("Materialer", FLAT)))
    assert taken(found(note, grant_of("G1", "Kajakklub", activities=("Materialer",)))) == []


def test_one_of_several_activities_that_many_things_are_called_makes_no_match():
    note = note_of(overview(activity("Materialer", FLAT), activity("Løn", FLAT)))
    assert taken(found(note, grant_of("G1", "Kajakklub", activities=("Materialer", "Løn")))) == []


def test_an_activity_called_as_a_grant_is_taken_unless_the_titles_are_of_two_grants():
    note = note_of(overview(activity("Kostvejledning", FLAT)), title="Kostvejledning på plejehjem")
    assert taken(found(note, grant_of("G1", "Kostvejledning"))) == [("G1", None)]
    other = grant_of("G1", "Kostvejledning i hjemmeplejen", activities=("Kostvejledning",))
    assert taken(found(note, other)) == []


def test_a_name_without_a_telling_word_finds_nothing():
    note = note_of(overview(activity("Drift", FLAT)), title="Projekt")
    assert found(note, grant_of("G1", "Projekt", activities=("Drift",))) == Identified()


def test_without_grants_nothing_is_found():
    assert found(NOTE) == Identified()


def test_a_title_read_by_ocr_finds_nothing():
    place = PageLocation(page=1, bbox=(0, 0, 1, 1))
    note = NOTE.model_copy(update={"ocr_pages": (1,), "places": {"title": place}, "tables": ()})
    assert found(note, ROOM) == Identified()


def test_a_grant_without_a_title_is_known_by_its_activity():
    assert taken(found(NOTE, grant_of("G1", "", activities=(READING_ROOM,)))) == [("G1", None)]


def test_a_person_settles_a_match_for_good():
    result = found(NOTE, ROOM, grant_of("G2", READING_ROOM), settled=[settled(grant="G2")])
    assert taken(result) == [("G2", None)]
    assert result.grants[0].settled_by == "A. Holm, 2026-02-03"
    assert result.open == ()


def test_a_person_settles_that_a_note_continues_none():
    assert found(NOTE, ROOM, settled=[settled(grants=())]) == Identified()


def test_a_person_settles_several_grants_of_one_note():
    others = (grant_of("G2", "Ro"), grant_of("G3", "Uro"))
    assert taken(found(NOTE, ROOM, *others, settled=[settled(grants=("G2", "G3"))])) == [
        ("G2", None),
        ("G3", None),
    ]


def test_what_is_settled_of_another_round_or_note_is_not_of_this():
    others = [settled(grants=(), budget_year=2025), settled(note="KF032", grants=())]
    assert taken(found(NOTE, ROOM, settled=others)) == [("G1", None)]


def test_one_activity_can_be_settled_and_the_other_found():
    note = note_of(overview(activity("Mæglerindsats", FLAT), activity("Skolehaver", FLAT)), title="Tryghed")
    grants = (grant_of("G1", "Mæglingsindsats"), grant_of("G2", "Skolehaver i Valby"))
    result = found(note, *grants, settled=[settled(activity="Skolehaver", grant="G2")])
    assert taken(result) == [("G1", "Mæglerindsats"), ("G2", "Skolehaver")]


TITLES = st.sampled_from(
    [
        "Skolehaver i Valby",
        "Skolehaver",
        "Haver til skoler",
        "Mæglingsindsats",
        "Mæglerindsats i boligområder",
        "Natåben læsesal",
        "Læsesal om natten",
        "Drift af læsesal",
        "Svømmehal, etape 1",
        "Svømmehal, etape 2",
    ]
)


@given(TITLES, st.lists(TITLES, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_grants_makes_no_difference(title, titles, random):
    note = note_of(request=FLAT, title=title)
    grants = [grant_of(f"G{number}", name) for number, name in enumerate(titles)]
    shuffled = list(grants)
    random.shuffle(shuffled)
    assert found(note, *grants) == found(note, *shuffled)


@given(TITLES, st.lists(TITLES, min_size=1, max_size=8))
def test_every_match_is_sure_and_ahead_and_every_candidate_worth_a_look(title, titles):
    note = note_of(overview(activity("Øvrigt", FLAT)), title=title)
    result = found(note, *(grant_of(f"G{number}", name) for number, name in enumerate(titles)))
    assert all(one.score >= CONFIDENT and (one.lead is None or one.lead >= MARGIN) for one in result.grants)
    for match in result.open:
        assert all(one.score >= WORTH_A_LOOK for one in match.candidates)
        assert match.candidates[0].score < CONFIDENT or match.lead < MARGIN
