"""The words rules may use are data, and every word has a meaning in both languages."""

from __future__ import annotations

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.rules.vocabulary import FieldType, load_vocabulary

SHIPPED = load_vocabulary(shipped_rules())


@pytest.mark.parametrize(
    ("field_type", "comparable"),
    [
        (FieldType.MONEY, True),
        (FieldType.YEAR, True),
        (FieldType.COUNT, True),
        (FieldType.FLAG, True),
        (FieldType.TEXT, True),
        (FieldType.AMOUNTS, False),
        (FieldType.TEXTS, False),
        (FieldType.SENTENCE, False),
    ],
)
def test_lists_and_sentences_are_for_messages_only(field_type, comparable):
    assert field_type.comparable is comparable


@pytest.mark.parametrize("kind", sorted(SHIPPED.kinds))
def test_every_kind_and_field_says_what_it_means_in_both_languages(kind):
    means = [SHIPPED.kinds[kind].means, *(field.means for field in SHIPPED.kinds[kind].fields.values())]
    assert all(text.en.strip() and text.da.strip() for text in means)


@pytest.mark.parametrize("kind", sorted(SHIPPED.kinds))
def test_every_kind_has_a_quantity_to_compare(kind):
    assert any(field.type.comparable for field in SHIPPED.kinds[kind].fields.values())
