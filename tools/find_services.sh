#!/usr/bin/env bash
# Find or install what tests need; write what was found to var/services.env.
set -euo pipefail
mkdir -p var
in_ci=${CI:-}
install() { # package…: install with apt where we may
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get install -y -qq "$@" || { apt-get update -qq && apt-get install -y -qq "$@"; }; } >/dev/null 2>&1
}
missing() { [ -n "$in_ci" ] && { echo "CI needs $1, and it could not be had." >&2; exit 1; }; return 0; }

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
  echo "· installing Chromium"
  install chromium || true
  chromium=$(command -v chromium || true)
fi
[ -n "$chromium" ] || missing Chromium
if command -v npm >/dev/null && [ ! -f node_modules/.package-lock.json ]; then
  echo "· installing the browser test tools (npm ci)"
  npm ci --silent --no-audit --no-fund >/dev/null || missing "the packages of package.json"
fi

answers() { .venv/bin/python -c 'import sys, psycopg; psycopg.connect(sys.argv[1], connect_timeout=3).close()' "$1" 2>/dev/null; }
postgresql=${TEST_DATABASE_URL:-}
if [ -z "$postgresql" ]; then
  for candidate in postgresql://postgres@127.0.0.1:5432/postgres postgresql://127.0.0.1:5432/postgres; do
    answers "$candidate" && postgresql=$candidate && break
  done
fi
if [ -z "$postgresql" ]; then
  echo "· starting a PostgreSQL for the tests"
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql || true
  postgresql=$(tools/start_postgresql.sh || true)
fi
[ -n "$postgresql" ] || missing PostgreSQL
printf 'TEST_DATABASE_URL=%q\nCHROMIUM=%q\nexport TEST_DATABASE_URL CHROMIUM\n' "$postgresql" "$chromium" > var/services.env
