"""Words in their forms have one stem, and words that are not one have not."""

from __future__ import annotations

import pytest

from grantcheck.register.stem import folded, root, stem


@pytest.mark.parametrize(
    "forms",
    [
        "plads pladser pladserne pladsernes",
        "klub klubber klubben klubbernes",
        "barn børn børnene",
        "mor mødre mødrene",
        "bus busser busserne",
        "tilskud tilskuddet tilskuddene",
        "skole skoler skolens",
        "by byer byernes",
        "cykel cykler cyklerne",
        "hotel hoteller",
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(folded(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["mægling mægler", "rådgivning rådgivere", "undervisning underviser"])
def test_an_action_and_its_person_have_one_root_but_not_one_stem(pair):
    one, other = (folded(word) for word in pair.split())
    assert root(one) == root(other)
    assert stem(one) != stem(other)


@pytest.mark.parametrize("pair", ["indskoling udskoling", "havn have", "pige dreng", "valby vanløse"])
def test_two_words_have_two_stems(pair):
    one, other = (folded(word) for word in pair.split())
    assert stem(one) != stem(other)


def test_a_word_split_by_the_end_of_a_line_loses_its_soft_hyphen():
    assert folded("mæglings\u00adindsats") == folded("Mæglingsindsats")
