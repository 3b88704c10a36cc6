"""The rule book and pure functions over it: procedures, time limits, working-day calendars, due dates that explain themselves."""
