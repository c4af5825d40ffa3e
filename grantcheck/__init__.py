"""grantcheck: the check a budget note gets before anyone signs it."""
