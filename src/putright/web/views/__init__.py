"""Views: fetch, present, render."""
