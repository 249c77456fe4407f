#!/usr/bin/env bash
# The whole suite: on PostgreSQL, Lighthouse by itself, then everything on SQLite. In CI nothing may be skipped.
set -euo pipefail
python=.venv/bin/python
$python tools/compile_messages.py
tools/find_services.sh
# shellcheck disable=SC1091
source var/services.env
stop_what_was_started() {
  [ -z "$STARTED_POSTGRESQL" ] || tools/start_postgresql.sh --stop "$STARTED_POSTGRESQL"
  [ -z "$STARTED_REDIS" ] || kill "$(cat "$STARTED_REDIS")"
}
TEST_DEMO_FOLDER=$(mktemp -d) # the demo site is built once for all suites
export TEST_DEMO_FOLDER
trap 'stop_what_was_started; rm -rf "$TEST_DEMO_FOLDER"' EXIT
unset DJANGO_SETTINGS_MODULE DATABASE_URL REDIS_URL
export REDIS_URL="" LOG_LEVEL=WARNING
failed=()
skipped=()
step() { # title, command…: run it, remember a failure and go on
  echo "── $1"
  shift
  "$@" || failed+=("$*")
}
without_browser="not browser and not benchmark and not lighthouse"

if [ -n "$TEST_DATABASE_URL" ]; then
  own_name=${TEST_DATABASE_URL%/*}/portal_$$ # so that two runs at once don't share a database
  step "on PostgreSQL" env DATABASE_URL="$own_name" $python -m pytest -n 2 -q --only-database -m "$without_browser"
else
  skipped+=("PostgreSQL: apt-get install postgresql, or set TEST_DATABASE_URL")
fi
[ -n "$TEST_REDIS_URL" ] || skipped+=("Redis: apt-get install redis-server, or set TEST_REDIS_URL")
everything="not benchmark and not lighthouse"
if [ -n "$CHROMIUM" ] && [ -d node_modules/axe-core ]; then
  step "Lighthouse" $python -m pytest -q -m lighthouse tests/performance
else
  skipped+=("browser: apt-get install chromium nodejs npm")
  everything=$without_browser
fi
for reason in "${skipped[@]:-}"; do [ -z "$reason" ] || echo "── skipped — $reason"; done
if [ ${#failed[@]} -gt 0 ]; then printf '── failed above: %s\n' "${failed[@]}"; fi
step "everything on SQLite" $python -m pytest -n 3 -q -m "$everything"
[ ${#failed[@]} -eq 0 ]
