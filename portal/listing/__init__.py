"""Lists of records for visitors: one filtered set shown as a page, a table, a file or a feed."""
