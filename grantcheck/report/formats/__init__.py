"""The formats that a report can be had in, one module each, and the list of them by name."""
