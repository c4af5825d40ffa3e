"""Judging facts by rules: the compiler to durable-rules, its session, and a reference evaluator."""
