#!/usr/bin/env bash
# The whole suite: on PostgreSQL, in the browser, then on SQLite. In CI nothing may be skipped.
set -euo pipefail
python=.venv/bin/python
$python tools/compile_messages.py
tools/find_services.sh
# shellcheck disable=SC1091
source var/services.env
without_browser="not browser and not benchmark and not lighthouse"
if [ -n "$TEST_DATABASE_URL" ]; then
  echo "── on PostgreSQL"
  DATABASE_URL=$TEST_DATABASE_URL REDIS_URL= $python -m pytest -n 2 -q -m "$without_browser"
else
  echo "── PostgreSQL: skipped. Install it (apt-get install postgresql) or set TEST_DATABASE_URL."
fi
if [ -n "$CHROMIUM" ] && [ -d node_modules/axe-core ]; then
  echo "── everything, the browser too, on SQLite"
  exec $python -m pytest -n 2 -q -m "not benchmark"
fi
echo "── browser: skipped. Install Chromium (apt-get install chromium) and Node (npm ci)."
exec $python -m pytest -n 2 -q -m "$without_browser"
