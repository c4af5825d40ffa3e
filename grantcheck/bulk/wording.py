"""The sentences of rules as SQL: what `judge` fills in for one finding, for a column of them."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter

from grantcheck.bulk.screen import Screen
from grantcheck.bulk.sql import quoted
from grantcheck.judge.finding import BECAUSE, UNVERIFIED
from grantcheck.judge.wording import UNKNOWN
from grantcheck.model.text import Language, Text
from grantcheck.rules.condition import FieldRef
from grantcheck.rules.vocabulary import FieldType

_GROUP = {"en": " ", "da": "."}


@dataclass(frozen=True)
class SqlWording:
    """The facts of a combination, spoken in one language."""

    screen: Screen
    language: Language

    def filled(self, template: Text) -> str:
        """The sentence as SQL, with every `{alias.field}` written out."""
        pieces: list[str] = []
        for plain, field, _, _ in Formatter().parse(template.spoken(self.language)):
            if plain:
                pieces.append(quoted(plain))
            if field:
                alias, name = field.split(".", 1)
                pieces.append(self._spoken(FieldRef(alias, name)))
        whole = " || ".join(pieces) or "''"
        return f"replace({whole}, 'kr..', 'kr.')"

    def unverified(self) -> str:
        """Why the rule could not be decided: its own sentence, then what is missing, by what each field means."""
        rule = self.screen.rule
        means = [
            f"CASE WHEN {self.screen.column(ref)} IS NULL THEN {quoted(self._meaning(ref))} END"
            for ref in dict.fromkeys(rule.fields_missed())
            if ref.name in self.screen.kind(ref.alias).fields
        ]
        sentence = self.filled(rule.file.unverified or UNVERIFIED)
        if not means:
            return sentence
        missing = f"array_to_string(list_filter([{', '.join(means)}], lambda x: x IS NOT NULL), '; ')"
        before, after = BECAUSE.spoken(self.language).split("{}")
        told = f"{quoted(' ' + before)} || {missing} || {quoted(after)}"
        return f"{sentence} || CASE WHEN {missing} = '' THEN '' ELSE {told} END"

    def _meaning(self, ref: FieldRef) -> str:
        kind = self.screen.vocabulary.kinds[self.screen.rule.file.facts[ref.alias]]
        return kind.fields[ref.name].means.spoken(self.language)

    def _spoken(self, ref: FieldRef) -> str:
        kind = self.screen.kind(ref.alias)
        unknown = quoted(UNKNOWN.spoken(self.language))
        if ref.name in kind.shown:
            en, da = kind.shown[ref.name]
            said = (en if self.language == "en" else da).replace("{t}", self.screen.table(ref.alias))
            return f"coalesce({said}, {unknown})"
        if ref.name not in kind.fields:
            return unknown
        return f"coalesce({self._value(ref)}, {unknown})"

    def _value(self, ref: FieldRef) -> str:
        column = self.screen.column(ref)
        of_type = self.screen.vocabulary.kinds[self.screen.rule.file.facts[ref.alias]].fields[ref.name].type
        match of_type:
            case FieldType.MONEY:
                return self._money(column)
            case FieldType.COUNT:
                return self._number(column)
            case _:
                return f"CAST({column} AS VARCHAR)"

    def _number(self, column: str) -> str:
        grouped = (
            f"replace(format('{{:,}}', CAST(abs({column}) AS BIGINT)), ',', {quoted(_GROUP[self.language])})"
        )
        return f"CASE WHEN {column} < 0 THEN '−' ELSE '' END || {grouped}"

    def _money(self, ore: str) -> str:
        """Øre as kroner; decimals only where the amount is not whole kroner."""
        grouped = f"replace(format('{{:,}}', CAST(abs({ore}) // 100 AS BIGINT)), ',', {quoted(_GROUP[self.language])})"
        point = {"en": ".", "da": ","}[self.language]
        rest = f"CASE WHEN {ore} % 100 = 0 THEN '' ELSE '{point}' || lpad(CAST(abs({ore}) % 100 AS VARCHAR), 2, '0') END"
        return f"CASE WHEN {ore} < 0 THEN '−' ELSE '' END || {grouped} || {rest} || ' kr.'"
