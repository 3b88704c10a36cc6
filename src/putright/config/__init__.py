"""Settings, root urls and the WSGI application."""
