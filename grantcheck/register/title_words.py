"""Danish words that weigh otherwise than the rest in the title of a grant.

Nouns stand in their plain form, folded as `stem.folded` does it (æ as ae, ø as oe, å as aa), since that is how
they are compared.
"""

from __future__ import annotations

STOP = frozenset(
    """
    af at den de deres det dets en er et for fra gennem ham han hos i ind inden ved med mellem mod og om op over
    paa pga samt som sig sin sit sine til blandt langs vha mv mfl herunder omkring ifm bl a
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
"""Words that change nothing. "uden" and "efter" are not among them."""

CONTINUATION = frozenset(
    """
    bevillingsudloeb bevilling bevillinger bevillingen viderefoerelse viderefoere videreforelse forlaengelse
    forlaenge fortsaettelse fortsaette fortsat finansiering midler
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
"""Words that say a grant goes on, and nothing of what it is."""

GENERAL = frozenset(
    "indsats ordning projekt tilbud program forloeb initiativ pulje aktivitet team forsoeg funktion".split()  # noqa: SIM905
)
"""What a grant is in general; alone or at the end of a compound it tells little."""

STAGE = frozenset(
    """
    drift anlaeg anlaegge etablering opfoerelse indretning renovering planlaegning forundersoegelse evaluering
    analyse vedligehold vedligeholdelse husleje udvidelse reduktion nedlaeggelse lukning aabning koeb salg uden
    ikke ingen
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
"""What is done with a thing, or that it is not: another of these makes another grant."""

NUMBERS = {
    "to": "2",
    "tre": "3",
    "fire": "4",
    "fem": "5",
    "seks": "6",
    "syv": "7",
    "otte": "8",
    "ni": "9",
    "ti": "10",
    "foerste": "1",
    "anden": "2",
    "andet": "2",
    "tredje": "3",
    "fjerde": "4",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
}
"""Numbers in words and in Roman figures; "i" is a preposition far more often than a figure."""

IRREGULAR = {
    "boern": "barn",
    "boerne": "barn",
    "boernene": "barn",
    "maend": "mand",
    "maendene": "mand",
    "moedre": "mor",
    "moder": "mor",
    "moedrene": "mor",
    "faedre": "far",
    "faedrene": "far",
    "boeger": "bog",
    "boegerne": "bog",
    "byen": "by",
    "byer": "by",
    "byerne": "by",
    "byens": "by",
    "kgs": "kongens",
}
"""Words that bend otherwise, and abbreviations."""
