"""The editors' desk of figures: acts on values with a preview of their effect, freshness, truth."""
