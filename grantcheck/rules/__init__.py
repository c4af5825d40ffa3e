"""The rule language: vocabulary, conditions, rule files and their loading."""
