"""Reports beside each other: reading them, and what differs, and why."""
