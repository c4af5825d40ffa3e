"""Dated, sourced price series, and amounts carried from one year's prices to another's."""
