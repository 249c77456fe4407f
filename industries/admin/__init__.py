"""The editors' screens of industries and organisations."""
