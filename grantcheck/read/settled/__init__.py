"""Doubts settled by a person: figures and marks that the program did not read for certain."""
