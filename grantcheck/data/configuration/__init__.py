"""Configuration: what an office settles once, in a file, in variables or by options."""
