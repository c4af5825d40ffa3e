"""A new rule file, to be filled in: sound in form, and refused by the check until its words are written."""

from __future__ import annotations

from grantcheck.workbench.rule_schema import MODELINE
from grantcheck.workbench.texts import PLACEHOLDER

_RULE = """\
{modeline}
id: {rule_id}
name: {name}
severity: warning                # error, warning, or note for an observation (noted_when in place of broken_when)
title: {{en: "{todo}", da: "{todo}"}}
rationale:                       # why it matters
  en: {todo}
  da: {todo}
reference: "{todo}"              # the public source it rests on
facts: {{note: note, request: request}}   # alias: kind; the kinds stand in facts.yaml
applies_when: [note.continuation_signals > 0]
needs: [note.budget_year, request.first_year]
broken_when:
  - when: request.first_year != note.budget_year
message:                         # fields in braces
  en: "{todo} {{request.first_year}} {{note.budget_year}}"
  da: "{todo} {{request.first_year}} {{note.budget_year}}"
unverified:                      # said where a need is missing
  en: {todo}
  da: {todo}
evidence: [request]              # whose places are shown
fix:                             # what to do
  en: {todo}
  da: {todo}
tests:
  - name: it holds
    name_da: den holder
    facts: {{note: {{continuation_signals: 1, budget_year: 2026}}, request: {{first_year: 2026}}}}
    outcome: holds
  - name: it is broken
    name_da: den er brudt
    facts: {{note: {{continuation_signals: 1, budget_year: 2026}}, request: {{first_year: 2027}}}}
    outcome: broken
  - name: it does not apply
    name_da: den gælder ikke
    facts: {{note: {{continuation_signals: 0, budget_year: 2026}}, request: {{first_year: 2027}}}}
    outcome: not_applicable
  - name: it cannot be verified
    name_da: den kan ikke efterprøves
    facts: {{note: {{continuation_signals: 1, budget_year: 2026}}, request: {{}}}}
    outcome: not_verifiable
"""


def new_rule(rule_id: str, name: str) -> str:
    """The text of a new rule file."""
    return _RULE.format(rule_id=rule_id, name=name, todo=PLACEHOLDER, modeline=MODELINE)


PACK = """\
# The office's own rules; the name and the version stand in every report that used them.
name: {name}
version: "1"
title: {{en: Rules of the office, da: Kontorets regler}}
"""


def new_pack(folder_name: str) -> str:
    """The text of a `pack.yaml` for a folder that has none."""
    word = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in folder_name.lower())
    return PACK.format(name=word.strip("-") if word.strip("-")[:1].isalpha() else "office")


def file_name(rule_id: str, name: str) -> str:
    """A rule file is named after its rule."""
    return f"{rule_id}_{name}.yaml".lower().replace("-", "_")
