"""Notes of the template drawn at random as Word files, each with its truth.

`python -m read.generated FOLDER --count 60 --seed 1` (run in `tests/`) writes NN.docx and NN.truth.json; with
`--printed` only what a PDF writer prints as it is meant, so without tracked changes.
"""
