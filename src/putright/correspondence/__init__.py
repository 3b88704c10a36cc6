"""What goes out of a council: letters and notices."""
