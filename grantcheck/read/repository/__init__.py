"""Git repositories that hold notes: what changed since a revision."""
