"""Prior allocations, and which of them a note continues."""
