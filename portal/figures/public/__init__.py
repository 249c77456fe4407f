"""What visitors see of figures and sources: pages, files, frames and the feed of changes."""
