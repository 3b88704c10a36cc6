"""Renderers: a built report in each of its `forms`. They work nothing out; `words` says how values read.

`paper` is what Word, OpenDocument and PDF have in common, `sheets` the worksheets of a spreadsheet.
"""
