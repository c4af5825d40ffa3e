"""How fast grantcheck is, measured beside its peers in one run on one machine."""
