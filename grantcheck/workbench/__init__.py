"""What rules are written, tested and described with."""
