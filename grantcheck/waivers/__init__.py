"""Waivers: reading them, and holding them against rules, days and findings."""
