"""The import of figures: new values and corrections by the table, through the same acts as by hand."""
