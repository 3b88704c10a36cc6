"""One action a verb. Each asks for permission, asks the rules, appends its events and projects, in one transaction."""
