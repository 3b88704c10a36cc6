"""Facts to measures, measures to tables, tables to documents: every printed figure of a council's report.

Reporting takes a connection, definitions and a period as arguments; it knows neither Django nor the casework.
"""
