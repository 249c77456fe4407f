"""Spreadsheets brought in by editors: read safely, shown before anything is written, applied whole or not at all."""
