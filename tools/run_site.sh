#!/usr/bin/env bash
# Migrate, load the demo where the database is empty, print the addresses and logins, serve on HOST and PORT.
set -euo pipefail
manage=".venv/bin/python manage.py"
shown_host=$HOST
mkdir -p var
.venv/bin/python - "$HOST" "$PORT" <<'PY'
import errno
import socket
import sys

host, port = sys.argv[1:]
family = socket.AF_INET6 if ":" in host else socket.AF_INET
try:
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, int(port)))
except (OSError, ValueError, OverflowError) as error:
    if getattr(error, "errno", None) == errno.EADDRINUSE:
        sys.exit(f"Port {port} is taken. Choose another: make run PORT=8010")
    sys.exit(f"Can't serve on {host}:{port}: {error}")
PY
if [ "$HOST" = 0.0.0.0 ] || [ "$HOST" = :: ]; then
  shown_host=localhost
  export ALLOWED_HOSTS=${ALLOWED_HOSTS:-*} # reached by whatever name this machine has in its network
fi
export LOG_LEVEL=${LOG_LEVEL:-WARNING} BASE_URL=${BASE_URL:-http://$shown_host:$PORT}
.venv/bin/python tools/compile_messages.py >/dev/null
echo "· bringing the database up to date"
$manage migrate --verbosity 0
$manage load_demo --if-empty
$manage print_demo_logins --address "http://$shown_host:$PORT"
# No worker runs beside the server here: a thread of it does the background work.
export TASKS_BACKEND=${TASKS_BACKEND:-portal.core.thread_tasks.ThreadBackend}
exec $manage runserver "$HOST:$PORT" --noreload
