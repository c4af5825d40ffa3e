"""The version, told without reading package metadata (start-up time)."""

__version__ = "0.1.0"
