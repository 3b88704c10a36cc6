"""Joins a council's stored facts to its report definitions: the live report and the reconciliation."""
