"""The same actions for other programs: JSON in and out, a token an account, every error with its remedy."""
