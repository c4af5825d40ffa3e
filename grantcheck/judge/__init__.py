"""Rulings to outcomes and findings: messages, evidence, calculation, fingerprint."""
