"""Putright: receive, handle, answer, learn from and report on complaints and other representations."""
