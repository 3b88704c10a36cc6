"""Renderers: a built report as JSON, HTML, CSV or a Word file. They work nothing out; `words` says how values read."""
