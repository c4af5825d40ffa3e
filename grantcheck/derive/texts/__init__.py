"""What the running text says, beside what the tables say."""
