"""The nouns of the domain: frozen, typed, and without any input or output."""
