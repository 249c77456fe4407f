"""Enquiries about sites: the form, what keeps machines out, the letter to whoever answers."""
