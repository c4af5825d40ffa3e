"""The template reader where all laid-out formats meet: blocks to notes."""
