"""The template of Copenhagen's budget notes; its words come from the profile."""
