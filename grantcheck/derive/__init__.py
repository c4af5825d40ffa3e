"""A case to the facts that rules judge. All arithmetic is here, in integers and `Decimal`; no verdicts."""
