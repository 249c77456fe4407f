#!/usr/bin/env bash
# Make the virtual environment and install a locked set of packages. Arguments: python, requirements file, name of the set.
set -euo pipefail
python=$1 requirements=$2 name=$3
if ! command -v "$python" >/dev/null; then
  for candidate in python3.13 python3.12 python3.11 python3; do
    command -v "$candidate" >/dev/null && python=$candidate && break
  done
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "Python 3.11 or newer is needed. Install it, or name it: make run PYTHON=/path/to/python3.11" >&2
  exit 1
}
[ -x .venv/bin/python ] || { echo "· making the environment (.venv)"; "$python" -m venv .venv; }
echo "· installing packages of the set “$name” (about a minute the first time)"
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$requirements"
