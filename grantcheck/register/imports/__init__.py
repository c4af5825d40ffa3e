"""Files to rows of the register; every row that cannot be taken is told with its place."""
