#!/usr/bin/env bash
# Migrate, load the demo where the database is empty, print the addresses and logins, serve.
set -euo pipefail
manage=".venv/bin/python manage.py"
mkdir -p var
.venv/bin/python - "$HOST" "$PORT" <<'PY' || { echo "Port $PORT is taken. Choose another: make run PORT=8010" >&2; exit 1; }
import socket
import sys

with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    probe.bind((sys.argv[1], int(sys.argv[2])))
PY
export LOG_LEVEL=${LOG_LEVEL:-WARNING}
.venv/bin/python tools/compile_messages.py
echo "· checking the database"
$manage migrate --verbosity 0
$manage load_demo --if-empty
$manage print_demo_logins --address "http://$HOST:$PORT"
exec $manage runserver "$HOST:$PORT" --noreload
