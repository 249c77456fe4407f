"""Public pages of the zone's records."""
