"""Other ways to judge the same cases by the same rules."""
