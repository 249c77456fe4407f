"""The drawn plates of the demo site: isometric line art built by code, the same bytes each time."""
