"""Forms: what a page asks, and the words said when an answer cannot be used."""
