"""Public pages of industries and organisations."""
