"""The inline figure: a number in running text that comes from its record."""
