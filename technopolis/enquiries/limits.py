"""How often one place on the network may ask."""

from datetime import timedelta

from portal.accounts.attempts import AttemptLimit

ENQUIRIES_FROM_ADDRESS = AttemptLimit("enquiry-address", 5, timedelta(hours=1), timedelta(hours=1))
STATUS_FROM_ADDRESS = AttemptLimit("enquiry-status-address", 30, timedelta(minutes=5), timedelta(minutes=5))
