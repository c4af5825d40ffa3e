"""Notes given as data: the note model itself as YAML or JSON, and proposals as rows of CSV or Excel files."""
