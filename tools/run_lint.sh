#!/usr/bin/env bash
# Every static check; all of them run, and one failure fails the whole. The types are checked beside the rest.
set -uo pipefail
export PATH="$PWD/.venv/bin:$PATH" LOG_LEVEL=ERROR DJANGO_SETTINGS_MODULE=portal.settings.test
export DATABASE_URL=sqlite:///:memory: # no check may depend on what a local database holds
failed=()
step() {
  local name=$1
  shift
  if output=$("$@" 2>&1); then echo "✓ $name"; else echo "✗ $name"; echo "$output"; failed+=("$name"); fi
}
types=$(mktemp)
trap 'rm -f "$types"' EXIT
mypy portal media technopolis industries exports > "$types" 2>&1 &
types_process=$!
step "format (ruff)" ruff format --check .
step "rules (ruff)" ruff check .
step "templates (djLint)" djlint --lint --quiet portal media technopolis industries exports
step "imports (import-linter)" lint-imports
step "migrations are complete" python manage.py makemigrations --check --dry-run
# Migrations made before the first release have no running release to keep working.
read -ra before_release < tools/migrations_before_release.txt
step "migrations keep a running release working" python manage.py lintmigrations --ignore-initial-migrations --ignore-name "${before_release[@]}" --include-apps accounts core figures imports longread media technopolis industries exports
step "locks are in step" python tools/check_locks.py
step "catalogues are complete" python tools/compile_messages.py --check
step "system checks" python manage.py check
if wait "$types_process"; then echo "✓ types (mypy)"; else echo "✗ types (mypy)"; cat "$types"; failed+=("types (mypy)"); fi
[ ${#failed[@]} -eq 0 ] || { echo "Failed: ${failed[*]}"; exit 1; }
