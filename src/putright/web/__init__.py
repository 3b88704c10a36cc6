"""Staff pages: views fetch, presenters decide the words, templates render."""
