"""One action a verb: what can be done to a draft."""
