"""The `putright` command line: parse words, call a room, print."""
