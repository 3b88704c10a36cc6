"""One representation: its events, the state replayed from them, its clocks, and what may happen next.

`events` and `writing` are the log's content; `replay` makes `state` from it; `clocks` and `steps` ask the rule book
about that state. Pure Python: no database, no clock on the wall.
"""
