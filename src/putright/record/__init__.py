"""One representation: its events, the state replayed from them, and what may happen next."""
