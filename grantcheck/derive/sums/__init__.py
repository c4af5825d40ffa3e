"""Printed totals beside the figures they stand over."""
