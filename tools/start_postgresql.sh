#!/usr/bin/env bash
# Start a throw-away PostgreSQL for the tests and print its address and folder; with --stop FOLDER, stop it.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ]
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "${1:-}" = --stop ]; then
  as_owner "$bin/pg_ctl" -D "$2/cluster" -m immediate stop >/dev/null
  rm -rf "$2"
  exit
fi
port=54329
data=$(mktemp -d)
[ "$(id -u)" != 0 ] || chown postgres "$data"
cd "$data"
as_owner "$bin/initdb" -D "$data/cluster" -A trust -U postgres >/dev/null
as_owner "$bin/pg_ctl" -D "$data/cluster" -w -l "$data/log" -o "-p $port -k $data -c fsync=off" start >/dev/null
echo "postgresql://postgres@127.0.0.1:$port/postgres $data"
