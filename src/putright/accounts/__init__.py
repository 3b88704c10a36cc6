"""Staff, their roles, and who may do what."""
