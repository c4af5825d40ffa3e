"""Sentences that a rule lacks in one of its languages, or that nobody has written yet."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault, prefixed
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.marked_yaml import KeyPath, Marked
    from grantcheck.rules.schema import RuleFile

_IN_DANISH = {"English": "engelsk", "Danish": "dansk"}
PLACEHOLDER = "TODO"
"""Stands where a new rule waits for its author's words."""


def text_faults(file: RuleFile, marked: Marked) -> Iterator[DataFault]:
    """A complaint for each sentence that is missing, a placeholder, or the same in both languages."""

    def fault(at: KeyPath, problem: Text, remedy: Text) -> DataFault:
        return DataFault(marked.path, marked.line(at), prefixed(file.id, problem), remedy)

    if not _is_written(file.reference):
        yield fault(
            ("reference",),
            Text(en="the reference is not written.", da="henvisningen er ikke skrevet."),
            Text(en="Name the public source of the rule.", da="Angiv reglens offentlige kilde."),
        )
    for at, text in _texts(file):
        where = ".".join(str(part) for part in at)
        for key, language, sentence in (("en", "English", text.en), ("da", "Danish", text.da)):
            if not _is_written(sentence):
                yield fault(
                    (*at, key),
                    Text(
                        en=f"'{where}' has no {language} text.",
                        da=f"'{where}' har ingen {_IN_DANISH[language]} tekst.",
                    ),
                    Text(en="Write it.", da="Skriv den."),
                )
        if not (_is_written(text.en) and _is_written(text.da)):
            continue
        if text.en == text.da and at[0] != "calculation":
            yield fault(
                at,
                Text(en=f"'{where}' is the same in both languages.", da=f"'{where}' er ens på begge sprog."),
                Text(en="Translate one of the two.", da="Oversæt den ene."),
            )
        elif _fields(text.en) != _fields(text.da):
            remedy = Text(en="Name the same fields in both.", da="Nævn de samme felter på begge.")
            yield fault(
                at,
                Text(
                    en=f"'{where}' names other fields in English than in Danish.",
                    da=f"'{where}' nævner andre felter på engelsk end på dansk.",
                ),
                remedy,
            )


def _is_written(sentence: str) -> bool:
    return bool(sentence.strip()) and PLACEHOLDER not in sentence


def _fields(sentence: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:  # a lone brace; where a sentence is filled in, the check of the rule tells of it
        return set()


def _texts(file: RuleFile) -> Iterator[tuple[KeyPath, Text]]:
    for key in ("title", "rationale", "message", "unverified", "fix"):
        text = getattr(file, key)
        if text is not None:
            yield (key,), text
    for i, text in enumerate(file.calculation):
        yield ("calculation", i), text
    for i, branch in enumerate(file.broken_when):
        for key, own in (("message", branch.message), ("fix", branch.fix)):
            if own is not None:
                yield ("broken_when", i, key), own
