"""The catalogue of wrong rule files and tables: what is written in place of what, and what is said of it.

The page `docs/rule-mistakes.md` is made of it; `WRITE_DOCS=1 pytest tests/workbench/test_mistakes_page.py` writes it anew.
"""

from __future__ import annotations

from rules.tables.tabled import TABLE

MISTAKES = {
    "a key misspelt": ("needs:", "neds:", 9, "'neds' is not a known key. Did you mean 'needs'?"),
    "a key twice": ("reference: DOMAIN C2", "name: again", 6, "The key 'name' stands twice here. Keep one of the two."),
    "an observation with a branch": ("severity: error", "severity: note", 1, "an observation (severity note) is never broken. Use noted_when."),
    "a check that notes": ("broken_when:", "noted_when: [prior.cancelled]\nbroken_when:", 1, "noted_when belongs to observations (severity note). Use broken_when."),
    "a key missing": ("reference: DOMAIN C2\n", "", 1, "'reference' is missing. Add it."),
    "no YAML": ("facts: {request: request", "facts: {request: [request", 7, "This is not valid YAML"),
    "a fraction": ("prior.amount > 120", "prior.amount > 1.5", 11, "'1.5' is neither a field, a whole number nor a text"),
    "an unknown severity": ("severity: warning", "severity: grave", 13, "Input should be 'error', 'warning' or 'note'"),
    "an id of another form": ("id: GC103", "id: gc-103", 1, "'id': String should match pattern"),
    "a name with blanks": ("name: overlap", "name: the overlap", 2, "'name': String should match pattern"),
    "a language missing": ("title: {en: Funded already, da: Allerede finansieret}", "title: {en: Funded already}", 4, "'title.da' is missing. Add it."),
    "a language empty": ("da: Allerede finansieret", 'da: ""', 4, "'title' has no Danish text. Write it."),
    "a placeholder": ("en: Take the year out", "en: TODO", 21, "'fix' has no English text. Write it."),
    "one language for both": ("da: Allerede finansieret", "da: Funded already", 4, "'title' is the same in both languages."),
    "other fields in one language": ('da: "{request.year} er åbent"', 'da: "året er åbent"', 17, "'unverified' names other fields in English than in Danish."),
    "no reference": ("reference: DOMAIN C2", 'reference: ""', 6, "the reference is not written. Name the public source"),
    "an unknown kind": ("prior: prior}\napplies", "prior: priir}\napplies", 7, "'priir' is not a kind of fact. Did you mean 'prior'?"),
    "an unknown alias": ("prior.amount > 120", "prio.amount > 120", 11, "'prio' is not among the rule's facts. Did you mean 'prior'?"),
    "an unknown field": ("prior.amount > 120", "prior.amunt > 120", 11, "a prior has no 'amunt'. Did you mean 'amount'?"),
    "an unknown field in a message": ("funded ({prior.amount})", "funded ({prior.sum})", 16, "a prior has no 'sum'."),
    "a form in a message": ("is funded ({prior.amount})", "is funded ({prior.amount:>9})", 16, "says how to print a field."),
    "a brace alone": ("is funded ({prior.amount})", "is funded ({prior.amount)", 16, "a brace stands alone in"),
    "unknown evidence": ("evidence: [request, prior]", "evidence: [request, priors]", 18, "'priors' is not among the rule's facts."),
    "text against number": ("prior.amount > 120", 'prior.amount > "120"', 11, "'prior.amount' is a money. Compare it with a value of that type."),
    "texts in order": ("prior.amount > 120", 'prior.area > "service"', 11, "texts have no order."),
    "unlike types": ("request.year == prior.year", "request.year == prior.area", 8, "'request.year' (year) is compared with a text."),
    "a number as a flag": ("when: prior.cancelled", "when: prior.year", 12, "stands alone but is no flag."),
    "a field for messages": ("when: prior.cancelled", "when: prior.terms == 5", 12, "'prior.terms' is for messages only."),
    "arithmetic": ("prior.amount > 120", "prior.amount + 1 > 120", 11, "'prior.amount + 1' is neither a field"),
    "a call": ("when: prior.cancelled", "when: open(prior.name)", 12, "cannot stand in a condition."),
    "an open end": ("needs: [request.amount, prior.amount]", "needs: [request.amount]", 10, "broken_when cannot be decided where 'prior.amount' is missing. Add prior.amount to needs"),
    "a field that is not a need": ("needs: [request.amount, ", "needs: [amount, prior.amount, ", 9, "cannot stand in a condition."),
    "a contradiction in applies_when": ("request.year == prior.year]", "request.year > 2030, request.year < 2031]", 8, "applies_when contradicts itself."),
    "a contradiction of applies_when": ("prior.amount > 120", "request.year < prior.year", 11, "this branch can never be true where the rule applies."),
    "a branch that contradicts itself": ("request.amount != 0 and prior.amount > 120", "prior.amount > 120 and prior.amount < 120", 11, "this branch contradicts itself."),
    "a branch that is covered": ("when: prior.cancelled", "when: prior.amount > 130 and request.amount > 0", 12, "this branch can never be reached: an earlier one is true wherever it is."),
    "a rule that never holds": ("when: prior.cancelled", "when: request.amount == 0 or prior.amount <= 120", 10, "the rule can never hold"),
    "a test of an unknown field": ("{year: 2027, amount", "{yeer: 2027, amount", 33, "a request has no 'yeer'. Mend the facts of the test."),
    "an outcome without a test": ("outcome: not_verifiable", "outcome: holds", 22, "no test ends as not_verifiable. Add one with 'outcome: not_verifiable'."),
}  # fmt: skip
TABLE_MISTAKES = {
    "rows that overlap": ("2025..2026;anlæg", "2026;-", 3, "cell A3: rows 2 and 3 both fit request.year 2026, prior.area “service”. Set them apart, or let the first count: 'hit: first'."),
    "a bad year": ("2027;-", "20Z7;-", 4, "cell A4: '20Z7' is not a number."),
    "a year out of reach": ("2027;-", "27;-", 4, "cell A4: '27' is not a year. Write a year such as 2026."),
    "a bad amount": ("10 000", "10 00", 3, "cell C3: '10 00' is not a number. Write 5000, 5 000 or 5.000"),
    "a fraction of an øre": ("10 000", "1,005", 3, "cell C3: '1,005' is not a number."),
    "a range turned round": ("2025..2026;service", "2026..2025;service", 2, "cell A2: Nothing fits '2026..2025'. Write the lower bound first."),
    "an unknown column": ("prior.area;", "prior.aera;", 1, "cell B1: 'prior.aera' is not a known column. Did you mean 'prior.area'?"),
    "a column twice": ("prior.area;", "request.year;", 1, "cell B1: the column 'request.year' stands twice. Keep one of the two."),
    "a column without heading": ("prior.area;", ";", 1, "cell B1: the heading is empty."),
    "a threshold without column": (";most;", ";# most;", 1, "cell A1: there is no column 'most'. Add it, or take it out of 'outputs'."),
    "no condition": ("request.year;prior.area;", "# year;# area;", 1, "cell A1: no column is a condition."),
    "an empty cell": ("2027;-", "2027;", 4, "cell B4: the cell is empty. Write a value; a condition that asks nothing is '-'."),
    "a cell beyond the headings": ("7 500;", "7 500;;x", 4, "cell E4: no heading stands above it."),
    "quotation marks left open": ("settled in January", '"settled', 2, "This is not valid CSV. Close the quotation marks."),
    "no rows": (TABLE[TABLE.index("2025"):], "", 1, "cell A1: the table has no rows. Write one below the headings."),
}  # fmt: skip
RULE_MISTAKES = {
    "no hit policy": ("    hit: unique\n", "", "office001_change.yaml", 9, "'tables.allowed.hit' is missing. Add it."),
    "an unknown hit policy": ("hit: unique", "hit: any", "office001_change.yaml", 11, "Input should be 'unique' or 'first'"),
    "a table of another kind": ("allowed.csv", "allowed.ods", "office001_change.yaml", 10, "'tables.allowed.file': String should match pattern"),
    "a table that is not there": ("file: allowed.csv", "file: alowed.csv", "alowed.csv", 1, "The file cannot be read: No such file or directory."),
    "a workbook that is not there": ("file: allowed.csv", "file: allowed.xlsx", "allowed.xlsx", 1, "The file is not there. Correct the path in the rule file."),
    "a sheet of a CSV file": ("hit: unique", "hit: unique\n    sheet: Ark1", "office001_change.yaml", 12, "only an Excel file has sheets. Take the line out."),
    "a fact's alias": ("  allowed:\n", "  prior:\n", "office001_change.yaml", 9, "'prior' is a fact and a table. Give the table another alias."),
    "a word of the program": ("most: {type", "row: {type", "office001_change.yaml", 14, "'row' is a word of the program."),
    "a threshold that is not there": ("request.amount > allowed.most", "request.amount > allowed.least", "office001_change.yaml", 18, "has no 'least'."),
    "a type that nothing compares": ("type: money, means", "type: amounts, means", "office001_change.yaml", 14, "Input should be"),
}  # fmt: skip
