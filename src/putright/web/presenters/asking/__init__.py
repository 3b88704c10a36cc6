"""The pages that ask the figures, in words."""
