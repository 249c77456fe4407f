#!/usr/bin/env bash
# Throw the local SQLite database and uploaded files away, then load the demo content anew.
set -euo pipefail
if [ -n "${DATABASE_URL:-}" ]; then
  echo "DATABASE_URL is set: this command only resets the local SQLite database." >&2
  exit 1
fi
read -r -p "Every edit and upload in var/ will be lost. Type “yes” to go on: " answer || answer=
[ "$answer" = yes ] || { echo "Nothing was changed."; exit 1; }
rm -rf var/portal.sqlite3 var/portal.sqlite3-wal var/portal.sqlite3-shm var/media var/private
mkdir -p var
LOG_LEVEL=WARNING .venv/bin/python manage.py migrate --verbosity 0
LOG_LEVEL=WARNING .venv/bin/python manage.py load_demo
