"""Disclosure control: no small number of people is printed, nor can one be worked out from what is printed."""
