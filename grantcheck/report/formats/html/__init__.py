"""The report as one HTML page: what it shows, a module for each part, and the templates it is set with."""
