"""One module for each thing that can be wrong in a series."""
