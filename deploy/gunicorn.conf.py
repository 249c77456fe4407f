"""Application server: threads, so that slow clients hold no worker, and limits on everything a client sends."""

import multiprocessing
import os

bind = os.environ.get("GUNICORN_BIND", "unix:/run/portal/portal.sock")
workers = int(os.environ.get("GUNICORN_WORKERS", str(min(multiprocessing.cpu_count(), 4))))
worker_class = "gthread"
threads = int(os.environ.get("GUNICORN_THREADS", "4"))
wsgi_app = "portal.wsgi"
raw_env = ["DJANGO_SETTINGS_MODULE=" + os.environ.get("DJANGO_SETTINGS_MODULE", "portal.settings.production")]

# A worker is replaced now and then, so that memory can't creep up; not all at the same moment.
max_requests = 2000
max_requests_jitter = 400
timeout = 60
graceful_timeout = 30
keepalive = 5

limit_request_line = 8190
limit_request_fields = 100
limit_request_field_size = 8190

# Only the portal's own middleware decides whom to believe about the client's address and scheme.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}

# Checks of the installation run once, before any worker; a refusal stops the start.
preload_app = True
# systemd starts, stops and reloads the server; nothing else needs a door to it.
control_socket_disable = True
accesslog = None
errorlog = "-"
