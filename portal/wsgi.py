"""WSGI entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from portal.core.host_header import require_host_header
from portal.core.start_guard import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = require_host_header(get_wsgi_application())
refuse_unsafe_start()
connections.close_all()  # a server that forks now must not share an open one
