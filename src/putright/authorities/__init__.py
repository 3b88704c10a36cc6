"""A council as data: profile, vocabularies, adopted procedures, import mappings and report folders."""
