"""The words of explanations, in each language."""

from __future__ import annotations

from dataclasses import dataclass

from grantcheck.model.text import Language


@dataclass(frozen=True)
class ExplanationWords:
    """Forms for `explain`, `why-not` and `audit --trace`."""

    truths: dict[bool | None, str]
    values: str
    flags: dict[int, str]
    missing: str
    missing_because: str
    negated: str
    all_of: str
    any_of: str
    others_true: str
    one_other_true: str
    absent: str
    further: str
    unseen: str
    fault: str
    fired: str
    nearest: str
    as_if: str
    more_places: str
    no_place: str


_EN = ExplanationWords(
    truths={True: "true", False: "false", None: "undecided"},
    values="Where the values stand",
    flags={0: "no", 1: "yes"},
    missing="missing",
    missing_because="missing: {why}",
    negated="not so:",
    all_of="all of these:",
    any_of="at least one of these:",
    others_true="The other {count} conditions are true.",
    one_other_true="The other condition is true.",
    absent="Nothing to judge: the note has none of these: {kinds}.",
    further="{count} further combinations of facts are not listed.",
    unseen="{count} combinations of facts were not looked at; there are too many.",
    fault="The note could not be judged: {why}",
    fired="It did fire here; '{command}' tells why. What follows is where it did not.",
    nearest="What came nearest, and what kept the rule silent:",
    as_if="{why} What follows is as if it were.",
    more_places="and {count} more",
    no_place="no place of its own in the note",
)
_DA = ExplanationWords(
    truths={True: "sandt", False: "falsk", None: "uafgjort"},
    values="Hvor værdierne står",
    flags={0: "nej", 1: "ja"},
    missing="mangler",
    missing_because="mangler: {why}",
    negated="ikke sådan:",
    all_of="alle disse:",
    any_of="mindst én af disse:",
    others_true="De øvrige {count} betingelser er sande.",
    one_other_true="Den øvrige betingelse er sand.",
    absent="Intet at bedømme: notatet har ingen af disse: {kinds}.",
    further="{count} andre kombinationer af oplysninger er ikke vist.",
    unseen="{count} kombinationer af oplysninger blev ikke undersøgt; der er for mange.",
    fault="Notatet kunne ikke bedømmes: {why}",
    fired="Den slog ud her; '{command}' fortæller hvorfor. Herunder står, hvor den ikke gjorde.",
    nearest="Det, der kom nærmest, og det, der holdt reglen tavs:",
    as_if="{why} Resten er, som om den gjaldt.",
    more_places="og {count} mere",
    no_place="intet eget sted i notatet",
)


def explanation_words(language: Language) -> ExplanationWords:
    """The words of `language`."""
    return _DA if language == "da" else _EN
