"""Decision tables: thresholds of rules from CSV and Excel files."""
