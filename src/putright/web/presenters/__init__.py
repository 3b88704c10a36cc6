"""Presenters: from what was fetched to the words, links and order a page shows."""
