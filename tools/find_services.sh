#!/usr/bin/env bash
# Find, install or start what the tests need; write what was found to var/services.env.
set -euo pipefail
mkdir -p var
in_ci=${CI:-}
started_postgresql=
started_redis=

install() { # package…: install with apt where we may
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  { apt-get install -y -qq "$@" || { apt-get update -qq && apt-get install -y -qq "$@"; }; } >/dev/null 2>&1
}
missing() { # what: stop in CI, where nothing may be skipped
  if [ -n "$in_ci" ]; then
    echo "CI needs $1, and it could not be had." >&2
    exit 1
  fi
}
postgresql_answers() {
  .venv/bin/python -c 'import sys, psycopg; psycopg.connect(sys.argv[1], connect_timeout=3).close()' "$1" 2>/dev/null
}
redis_answers() {
  .venv/bin/python -c 'import sys, redis; redis.Redis.from_url(sys.argv[1], socket_timeout=3).ping()' "$1" 2>/dev/null
}

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
  echo "· installing Chromium"
  install chromium || true
  chromium=$(command -v chromium || true)
fi
[ -n "$chromium" ] || missing Chromium

command -v npm >/dev/null || { echo "· installing Node"; install nodejs npm || true; }
if command -v npm >/dev/null; then
  if ! cmp -s package-lock.json node_modules/.installed-lock; then
    echo "· installing the browser test tools (npm ci)"
    if PUPPETEER_SKIP_DOWNLOAD=1 npm ci --silent --no-audit --no-fund >/dev/null; then
      cp package-lock.json node_modules/.installed-lock
    else
      missing "the packages of package.json"
    fi
  fi
else
  missing Node
fi

postgresql=${TEST_DATABASE_URL:-}
if [ -z "$postgresql" ]; then
  for candidate in postgresql://postgres@127.0.0.1:5432/postgres "postgresql://$(id -un)@127.0.0.1:5432/postgres"; do
    if postgresql_answers "$candidate"; then
      postgresql=$candidate
      break
    fi
  done
fi
if [ -z "$postgresql" ]; then
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { echo "· installing PostgreSQL"; install postgresql || true; }
  echo "· starting a PostgreSQL for the tests"
  read -r postgresql started_postgresql < <(tools/start_postgresql.sh || true) || true
fi
[ -n "$postgresql" ] || missing PostgreSQL

redis=${TEST_REDIS_URL:-redis://127.0.0.1:6379/15}
if ! redis_answers "$redis"; then
  redis=redis://127.0.0.1:63790/15
  command -v redis-server >/dev/null || { echo "· installing Redis"; install redis-server || true; }
  echo "· starting a Redis for the tests"
  if command -v redis-server >/dev/null; then
    redis-server --daemonize yes --bind 127.0.0.1 --port 63790 --save "" --appendonly no --dir /tmp \
      --pidfile "$PWD/var/redis-for-tests.pid" >/dev/null
    sleep 1
  fi
  if redis_answers "$redis"; then started_redis=$PWD/var/redis-for-tests.pid; else redis=; fi
fi
[ -n "$redis" ] || missing Redis

{
  printf 'TEST_DATABASE_URL=%q\nTEST_REDIS_URL=%q\nCHROMIUM=%q\n' "$postgresql" "$redis" "$chromium"
  printf 'STARTED_POSTGRESQL=%q\nSTARTED_REDIS=%q\n' "$started_postgresql" "$started_redis"
  echo 'export TEST_DATABASE_URL TEST_REDIS_URL CHROMIUM'
} > var/services.env
