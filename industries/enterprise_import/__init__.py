"""The import of enterprises: its columns, how a row finds its record, how records are written by the hundred."""
