"""Facts about exports as a kind of import: statistics brought as a table, tried out before anything is written."""
