# Commands of the portal. `make` alone lists them.
PYTHON ?= python3.11
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
MANAGE := $(RUN) manage.py
export PYTHONUNBUFFERED := 1

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-sqlite test-postgresql test-browser lint format check bench lock messages plates screenshots demo-reset clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk 'BEGIN {FS = ":.*?## "} {printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/installed-run: requirements.txt
	@tools/make_environment.sh $(PYTHON) requirements.txt run
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt
	@tools/make_environment.sh $(PYTHON) requirements-dev.txt dev
	@touch $@ $(VENV)/installed-run

run: $(VENV)/installed-run ## Start the site with its demo content (HOST and PORT are honoured)
	@HOST=$(HOST) PORT=$(PORT) tools/run_site.sh

demo-reset: $(VENV)/installed-run ## Throw the local database and files away and load the demo anew (asks first)
	@tools/reset_demo.sh

test: $(VENV)/installed-dev ## Run every test: PostgreSQL, browser, then SQLite
	@tools/run_tests.sh

test-fast: $(VENV)/installed-dev ## Run the tests without a browser on SQLite
	@$(RUN) -m pytest -n 2 -m "not browser and not benchmark and not lighthouse" -q

lint: $(VENV)/installed-dev ## Check format, types, templates, imports and migrations
	@tools/run_lint.sh

format: $(VENV)/installed-dev ## Format the code
	@$(VENV)/bin/ruff check --fix-only -q . ; $(VENV)/bin/ruff format -q .

check: lint test ## Lint and test: what the gate runs

bench: $(VENV)/installed-dev ## Measure speed at scale; drive long random sequences past the publishing gate
	@$(RUN) tools/measure_speed.py
	@$(RUN) -m pytest -q -s -m benchmark tests/performance/test_directory_scale.py
	@$(RUN) -m pytest -q -s -m benchmark tests/performance/test_queue_scale.py tests/performance/test_bulk_scale.py tests/performance/test_people_on_the_server.py \
		tests/performance/test_bad_files_on_the_server.py tests/performance/test_uploads_on_the_server.py
	@LIGHTHOUSE_STRICT=1 $(RUN) -m pytest -q -s -m lighthouse tests/performance
	@$(RUN) -m pytest -q -s -m benchmark industries/tests/test_import_scale.py
	@$(RUN) -m pytest -q -m benchmark tests/test_never_uncleared.py

lock: $(VENV)/installed-dev ## Rewrite both lock files from the .in files
	@$(VENV)/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements.in -o requirements.txt
	@$(VENV)/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements-dev.in -o requirements-dev.txt

messages: $(VENV)/installed-dev ## Collect interface strings into the catalogues (needs gettext)
	@$(RUN) tools/collect_messages.py

plates: $(VENV)/installed-dev ## Draw the plates again
	@$(MANAGE) draw_plates

screenshots: $(VENV)/installed-dev ## Take the pictures of the article and of figures used by the documents
	@$(RUN) -m pytest -q tests/browser/test_screenshots.py tests/browser/test_screenshots_of_figures.py --take-screenshots

clean: ## Remove the environment and everything made by tests; the local database stays
	@rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
