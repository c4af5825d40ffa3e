"""A copy of a note that carries its findings as comments; what the note itself says stays as it was."""
