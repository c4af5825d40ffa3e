"""The baseline: findings that are known, counted apart, and fail nothing."""
