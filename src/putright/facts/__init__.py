"""Facts: the typed rows that every figure is counted from.

`schema` names the tables and columns; `derive` turns one replayed representation into its rows.
Both are pure. The rows are stored by casework and counted by reporting.
"""
