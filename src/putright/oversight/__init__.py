"""Oversight of a council's complaints: the live report, and the same held against what was published."""
