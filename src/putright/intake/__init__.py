"""The ways in. The legacy import reads, judges, takes in, and keeps what it refused."""
