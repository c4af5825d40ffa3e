"""What can be settled before the engine is asked: the same rules, compiled to plain Python."""
