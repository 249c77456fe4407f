"""The directory of organisations: how it is filtered, what a row of it shows."""
