"""Drafts and issued reports in words."""
