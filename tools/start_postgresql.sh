#!/usr/bin/env bash
# Start a throw-away PostgreSQL on port 54329 for the tests and print its address.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ]
data=$(mktemp -d)
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown postgres "$data"
as_owner "$bin/initdb" -D "$data/cluster" -A trust -U postgres >/dev/null
as_owner "$bin/pg_ctl" -D "$data/cluster" -w -o "-p 54329 -k $data -c fsync=off" start >/dev/null
echo "postgresql://postgres@127.0.0.1:54329/postgres"
