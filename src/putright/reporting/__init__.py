"""Facts to measures to tables to documents to renderers. Knows nothing of casework or of Django."""
