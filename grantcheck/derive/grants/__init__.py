"""What the register of prior allocations adds to a note, and what notes share."""
