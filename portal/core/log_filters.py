"""What is left out of the log."""

import logging


class WithoutTraceback(logging.Filter):
    """Drops the traceback of a refused request: its cause is the client, and floods would fill the disk."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, drop the traceback."""
        record.exc_info = record.exc_text = None
        return True
