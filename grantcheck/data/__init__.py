"""Declarative data: YAML with line marks, the folder it ships in, and profiles of municipalities."""
