"""Texts that an author put into a structured note: their amounts and phrases, read as those of any note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.copenhagen.claims import read_claims
from grantcheck.read.copenhagen.running_text import TextReading
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.copenhagen.statements import read_statements
from grantcheck.read.lines import passage, split_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.wording import Statements
    from grantcheck.model.note import Claim, Section, Statement, Unread


def read_running_text(sections: Sequence[Section], budget_year: int | None, words: Statements) -> TextReading:
    """The claims and statements of the sections; their place is the line of the text."""
    claims: list[Claim] = []
    statements: list[Statement] = []
    unread: list[Unread] = []
    sentence = 0
    for section in sections:
        text = passage(split_lines(section.text))
        sentences = split_sentences(text.text)
        found = read_claims(text, sentences, sentence, budget_year, words)
        place = {"location": section.location}
        claims += [claim.model_copy(update=place) for claim in found.claims]
        unread += [entry.model_copy(update=place) for entry in found.unread]
        statements += [said.model_copy(update=place) for said in read_statements(text, sentences, words)]
        sentence += len(sentences.starts)
    return TextReading(tuple(claims), tuple(statements), tuple(unread))


def precision_in(text: str, amount: int) -> int | None:
    """The value of the last digit of `amount` as `text` prints it; None where it does not print it.

    >>> precision_in("0,2 mio. kr. årligt på service", 200000)
    100000
    """
    words = passage(split_lines(text))
    found = read_claims(words, split_sentences(words.text), 0, None).claims
    return next((claim.precision for claim in found if claim.amount == amount), None)
