"""The stored log, its projections, one action a verb, and the check that replays everything."""
